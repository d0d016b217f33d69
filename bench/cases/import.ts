import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { signIn, startServer } from '../../test/stand/server.ts'
import { type Asking, asking, readsUntil, repeatedly } from '../asking.ts'
import { writeCards } from '../cards.ts'
import { inFreshFolder, openAsker, runCommand } from '../home.ts'
import { type BenchCase, type Figures, median, timed, type Wishes, waits } from '../measure.ts'
import { fill, openPlainFts5 } from '../plain-fts5.ts'

const usualCards = 10_000

/** A contacts file on its way in: how fast, how much memory, and how others fare meanwhile. */
export const importCase: BenchCase = {
  name: 'import',
  measures: [
    { name: 'cards', unit: '/s', atLeast: 2000 },
    { name: 'cards, of computing', unit: '/s' },
    { name: 'peak memory', unit: 'MB' },
    { name: 'memory, last tenth against sixth', unit: 'MB', atMost: 40 },
    { name: 'cards, four times as many', unit: '/s', atLeast: 2000 },
    { name: 'peak memory, four times as many', unit: 'MB' },
    { name: 'find, meanwhile p50', unit: 'ms' },
    { name: 'find, meanwhile p95', unit: 'ms', atMost: 50 },
    { name: 'find, at rest p50', unit: 'ms' },
    { name: 'find, at rest p95', unit: 'ms' },
    { name: 'another writer, meanwhile p95', unit: 'ms', atMost: 150 },
  ],
  against: 'cards',
  contestants: {
    sobremesa: (wishes) => inFreshFolder((folder) => throughTheCommand(folder, wishes)),
    'plain FTS5 insert': (wishes) => inFreshFolder((folder) => plainInsert(folder, wishes)),
    'sobremesa, through a server that is asked': (wishes) =>
      inFreshFolder((folder) => whileAsked(folder, wishes)),
  },
}

async function throughTheCommand(folder: string, { people }: Wishes): Promise<Figures> {
  const count = people ?? usualCards
  const one = await imported(folder, 'one', count)
  const four = await imported(folder, 'four', count * 4)
  return {
    cards: one.rate,
    'cards, of computing': one.cpuRate,
    'peak memory': one.peakMegabytes,
    'memory, last tenth against sixth': growth(four.resident),
    'cards, four times as many': four.rate,
    'peak memory, four times as many': four.peakMegabytes,
  }
}

async function imported(folder: string, name: string, count: number) {
  const file = join(folder, `${name}.vcf`)
  const home = join(folder, name)
  await writeCards(file, count)
  // Making the home and starting the program are not the import.
  const start = await runCommand(home, ['people', 'list'])
  const done = await runCommand(home, ['contacts', 'import', file])
  return {
    ...done,
    rate: count / (done.seconds - start.seconds),
    cpuRate: count / (done.cpuSeconds - start.cpuSeconds),
  }
}

/** What the process held on average in its last tenth, less what it held in the sixth, when it was warm. */
function growth(resident: readonly number[]): number {
  const tenth = (number: number) => {
    const from = Math.floor((resident.length * number) / 10)
    return median(
      resident.slice(from, Math.max(from + 1, Math.floor((resident.length * (number + 1)) / 10))),
    )
  }
  return tenth(9) - tenth(5)
}

async function plainInsert(folder: string, { people }: Wishes): Promise<Figures> {
  const count = people ?? usualCards
  const file = join(folder, 'cards.vcf')
  await writeCards(file, count)
  const plain = openPlainFts5(join(folder, 'plain.db'))
  const [, milliseconds] = await timed(async () => {
    const text = await readFile(file, 'utf8')
    fill(plain, text.split(/(?<=END:VCARD\r\n)/u))
  })
  plain.close()
  return { cards: (count / milliseconds) * 1000 }
}

async function whileAsked(folder: string, { people }: Wishes): Promise<Figures> {
  const count = people ?? usualCards
  const home = join(folder, 'home')
  const file = join(folder, 'cards.vcf')
  const asker = await openAsker(home)
  await asker.ask('sample.load', { people: 1000 })
  await asker.close()
  const server = await startServer({ home })
  try {
    const ask = asking(server.origin, await signIn(server))
    // As above, starting what does the work is not the work: the server does it in a thread, begun with the first job.
    await writeCards(file, 10)
    await ask.file('contacts.import', file)
    await writeCards(file, count)
    const quiet = await readsUntil(ask, pause(2000))
    const began = performance.now()
    const importing = ask.file('contacts.import', file)
    const [busy, writes] = await Promise.all([
      readsUntil(ask, importing),
      writesUntil(ask, importing),
    ])
    const seconds = (performance.now() - began) / 1000
    return {
      cards: count / seconds,
      ...waits('find, at rest', quiet),
      ...waits('find, meanwhile', busy),
      'another writer, meanwhile p95': waits('wait', writes)['wait p95'] ?? Number.NaN,
    }
  } finally {
    await server.stop()
  }
}

/** Somebody writes a label now and then, and waits for the slice of the import to end. */
async function writesUntil(ask: Asking, end: Promise<unknown>): Promise<number[]> {
  return repeatedly(end, 200, (at) => ask('people.add', { name: `Somebody ${at}` }))
}
