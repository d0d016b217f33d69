import { expect, test } from 'vitest'
import { understandLine } from '../../notebook/notes/understand.ts'
import { isWhole, matching, tagFor, typedTag } from './tag-completion.ts'

const read = (tag: string) =>
  understandLine(`" ${tag} said so`, 0, { day: null, zone: null, lang: null })

test('a tag is being typed after a space or at the beginning, never inside a word', () => {
  expect(typedTag('" she said @Ru')).toEqual({ kind: 'people', from: 11, typed: 'Ru' })
  expect(typedTag('#cons')).toEqual({ kind: 'fields', from: 0, typed: 'cons' })
  expect(typedTag('pay /')).toEqual({ kind: 'topics', from: 4, typed: '' })
  expect(typedTag('and/or')).toBeNull()
  expect(typedTag('ana@acme')).toBeNull()
})

test('a name may have spaces, a field and a topic may not', () => {
  expect(typedTag('@Ruth Ade')?.typed).toBe('Ruth Ade')
  expect(typedTag('#paper and')).toBeNull()
  expect(typedTag('@Ruth, who')).toBeNull()
})

test('what is put in for a name is found again as that name', () => {
  for (const name of [
    'Ruth Adeyemi',
    'Ana de la Cruz',
    'Mei-Lin Chau',
    'o’brien',
    'María José Pérez Gil',
  ]) {
    expect(read(tagFor('people', name)).people).toEqual([name])
  }
  expect(read(tagFor('fields', 'River restoration')).fields).toEqual(['River_restoration'])
  expect(read(tagFor('topics', 'money')).topics).toEqual(['money'])
})

test('any word of a name is enough, without accents or case', () => {
  const people = [{ name: 'Joaquín Sanz' }, { name: 'Ana Sánchez' }, { name: 'Ruth Adeyemi' }]
  expect(matching(people, 'san').map(({ name }) => name)).toEqual(['Joaquín Sanz', 'Ana Sánchez'])
  expect(matching(people, 'joaquin')).toHaveLength(1)
  expect(matching([{ name: 'River restoration' }], 'river_re')).toHaveLength(1)
})

const typed = (text: string) => ({ kind: 'topics', from: 0, typed: text }) as const

test('a tag that stands there whole offers nothing more, so that Enter ends the line', () => {
  const topics = [{ name: 'entry' }, { name: 'time' }]
  expect(isWhole(typed('entry'), topics)).toBe(true)
  expect(isWhole(typed('Entry'), topics)).toBe(true)
  expect(isWhole(typed('ent'), topics)).toBe(false)
  expect(
    isWhole({ kind: 'people', from: 0, typed: 'Ruth Adeyemi' }, [{ name: 'Ruth Adeyemi' }]),
  ).toBe(true)
})
