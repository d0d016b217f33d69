import { expect, test } from 'vitest'
import { id } from '../../kit/ids.ts'
import { edited, newPerson } from '../people/edit.ts'
import { comparedText, linkableOf } from './linkable.ts'

const ana = id('person', 'a')
const by = { by: 'hand', on: '2026-03-11' } as const
const bare = { label: null, preferred: false }

const full = edited(
  newPerson(ana),
  {
    names: [
      { part: 'prefix', text: 'Dr.' },
      { part: 'given', text: 'Ana' },
      { part: 'family', text: 'Ruiz' },
      { part: 'maiden', text: 'Pardo' },
      { part: 'nickname', text: 'Anita' },
    ],
    channels: [
      { kind: 'mail', value: ' ana@archive.example ', ...bare },
      { kind: 'phone', value: '+34 600 111 222', ...bare },
      { kind: 'link', value: 'https://rivers.example/ana', ...bare },
      { kind: 'message', value: 'anar', label: 'Signal', preferred: false },
    ],
    roles: [
      {
        title: 'Conservator',
        organisation: 'City Archive',
        organisationId: null,
        department: 'Paper',
        from: null,
        to: null,
      },
    ],
    places: [
      {
        label: null,
        street: 'Calle Mayor 1',
        locality: 'Madrid',
        region: null,
        postcode: '28013',
        country: 'Spain',
      },
    ],
    dates: [
      { what: 'birthday', date: '1984-02-03' },
      { what: 'anniversary', date: '2010-05-05' },
    ],
  },
  by,
)

test('of a person is compared what tells who they are, by what each value is', () => {
  expect(linkableOf(ana, [full])).toEqual({
    id: 'a',
    values: {
      full: ['Ana Ruiz'],
      given: ['Ana'],
      family: ['Ruiz', 'Pardo'],
      nickname: ['Anita'],
      mail: ['ana@archive.example'],
      phone: ['+34 600 111 222'],
      link: ['https://rivers.example/ana', 'Signal:anar'],
      organisation: ['City Archive'],
      title: ['Conservator'],
      birth: ['1984-02-03'],
      street: ['Calle Mayor 1'],
      locality: ['Madrid'],
      postcode: ['28013'],
      country: ['Spain'],
    },
  })
})

test('several records of one person are compared as one, each value once', () => {
  const other = edited(
    newPerson(id('person', 'b')),
    { name: 'Ana Ruiz', channels: [{ kind: 'mail', value: 'ana@post.example', ...bare }] },
    by,
  )
  const { id: own, values } = linkableOf(ana, [full, other])
  expect(own).toBe('a')
  expect(values['full']).toEqual(['Ana Ruiz'])
  expect(values['mail']).toEqual(['ana@archive.example', 'ana@post.example'])
})

test('nobody is compared by the address that stands where they have no name', () => {
  const nameless = edited(
    newPerson(ana),
    { channels: [{ kind: 'mail', value: 'x@post.example', ...bare }] },
    by,
  )
  expect(linkableOf(ana, [nameless]).values).toEqual({ mail: ['x@post.example'] })
})

test('what is compared stays the same text while only words and labels change', () => {
  const text = (person: typeof full) => comparedText(linkableOf(ana, [person]))
  expect(text(edited(full, { words: 'Likes plums', labels: ['Friends'] }, by))).toBe(text(full))
  expect(text(edited(full, { channels: [] }, by))).not.toBe(text(full))
  expect(text(edited(full, { name: 'Ana R.' }, by))).not.toBe(text(full))
})
