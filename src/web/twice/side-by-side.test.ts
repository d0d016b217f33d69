import { beforeAll, expect, test } from 'vitest'
import type { Day } from '../../kit/days.ts'
import { invented as person } from '../people/invented-person.ts'
import type { Person } from '../people/shapes.ts'
import { bringWords, t } from '../words/words.ts'
import { addressKey, sideBySide } from './side-by-side.ts'

beforeAll(bringWords)

const today: Day = '2026-03-12'
const told = { t, wall: { zone: 'Europe/Madrid', locale: 'en-GB', today } }

const mail = (value: string, label: string | null = null) =>
  ({ kind: 'mail', value, label, preferred: false }) as const
const phone = (value: string) => ({ kind: 'phone', value, label: null, preferred: false }) as const

function rowsOf(one: Person, other: Person) {
  return sideBySide(one, other, told).map(
    ({ part, verdict, one: left, other: right }) =>
      `${part} ${verdict}: ${left?.words ?? '–'} | ${right?.words ?? '–'}`,
  )
}

test('what both say is one row, however it was written', () => {
  const one = person({
    name: 'María José Pérez',
    channels: [mail('MJ@acme.example'), phone('+34 600 11 22 33')],
  })
  const other = person({
    name: 'Maria Jose Perez',
    channels: [phone('0034600112233'), mail('mj@acme.example')],
  })
  expect(rowsOf(one, other)).toEqual([
    'name same: María José Pérez | Maria Jose Perez',
    'mail same: MJ@acme.example | mj@acme.example',
    'phone same: +34 600 11 22 33 | 0034600112233',
  ])
})

const role = (title: string, from: string | null, to: string | null) => ({
  title,
  organisation: 'Museum',
  organisationId: null,
  department: null,
  from,
  to,
})

test('one role is one row, though only one of the two says from when to when', () => {
  const one = person({ roles: [role('Registrar', null, null)] })
  const other = person({ roles: [role('Head', '2024', null), role('Registrar', '2015', '2024')] })
  const rows = sideBySide(one, other, told).filter(({ part }) => part === 'role')
  expect(rows.map(({ verdict }) => verdict)).toEqual(['same', 'one'])
})

test('what differs stands side by side, and what only one says stands alone', () => {
  const one = person({ channels: [mail('ana@acme.example', 'work'), phone('600112233')] })
  const other = person({
    name: 'Ana Ruiz García',
    channels: [mail('ana@home.example'), mail('ana@acme.example')],
  })
  expect(rowsOf(one, other)).toEqual([
    'name differs: Ana Ruiz | Ana Ruiz García',
    'mail same: ana@acme.example | ana@acme.example',
    'mail one: – | ana@home.example',
    'phone one: 600112233 | –',
  ])
})

test('a birthday stands beside a birthday, never beside an anniversary', () => {
  const one = person({ dates: [{ what: 'birthday', date: '1985-04-12' }] })
  const other = person({
    dates: [
      { what: 'anniversary', date: '2010-06-01' },
      { what: 'Birthday', date: '1985-04-13' },
    ],
  })
  expect(rowsOf(one, other)).toEqual([
    'name same: Ana Ruiz | Ana Ruiz',
    'date differs: 12 April 1985 | 13 April 1985',
    'date one: – | 1 June 2010',
  ])
})

test('a value that one record has twice is shown once', () => {
  const one = person({ channels: [phone('+49 30 901820'), phone('030 901820')] })
  expect(rowsOf(one, person({}))).toEqual([
    'name same: Ana Ruiz | Ana Ruiz',
    'phone one: +49 30 901820 | –',
  ])
})

test('two fields or two labels are no contradiction', () => {
  const one = person({ labels: ['Teruel'], fields: [{ field: 'f1', name: 'Radio', kind: null }] })
  const other = person({ labels: ['Zaragoza'], fields: [{ field: 'f2', name: 'UX', kind: 'P' }] })
  expect(rowsOf(one, other)).toEqual([
    'name same: Ana Ruiz | Ana Ruiz',
    'field one: Radio | –',
    'field one: – | UX',
    'label one: Teruel | –',
    'label one: – | Zaragoza',
  ])
})

test('addresses are one by what they reach, not by how they are typed', () => {
  expect(addressKey('link', 'https://www.acme.example/')).toBe(addressKey('link', 'acme.example'))
  expect(addressKey('phone', '+34 600-112-233')).toBe(addressKey('phone', '600 112 233'))
  expect(addressKey('phone', '600 112 233 ext 4')).not.toBe(addressKey('phone', '600 112 233'))
  expect(addressKey('phone', '600 112 233')).not.toBe(addressKey('phone', '600 112 234'))
  expect(addressKey('mail', 'Ana@Acme.example ')).toBe(addressKey('mail', 'ana@acme.example'))
})
