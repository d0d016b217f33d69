import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { createCopy, type NearAnswer, type NearInput } from '../../src/web/offline/copy.ts'
import { nameOfPage } from '../../src/web/offline/page-names.ts'
import { sealerFrom } from '../../src/web/offline/seal.ts'
import { type Loose, type Notebook, openNotebook } from '../dialects/notebook.ts'
import { type Dice, diceFrom, walk } from '../dialects/walk.ts'
import { temporaryFolder } from '../stand/temporary.ts'
import { openFileShelf } from './file-shelf.ts'
import { seedsOr } from './seeds.ts'

const seeds = seedsOr([1, 2, 3])
const looks = 40
const sealer = sealerFrom(new Uint8Array(64).fill(3), (bytes) => new Uint8Array(randomBytes(bytes)))

test.each(seeds)(
  'a device that hears only what changed keeps the same as one that hears everything (seed %i)',
  async (seed) => {
    using home = temporaryFolder('copy')
    const notebook = await openNotebook('sqlite', seed)
    const dice = diceFrom(seed)
    try {
      const shelf = openFileShelf(join(home.path, 'device'))
      const device = createCopy(shelf, sealer)
      const asked = new Map<string, Asked>()
      for (let look = 0; look < looks; look++) {
        const walked = await walk(onOneDay(notebook), seed * 1000 + look, 1 + dice.below(12))
        const deeds = [...walked.deeds]
        if (dice.below(4) === 0) deeds.push(await amongPeople(notebook, dice))
        if (dice.below(8) === 0) notebook.clock.pass(24)
        const heard = await near(notebook, await device.asks([]))
        await device.take(heard)
        const everything = await near(notebook, {})
        const fresh = openFileShelf(join(home.path, `fresh-${look}`))
        await createCopy(fresh, sealer).take(everything)
        for (const page of [...heard.pages, ...everything.pages]) {
          asked.set(sealer.nameOf(nameOfPage(page.operation, page.input)), page)
        }
        const { [leavesKey]: leaves, ...kept } = await opened(shelf)
        const { [leavesKey]: freshOnes, ...more } = await opened(fresh)
        // Whoever changed lately is near as well; of them too, only what is so now.
        expect(leaves).toMatchObject({ leaves: expect.objectContaining(freshOnes.leaves) })
        expect(keysIn(leaves.leaves)).toEqual(new Set(Object.keys(kept).filter(isPage)))
        for (const name of Object.keys(kept).filter((one) => !(one in more))) {
          more[name] = await answerNow(notebook, asked.get(name))
        }
        expect(named(kept, asked), `after ${deeds.join(', ')}`).toEqual(named(more, asked))
      }
    } finally {
      await notebook.close()
    }
  },
)

const leavesKey = sealer.nameOf('leaves')
const listKeys = new Set([sealer.nameOf('everybody'), sealer.nameOf('talks')])

function isPage(key: string): boolean {
  return !listKeys.has(key)
}

/** Where all pages of these leaves lie: nothing lies there that belongs to none. */
function keysIn(leaves: Readonly<Record<string, Loose>>): Set<string> {
  return new Set(Object.values(leaves).flatMap(({ keys }) => keys))
}

interface Asked {
  readonly operation: string
  readonly input: object
}

async function answerNow(notebook: Notebook, asked: Asked | undefined): Promise<unknown> {
  if (!asked) return 'never asked for'
  return notebook.ask(asked.operation, asked.input).catch((error: unknown) => String(error))
}

function named(
  pages: Readonly<Record<string, unknown>>,
  asked: ReadonlyMap<string, Asked>,
): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(pages).map(([key, page]) => {
      const { operation = key, input = {} } = asked.get(key) ?? {}
      return [`${operation} ${JSON.stringify(input)}`, page]
    }),
  )
}

/** What the walk does not do: somebody becomes one with another, or stands on the page of whom they introduced. */
async function amongPeople(notebook: Notebook, dice: Dice): Promise<string> {
  const { people } = await notebook.ask('people.list', { limit: 200 })
  if (people.length < 2) return 'nobody'
  const [one, other] = [dice.of<Loose>(people), dice.of<Loose>(people)]
  const [name, input] = dice.of<[string, object]>([
    ['people.merge', { people: [one.id, other.id] }],
    ['people.change', { id: one.id, meeting: { through: other.id } }],
    ['people.change', { id: one.id, name: `${one.name} Nova` }],
  ])
  const refused = await notebook.ask(name, input).then(
    () => '',
    (error: unknown) => `: ${String(error)}`,
  )
  return `${name}${refused}`
}

function near(notebook: Notebook, asked: NearInput): Promise<NearAnswer> {
  return notebook.ask('notebook.near', asked)
}

/** Another day draws every page anew; what a device hears on the same day is what this looks at. */
function onOneDay(notebook: Notebook): Notebook {
  return { ...notebook, clock: { ...notebook.clock, pass: () => {} } }
}

/** All that a shelf holds of the copy, by its names; the people by theirs. */
async function opened(shelf: ReturnType<typeof openFileShelf>): Promise<Record<string, Loose>> {
  const rows = await shelf.all('copy')
  return Object.fromEntries(
    rows.map(({ key, value }) => {
      const kept: Loose = JSON.parse(sealer.open(value) ?? 'null')
      if (Array.isArray(kept.people) && 'mark' in kept) {
        kept.people.sort((one: Loose, other: Loose) => (one.id < other.id ? -1 : 1))
      }
      return [String(key), kept]
    }),
  )
}
