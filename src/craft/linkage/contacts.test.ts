import { describe, expect, test } from 'vitest'
import { link, type Linked } from './link.ts'
import { reasonsInEnglish } from './reasons.ts'
import { type Field, type LinkRecord, pairKey } from './records.ts'

const roles = [
  'given',
  'family',
  'full',
  'nickname',
  'mail',
  'phone',
  'link',
  'organisation',
  'birth',
  'street',
  'locality',
] as const
const fields: readonly Field[] = roles.map((role) => ({ name: role, role }))

type Card = Readonly<Partial<Record<(typeof roles)[number], string>>>

function recordOf(card: Card, at: number): LinkRecord {
  const values = Object.entries(card).map(([role, value]) => [role, [value]])
  return { id: `card ${at}`, values: Object.fromEntries(values) }
}

function run(
  cards: readonly Card[],
  more: { readonly distinct?: ReadonlySet<string> } = {},
): Linked {
  const work = link(cards.map(recordOf), { fields, region: 'DE', floor: 0.001, ...more })
  let step = work.next()
  while (!step.done) step = work.next()
  return step.value
}

const probabilityOf = (...cards: readonly Card[]) => run(cards).pairs[0]?.p ?? 0

const max = { given: 'Max', family: 'Weber' }

describe('two cards of one person are found', () => {
  const found: readonly (readonly [string, Card, Card])[] = [
    [
      'same name, work and private mail',
      { ...max, mail: 'max.weber@acme.de' },
      { ...max, mail: 'maxw77@gmail.com' },
    ],
    [
      'same name and phone, two mails',
      { ...max, mail: 'm@acme.de', phone: '0171 2345678' },
      { ...max, mail: 'mw@gmx.de', phone: '+49 171 2345678' },
    ],
    [
      'a nickname and the same mail',
      { given: 'Maximilian', family: 'Weber', mail: 'mw@acme.de' },
      { ...max, mail: 'MW@acme.de' },
    ],
    [
      'a married name and the same phone',
      { given: 'Julia', family: 'Klein', phone: '0171 2345678' },
      { given: 'Julia', family: 'Hoffmann', phone: '0171/2345678' },
    ],
    [
      'a name in another script and the same mail',
      { given: 'Наталья', family: 'Иванова', mail: 'n.i@post.ru' },
      { given: 'Natalia', family: 'Ivanova', mail: 'n.i@post.ru' },
    ],
    [
      'swapped names and the same birthday',
      { given: 'Weber', family: 'Max', birth: '1980-03-01' },
      { ...max, birth: '1.3.1980' },
    ],
    [
      'swapped names and the same organisation',
      { given: 'Weber', family: 'Max', organisation: 'Acme' },
      { ...max, organisation: 'ACME GmbH' },
    ],
    [
      'initials and the same organisation',
      { given: 'M.', family: 'Weber', organisation: 'Acme' },
      { ...max, organisation: 'Acme AG' },
    ],
    [
      'initials and the same mail domain',
      { given: 'M', family: 'Weber', mail: 'mweber@acme.de' },
      { ...max, mail: 'max.weber@acme.de' },
    ],
    [
      'a title and a name as one text',
      { full: 'Dr. Max Weber', mail: 'mw@acme.de' },
      { ...max, mail: 'mw@acme.de' },
    ],
    [
      'Gmail with and without its dots',
      { ...max, mail: 'max.weber77@gmail.com' },
      { given: 'M', family: 'Weber', mail: 'maxweber77+list@googlemail.com' },
    ],
    [
      'two addresses of one profile',
      { ...max, link: 'https://www.linkedin.com/in/max-weber-12/' },
      { full: 'Weber, Max', link: 'http://de.linkedin.com/in/Max-Weber-12?trk=x' },
    ],
  ]
  test.each(found)('%s', (_, one, other) => {
    expect(probabilityOf(one, other)).toBeGreaterThan(0.5)
  })
})

