import { beforeAll, expect, test } from 'vitest'
import type { Wall } from '../words/dates.ts'
import { bringWords, t } from '../words/words.ts'
import { addressOf } from './addresses.ts'
import { dateInWords, placeInWords, roleInWords } from './fact-words.ts'

const wall: Wall = { zone: 'Europe/Madrid', locale: 'en-GB', today: '2026-03-12' }

beforeAll(bringWords)

test.each([
  ['mail', 'ruth@archive.example', 'mailto:ruth@archive.example'],
  ['mail', 'ask at the desk', null],
  ['phone', '+34 600 111-222', 'tel:+34600111222'],
  ['link', 'https://archive.example/ruth', 'https://archive.example/ruth'],
  ['link', 'javascript:alert(1)', null],
  ['message', 'xmpp:ruth@archive.example', null],
] as const)('%s "%s" leads to %j', (kind, value, address) => {
  expect(addressOf({ kind, value })).toBe(address)
})

test('a birthday is said in words, with its year or without', () => {
  expect(dateInWords('1985-04-12', wall)).toBe('12 April 1985')
  expect(dateInWords('--02-29', wall)).toBe('29 February')
  expect(dateInWords('in spring', wall)).toBe('in spring')
})

const role = { organisationId: null, department: null }
test('a role is told with its years; one that lasts is told as of now', () => {
  const was = {
    ...role,
    title: 'Registrar',
    organisation: 'City Archive',
    from: '2012',
    to: '2021',
  }
  expect(roleInWords(t, was)).toBe('Registrar, City Archive, 2012 – 2021')
  expect(roleInWords(t, { ...was, to: null })).toBe('Registrar, City Archive, 2012 – now')
  expect(roleInWords(t, { ...was, from: null, to: null })).toBe('Registrar, City Archive')
})

test('a place is told in one line, whatever is known of it', () => {
  const nowhere = { street: null, locality: null, region: null, postcode: null, country: null }
  expect(
    placeInWords({
      ...nowhere,
      label: 'work',
      street: 'Calle Mayor 3',
      postcode: '28013',
      locality: 'Madrid',
    }),
  ).toBe('work: Calle Mayor 3, 28013 Madrid')
  expect(placeInWords({ ...nowhere, label: null })).toBe('')
})
