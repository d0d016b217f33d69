import { join } from 'node:path'
import { id } from '../../src/kit/ids.ts'
import { fold } from '../../src/kit/text.ts'
import { nameOf } from '../../src/notebook/people/person.ts'
import { diceFor, generatedPerson } from '../../src/notebook/sample/generated.ts'
import { inFreshFolder, openAsker } from '../home.ts'
import { type BenchCase, type Figures, timed, type Wishes, waits } from '../measure.ts'
import { fill, openPlainFts5 } from '../plain-fts5.ts'

const usualPeople = 10_000
const asksOfEachLength = 100

/** Finding somebody as one types, among ten thousand people; `--people 100000` for more. */
export const searchCase: BenchCase = {
  name: 'search',
  measures: [
    ...[1, 2, 3, 4, 5, 6].flatMap((letters) => [
      { name: `${letters} typed p50`, unit: 'ms' as const },
      { name: `${letters} typed p95`, unit: 'ms' as const, atMost: 50 },
    ]),
    { name: 'with a slip p50', unit: 'ms' },
    { name: 'with a slip p95', unit: 'ms', atMost: 50 },
    { name: 'everything p50', unit: 'ms' },
    { name: 'everything p95', unit: 'ms', atMost: 50 },
    { name: 'all p50', unit: 'ms' },
    { name: 'all p95', unit: 'ms' },
  ],
  against: 'all p50',
  contestants: {
    sobremesa: (wishes) => inFreshFolder((folder) => ours(folder, wishes)),
    'plain FTS5 prefix query': (wishes) => inFreshFolder((folder) => plain(folder, wishes)),
  },
}

async function ours(folder: string, { people }: Wishes): Promise<Figures> {
  const count = people ?? usualPeople
  const asker = await openAsker(folder)
  await asker.ask('sample.load', { people: count })
  const find = (text: string) => asker.ask('people.find', { text, limit: 20 })
  const everything = (text: string) => asker.ask('search.everything', { text })
  await find('warm')
  await everything('warm')
  const prefixes = await typing(count, find)
  const slips = await taken(surnames(count, 7).map(withSlip), find)
  const all = await taken(
    surnames(count, 8).map((name) => name.slice(0, 5)),
    everything,
  )
  await asker.close()
  return { ...prefixes, ...waits('with a slip', slips), ...waits('everything', all) }
}

async function plain(folder: string, { people }: Wishes): Promise<Figures> {
  const count = people ?? usualPeople
  const file = openPlainFts5(join(folder, 'plain.db'))
  fill(
    file,
    Array.from({ length: count }, (_, number) => nameOf(personNumber(number))),
  )
  const query = file.prepare(
    'select texts.text from found join texts on texts.id = found.rowid where found match ? order by rank limit 20',
  )
  const figures = await typing(count, (text) => query.all(`"${text}"*`))
  file.close()
  return figures
}

/** The first letters of names, of one to six letters. */
async function typing(count: number, find: (text: string) => unknown): Promise<Figures> {
  const all: number[] = []
  const figures: Record<string, number> = {}
  for (let letters = 1; letters <= 6; letters++) {
    const texts = surnames(count, letters).map((name) => name.slice(0, letters))
    const milliseconds = await taken(texts, find)
    all.push(...milliseconds)
    Object.assign(figures, waits(`${letters} typed`, milliseconds))
  }
  return { ...figures, ...waits('all', all) }
}

async function taken(texts: readonly string[], find: (text: string) => unknown): Promise<number[]> {
  const milliseconds: number[] = []
  for (const text of texts) milliseconds.push((await timed(() => find(text)))[1])
  return milliseconds
}

function surnames(count: number, seed: number): string[] {
  const dice = diceFor(seed)
  return Array.from({ length: asksOfEachLength }, () => {
    const person = personNumber(Math.floor(dice() * count))
    return fold(person.names.find(({ part }) => part === 'family')?.text ?? '')
  })
}

/** Two neighbours change places, as they do under hurried fingers. */
function withSlip(name: string): string {
  const at = Math.min(2, name.length - 2)
  return name.slice(0, at) + name.charAt(at + 1) + name.charAt(at) + name.slice(at + 2)
}

function personNumber(number: number) {
  return generatedPerson(number, id('person', String(number)), { by: 'sample', on: '2026-03-12' })
}