describe('two people stay two', () => {
  const two: readonly (readonly [string, Card, Card])[] = [
    [
      'on one office line',
      { ...max, phone: '030 1234567', organisation: 'Acme' },
      { given: 'Julia', family: 'Klein', phone: '030 1234567', organisation: 'Acme' },
    ],
    [
      'in one household',
      { ...max, phone: '030 1234567', street: 'Hauptstr. 1', locality: 'Berlin' },
      {
        given: 'Julia',
        family: 'Weber',
        phone: '030 1234567',
        street: 'Hauptstr. 1',
        locality: 'Berlin',
      },
    ],
    [
      'with one family mailbox',
      { full: 'Max Weber', mail: 'weber@gmx.de' },
      { full: 'Julia Weber', mail: 'weber@gmx.de' },
    ],
    [
      'who are called nearly alike at home',
      { given: 'Mario', family: 'Rossi', phone: '030 1234567' },
      { given: 'Maria', family: 'Rossi', phone: '030 1234567' },
    ],
    [
      'who are father and son of one name',
      { ...max, phone: '030 1234567', birth: '1950-03-04' },
      { ...max, phone: '030 1234567', birth: '1981-11-12' },
    ],
    [
      'who are senior and junior',
      { given: 'John', family: 'Smith Sr.', phone: '030 1234567' },
      { given: 'John', family: 'Smith Jr.', phone: '030 1234567' },
    ],
    [
      'with one first name at one company',
      { ...max, mail: 'max.weber@acme.de', organisation: 'Acme' },
      { given: 'Max', family: 'Klein', mail: 'max.klein@acme.de', organisation: 'Acme' },
    ],
  ]
  test.each(two)('%s', (_, one, other) => {
    const { pairs, clusters } = run([one, other])
    expect(pairs[0]?.p ?? 0).toBeLessThan(0.95)
    expect(pairs.some(({ certain }) => certain)).toBe(false)
    expect(clusters).toEqual([])
  })
})

test('an address under compatible names is certain, one that three names share is not', () => {
  const mail = 'office@acme.de'
  const shared = ['Max Weber', 'Julia Klein', 'Otto Lange'].map((full) => ({ full, mail }))
  expect(
    run([
      { ...max, mail: 'mw@acme.de' },
      { full: 'Max Weber', mail: 'mw@acme.de' },
    ]).pairs[0]?.certain,
  ).toBe(true)
  expect(run([...shared, { full: 'Anna Roth', mail }]).pairs.filter(({ p }) => p > 0.5)).toEqual([])
})

test('the same person twice behind a shared address is found, the colleagues are left alone', () => {
  const mail = 'office@acme.de'
  const names = ['Max Weber', 'Julia Klein', 'Otto Lange', 'Max Weber']
  const { clusters } = run(names.map((full) => ({ full, mail })))
  expect(clusters).toEqual([['card 0', 'card 3']])
})

test('what somebody said are two people is never joined, not even through a third card', () => {
  const cards = [max, { ...max, phone: '0171 2345678' }, { ...max, phone: '0171 2345678' }]
  const distinct = new Set([pairKey('card 0', 'card 1')])
  const { pairs, clusters } = run(cards, { distinct })
  expect(pairs.some(({ a, b }) => distinct.has(pairKey(a, b)))).toBe(false)
  expect(clusters.some((members) => members.includes('card 0') && members.includes('card 1'))).toBe(
    false,
  )
})

test('no card, one card and cards that say nothing give no pairs', () => {
  expect(run([]).pairs).toEqual([])
  expect(run([max]).pairs).toEqual([])
  expect(run([{}, {}, { given: '' }]).pairs).toEqual([])
})

test('strangers in a small book are not joined', () => {
  const names = [
    'Ana Díaz',
    'Bruno Meyer',
    'Clara Rossi',
    'Diego Sanz',
    'Eva Lund',
    'Finn Berg',
    'Gita Rao',
  ]
  const cards = names.map((full, at) => ({
    full,
    phone: `0171 23456${10 + at * 7}`,
    organisation: at % 2 ? 'Acme' : 'Beta',
  }))
  expect(run(cards).pairs.filter(({ p }) => p > 0.3)).toEqual([])
})

test('of a name that is written as a whole it is said which words agree', () => {
  const cards = [
    { full: 'Dr. Carla Méndez', mail: 'carla@acme.example' },
    { full: 'Mendez, Carla', mail: 'carla@acme.example' },
  ]
  const words = reasonsInEnglish(run(cards).pairs[0]?.agreements ?? [])
  expect(words).toContain('same first name Carla')
  expect(words.join()).not.toContain('first name Dr.')
})
