import type { BookKind } from '../linkage/books.ts'
import { contactsFigures } from '../linkage/contacts.ts'
import { measured } from '../linkage/figures.ts'
import { isThere, readSet, sets } from '../linkage/sets.ts'
import { labelled, readTable } from '../linkage/table.ts'
import type { BenchCase, Contestant, Measure } from '../measure.ts'

const present = sets.filter(isThere)

/** A labelled set that stands beside the project: each is a contestant of its own, in a process of its own. */
const onSets = present.map((set): [string, Contestant] => [
  `sobremesa: ${set.name}`,
  async () => {
    const { 'best F1': best, ...rest } = measured(await readSet(set))
    return { [`${set.name}: best F1`]: best ?? 0, ...rest }
  },
])

const books: readonly [string, number, BookKind][] = [
  ['a book of 300 contacts', 300, 'as published'],
  ['a book of 10,000 contacts', 10_000, 'as published'],
  ['a book of 100,000 contacts', 100_000, 'as published'],
  ['a dense book of 10,000 contacts', 10_000, 'dense namesakes'],
  ['a dense book of 100,000 contacts', 100_000, 'dense namesakes'],
]

const onBooks = books.map(([name, size, kind]): [string, Contestant] => [
  `sobremesa: ${name}`,
  async () => {
    const { seconds, ...rest } = await contactsFigures(size, kind)
    return { ...rest, [`${name}: seconds`]: seconds ?? 0 }
  },
])

const shares = [
  'precision at best F1',
  'recall at best F1',
  'probability at best F1',
  'best F1, without pairs through a third',
  'F1 at p ≥ .95',
  'precision at p ≥ .95',
  'recall at p ≥ .95',
  'F1 of clusters',
  'precision of clusters',
  'recall of clusters',
  'precision of certain pairs',
  'best F1',
]

const measures: readonly Measure[] = [
  ...sets.map(({ name, splink }) => ({
    name: `${name}: best F1`,
    unit: 'share' as const,
    atLeast: splink,
  })),
  ...shares.map((name) => ({ name, unit: 'share' as const })),
  { name: 'a book of 300 contacts: seconds', unit: 's' },
  { name: 'a book of 10,000 contacts: seconds', unit: 's', atMost: 3 },
  { name: 'a book of 100,000 contacts: seconds', unit: 's', atMost: 60 },
  { name: 'a dense book of 10,000 contacts: seconds', unit: 's', atMost: 3 },
  { name: 'a dense book of 100,000 contacts: seconds', unit: 's', atMost: 60 },
  { name: 'seconds', unit: 's' },
  { name: 'seconds of computing', unit: 's' },
  { name: 'longest step', unit: 'ms' },
  { name: 'one new contact among 200', unit: 'ms' },
  { name: 'most memory', unit: 'MB', atMost: 1024 },
]

/** How well one person in several records is found: on labelled sets, and in made-up address books. */
export const linkageCase: BenchCase = {
  name: 'linkage',
  measures,
  against: null,
  contestants: Object.fromEntries([...onSets, ...onBooks]),
  leftOut: sets
    .filter((set) => !present.includes(set))
    .map(({ name, files }) => `linkage: ${name} is left out, ${files.join(' and ')} are not here.`),
  async ofTable({ table }) {
    if (!table) throw new Error('There is no table to link')
    const tables = await Promise.all(table.files.map(readTable))
    return measured(labelled(tables, table), table.region ?? undefined)
  },
}
