import { expect, test } from 'vitest'
import { asksAbout, type Column, guessed, hasName, type Looked, saidAnew } from './columns.ts'

const column = (about: Partial<Column>): Column => ({
  column: 'Nom',
  meaning: 'name',
  place: null,
  by: 'its name',
  look: 'text',
  samples: [],
  ...about,
})

const table = (about: Partial<Looked>): Looked => ({
  file: 'table.csv',
  is: 'csv',
  holds: 'people',
  from: null,
  asks: false,
  mapping: null,
  columns: [column({})],
  own: [],
  problem: null,
  ...about,
})

test('one is asked about a table when a column was only guessed, and when nobody knows the name', () => {
  expect(asksAbout(table({}))).toBe(false)
  expect(asksAbout(table({ columns: [column({}), column({ by: 'what stands in it' })] }))).toBe(
    true,
  )
  expect(
    asksAbout(table({ columns: [column({}), column({ by: null, meaning: 'nothing' })] })),
  ).toBe(true)
  expect(asksAbout(table({ asks: true }))).toBe(true)
})

test('nobody is asked about a column with nothing in it, a known program, or a table explained before', () => {
  const unknown = column({ by: null, meaning: 'nothing' })
  expect(asksAbout(table({ columns: [column({}), { ...unknown, look: 'empty' }] }))).toBe(false)
  expect(asksAbout(table({ columns: [unknown], from: 'Google' }))).toBe(false)
  expect(asksAbout(table({ columns: [unknown], mapping: { on: '2026-03-01' } }))).toBe(false)
  expect(asksAbout(table({ is: 'vcard', columns: [] }))).toBe(false)
})

test('what is plainly an address is guessed to be one, unless the owner said otherwise', () => {
  const unknown = column({ by: null, meaning: 'nothing', look: 'mail' })
  const columns = [
    unknown,
    { ...unknown, look: 'text' as const },
    { ...unknown, by: 'you' as const },
  ]
  const [said = []] = guessed([table({ columns })]).values()
  expect(said.map(({ meaning }) => meaning)).toEqual(['mail', 'nothing', 'nothing'])
})

test('what is guessed is where one begins; a column that is no address has no place', () => {
  const [said = []] = guessed([
    table({ columns: [column({ meaning: 'mail', place: 'work' })] }),
  ]).values()
  expect(said).toEqual([{ column: 'Nom', meaning: 'mail', place: 'work' }])
  expect(hasName(said)).toBe(false)
  const named = saidAnew(said, 0, { meaning: 'name' })
  expect(named).toEqual([{ column: 'Nom', meaning: 'name', place: null }])
  expect(hasName(named)).toBe(true)
})
