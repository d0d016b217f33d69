import { expect, test } from 'vitest'
import { id } from '../../kit/ids.ts'
import { type Edit, edited, newPerson } from '../people/edit.ts'
import { evidenceOf } from './evidence.ts'

const hand = { by: 'hand', on: '2026-03-11' } as const
const phone = { by: 'import', id: 'i1', on: '2026-03-10' } as const
const told = (edit: Edit, by: typeof hand | typeof phone) =>
  edited(newPerson(id('person', 'a')), edit, by)
const channel = (
  kind: 'mail' | 'phone' | 'message',
  value: string,
  label: string | null = null,
) => ({
  kind,
  value,
  label,
  preferred: false,
})

test('each value stands once, with everybody who said it, in one order for both sides', () => {
  const records = [
    told({ name: 'Ana Ruiz', channels: [channel('phone', '1'), channel('mail', 'a@x')] }, hand),
    told(
      {
        name: 'Ana Ruiz',
        names: [{ part: 'nickname', text: 'Anita' }],
        channels: [channel('mail', 'a@x'), channel('message', 'anar', 'Signal')],
        dates: [{ what: 'birthday', date: '1984-02-03' }],
      },
      phone,
    ),
  ]
  expect(evidenceOf(records)).toEqual([
    { kind: 'name', value: 'Ana Ruiz', sources: [hand, phone] },
    { kind: 'nickname', value: 'Anita', sources: [phone] },
    { kind: 'mail', value: 'a@x', sources: [hand, phone] },
    { kind: 'phone', value: '1', sources: [hand] },
    { kind: 'link', value: 'Signal: anar', sources: [phone] },
    { kind: 'birthday', value: '1984-02-03', sources: [phone] },
  ])
})

test('a place is told in one line, and a record with nothing to compare says nothing', () => {
  const bare = { label: null, region: null }
  const places = [
    { ...bare, street: 'Calle Mayor 1', locality: 'Madrid', postcode: '28013', country: null },
    { ...bare, street: null, locality: null, postcode: null, country: null },
  ]
  expect(evidenceOf([told({ places }, hand)])).toEqual([
    { kind: 'place', value: 'Calle Mayor 1, 28013, Madrid', sources: [hand] },
  ])
  expect(evidenceOf([newPerson(id('person', 'a'))])).toEqual([])
})

test('of hundreds of addresses as many are shown as an eye compares', () => {
  const many = Array.from({ length: 300 }, (_, number) => channel('mail', `${number}@x`))
  expect(evidenceOf([told({ channels: many }, hand)])).toHaveLength(8)
})
