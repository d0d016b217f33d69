import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { id, type PersonId } from '../../src/kit/ids.ts'
import { pairsFor } from '../../src/notebook/duplicates/compare.operations.ts'
import { pageOfPeople } from '../../src/notebook/duplicates/looks.store.ts'
import { signIn, startServer } from '../../test/stand/server.ts'
import { asking, readsUntil } from '../asking.ts'
import { cpuSecondsOf, inFreshFolder, openAsker, residentMegabytes } from '../home.ts'
import { asCard } from '../linkage/as-cards.ts'
import { madeUpBook } from '../linkage/books.ts'
import { type BenchCase, type Figures, timed, type Wishes, waits } from '../measure.ts'

const sizes = [10_000, 100_000]
const arrivals = 200

/** Who stands in the notebook twice: a look through everybody at a server that is asked, and one person who comes. */
export const duplicatesCase: BenchCase = {
  name: 'duplicates',
  measures: [
    { name: 'look at 10,000', unit: 's', atMost: 3 },
    { name: 'look at 100,000', unit: 's', atMost: 60 },
    ...sizes.flatMap((size) => [
      { name: `look at ${inWords(size)}, of computing`, unit: 's' as const },
      { name: `peak memory, ${inWords(size)}`, unit: 'MB' as const, atMost: 1000 },
      { name: `find at rest, ${inWords(size)} p50`, unit: 'ms' as const },
      { name: `find at rest, ${inWords(size)} p95`, unit: 'ms' as const },
      { name: `find meanwhile, ${inWords(size)} p50`, unit: 'ms' as const },
      { name: `find meanwhile, ${inWords(size)} p95`, unit: 'ms' as const, atMost: 50 },
      { name: `one who comes, ${inWords(size)} p50`, unit: 'ms' as const, atMost: 10 },
      { name: `one who comes, ${inWords(size)} p95`, unit: 'ms' as const },
      { name: `written with it, ${inWords(size)} p50`, unit: 'ms' as const },
    ]),
  ],
  against: null,
  contestants: { sobremesa },
}

function inWords(size: number): string {
  return size.toLocaleString('en')
}

async function sobremesa({ people }: Wishes): Promise<Figures> {
  const all: Record<string, number> = {}
  for (const size of people === null ? sizes : [people]) {
    Object.assign(all, await inFreshFolder((folder) => lookedAt(folder, size)))
  }
  return all
}

async function lookedAt(folder: string, size: number): Promise<Figures> {
  const home = join(folder, 'home')
  await bringIn(folder, home, size)
  return { ...(await atServer(home, size)), ...(await onArrival(home, size)) }
}

async function bringIn(folder: string, home: string, size: number): Promise<void> {
  const path = join(folder, 'book.vcf')
  const text = madeUpBook(size).records.map(asCard).join('')
  await writeFile(path, text)
  const asker = await openAsker(home)
  await asker.ask('contacts.import', { files: [{ name: 'book.vcf', path, size: text.length }] })
  await asker.close()
}

async function atServer(home: string, size: number): Promise<Figures> {
  const server = await startServer({ home })
  const resident: number[] = []
  const watch = setInterval(() => {
    void residentMegabytes(server.pid).then((now) => now !== null && resident.push(now))
  }, 50)
  try {
    const ask = asking(server.origin, await signIn(server))
    const quiet = await readsUntil(ask, pause(2000))
    const before = await cpuSecondsOf(server.pid)
    const looking = timed(() => ask('contacts.duplicates', { limit: 1000 }))
    const busy = await readsUntil(ask, looking)
    const [, milliseconds] = await looking
    const after = await cpuSecondsOf(server.pid)
    return {
      [`look at ${inWords(size)}`]: milliseconds / 1000,
      [`look at ${inWords(size)}, of computing`]: (after ?? Number.NaN) - (before ?? 0),
      [`peak memory, ${inWords(size)}`]: Math.max(...resident),
      ...waits(`find at rest, ${inWords(size)}`, quiet),
      ...waits(`find meanwhile, ${inWords(size)}`, busy),
    }
  } finally {
    clearInterval(watch)
    await server.stop()
  }
}

/** Somebody is compared with whom the indexes name; and a whole write with it, the disk included. */
async function onArrival(home: string, size: number): Promise<Figures> {
  const asker = await openAsker(home)
  const compared: number[] = []
  for (const person of await somePeople(asker, size)) {
    compared.push((await asker.read((ctx) => timed(() => pairsFor(ctx, person))))[1])
  }
  const written: number[] = []
  for (const card of madeUpBook(arrivals, 'as published', 2).records) {
    const name = [...(card.values['given'] ?? []), ...(card.values['family'] ?? [])].join(' ')
    const channels = (card.values['mail'] ?? []).map((value) => ({ kind: 'mail', value }))
    written.push((await timed(() => asker.ask('people.add', { name, channels })))[1])
  }
  await asker.close()
  return {
    ...waits(`one who comes, ${inWords(size)}`, compared.slice(1)),
    [`written with it, ${inWords(size)} p50`]: waits('it', written)['it p50'] ?? Number.NaN,
  }
}

/** From all over the book; the first is there to warm what is read once. */
async function somePeople(
  { read }: Awaited<ReturnType<typeof openAsker>>,
  size: number,
): Promise<PersonId[]> {
  const step = Math.max(1, Math.floor(size / arrivals))
  return read(async ({ db, owner }) => {
    const all = await pageOfPeople(db, owner, { after: id('person', ''), limit: size })
    return all.filter((_, at) => at % step === 0)
  })
}
