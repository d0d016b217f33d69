import { randomBytes } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { Loose } from '../crash/wire.ts'
import { type Dice, diceFrom } from '../dialects/walk.ts'
import { root, signIn, startServer } from '../stand/server.ts'
import { temporaryFolder } from '../stand/temporary.ts'
import { Died } from './file-shelf.ts'
import { type Ask, emptyLogbook, faultsIn, type Logbook } from './logbook.ts'
import { newId, openPhone, type Phone, type Remains } from './phone.ts'
import { seedsOr } from './seeds.ts'
import { stormyWire, type Weather } from './wires.ts'

const seeds = seedsOr([1, 2, 3])
const deeds = 500

/** One of the two phones, with everything that a storm does to it. */
interface Sailor {
  readonly name: string
  readonly remains: Remains
  readonly weather: Weather
  readonly wire: ReturnType<typeof stormyWire>
  phone: Phone
  readonly restart: () => Phone
}

test.each(seeds)(
  `${deeds} deeds of two phones in a storm: nothing is lost, nothing is there twice (seed %i)`,
  { timeout: 300_000 },
  async (seed) => {
    using home = temporaryFolder('storm')
    const dice = diceFrom(seed)
    let server = await startServer({ home: home.path })
    const port = Number(new URL(server.origin).port)
    try {
      const cookie = await signIn(server)
      const boat = { origin: () => server.origin, cookie }
      const { ask, account } = await harbour(boat)
      const talks = [await plan(ask, 'Ana Storm'), await plan(ask, 'Ben Storm')]
      const crew = ['one', 'two'].map((name) =>
        sailor(name, { dice, boat, account, folder: home.path }),
      )
      const book = emptyLogbook()
      for (const one of crew) await one.phone.pull()
      for (let at = 0; at < deeds; at++) {
        const one = dice.of(crew)
        await survived(one, () => deedOf(one, { dice, book, talks, at }))
        if (at % 125 === 124) {
          await server.kill()
          server = await startServer({ home: home.path, port })
        }
      }
      for (const one of crew) await comeHome(one, talks)
      for (const one of crew) await comeHome(one, talks)
      expect(await faultsIn(ask, book, talks)).toEqual([])
      for (const one of crew) await expectSame(one, ask, talks)
    } finally {
      await server.stop()
    }
  },
)

interface Boat {
  readonly origin: () => string
  readonly cookie: string
}

async function harbour(boat: Boat): Promise<{ ask: Ask; account: string }> {
  const ask: Ask = async (operation, input) => {
    const answer = await fetch(`${boat.origin()}/api/${operation}`, {
      method: 'POST',
      headers: {
        cookie: boat.cookie,
        origin: boat.origin(),
        'content-type': 'application/json',
        'sobremesa-zone': 'Europe/Madrid',
      },
      body: JSON.stringify(input),
    })
    if (!answer.ok)
      throw new Error(`${operation} answered ${answer.status}: ${await answer.text()}`)
    return answer.json()
  }
  return { ask, account: (await ask('notebook.near', {})).account }
}

async function plan(ask: Ask, name: string): Promise<string> {
  const { id } = await ask('people.add', { name })
  return (await ask('conversations.plan', { people: [id] })).id
}

function sailor(
  name: string,
  sea: { dice: Dice; boat: Boat; account: string; folder: string },
): Sailor {
  const weather: Weather = { isOffline: false, isStormy: true }
  const wire = stormyWire(sea.dice, weather, sea.boat)
  const secret = new Uint8Array(randomBytes(64))
  const remains = { file: join(sea.folder, `phone-${name}`), secret, drafts: new Map() }
  const restart = (): Phone => openPhone(remains, wire.send, sea.account)
  return { name, remains, weather, wire, phone: restart(), restart }
}

/** Whoever dies in the middle of something is there again afterwards, with what was on the disk. */
async function survived(one: Sailor, work: () => Promise<void>): Promise<void> {
  try {
    await work()
  } catch (error) {
    if (!(error instanceof Died)) throw error
    one.phone = one.restart()
  }
}

interface Sea {
  readonly dice: Dice
  readonly book: Logbook
  readonly talks: readonly string[]
  readonly at: number
}

const photo = new Uint8Array(readFileSync(join(root, 'src/web/public/icons/icon-192.png')))

type DeedOf = (one: Sailor, sea: Sea) => Promise<void>

const weighted: readonly [number, DeedOf][] = [
  [24, captureLine],
  [8, addSomebody],
  [6, planWithNote],
  [16, appendLine],
  [8, changeOwnLine],
  [6, writeOnCommonLine],
  [5, attachPhoto],
  [10, pause],
  [7, async (one) => void (await one.phone.flush())],
  [6, (one) => one.phone.pull()],
  [5, async (one) => void (one.weather.isOffline = !one.weather.isOffline)],
  [3, (one) => one.wire.replayLate()],
  [4, die],
]
const hat = weighted.flatMap(([weight, deed]) => Array.from({ length: weight }, () => deed))

function deedOf(one: Sailor, sea: Sea): Promise<void> {
  return sea.dice.of(hat)(one, sea)
}

async function captureLine(one: Sailor, { at, book, dice }: Sea): Promise<void> {
  const word = `captured-${at}-end`
  const key = `Talker ${dice.below(8)} Storm: " ${word}`
  await one.phone.keep('conversations.capture', { text: key })
  book.once.add(word)
}

async function addSomebody(one: Sailor, { at, book }: Sea): Promise<void> {
  const name = `Person ${at} Storm`
  await one.phone.keep('people.add', { name, id: newId() })
  book.people.add(name)
}

async function planWithNote(one: Sailor, { at, book }: Sea): Promise<void> {
  const [person, talk] = [newId(), newId()]
  const [name, word] = [`Guest ${at} Storm`, `planned-${at}-end`]
  await one.phone.keep('people.add', { name, id: person })
  book.people.add(name)
  await one.phone.keep('conversations.plan', { id: talk, people: [person] })
  book.talks.add(talk)
  const text = `! ${word}`
  await one.phone.keep('notes.save', { kind: 'conversation', id: talk, text, since: 0 })
  book.once.add(word)
}

async function attachPhoto(one: Sailor, { at, book, dice, talks }: Sea): Promise<void> {
  const name = `photo-${at}.png`
  const file = new File([photo], name, { type: 'image/png' })
  const input = { conversation: dice.of(talks), id: newId() }
  await one.phone.keep('conversations.attach', input, file)
  book.photos.add(name)
}

async function appendLine(one: Sailor, { at, book, dice, talks }: Sea): Promise<void> {
  const word = `line-${at}-of-${one.name}-end`
  const keeper = await one.phone.keeper(dice.of(talks))
  keeper.type(`${keeper.text()}\n= ${word}`.trim())
  book.once.add(word)
}

/** A line of one's own is changed by nobody else, so each change of it is there in the end. */
async function changeOwnLine(one: Sailor, { at, book, dice, talks }: Sea): Promise<void> {
  const keeper = await one.phone.keeper(dice.of(talks))
  const lines = keeper.text().split('\n')
  const own = lines.filter((line) => line.includes(`-of-${one.name}-end`))
  if (own.length === 0) return
  const chosen = dice.of(own)
  const word = `changed-${at}-end`
  keeper.type(lines.map((line) => (line === chosen ? `${line} ${word}` : line)).join('\n'))
  book.once.add(word)
}

async function writeOnCommonLine(one: Sailor, { at, book, dice, talks }: Sea): Promise<void> {
  const keeper = await one.phone.keeper(dice.of(talks))
  const [first = '', ...rest] = keeper.text().split('\n')
  // A line of somebody's own is not the common one.
  if (first.startsWith('=')) return
  const word = `common-${at}-end`
  keeper.type([`${first} ${word}`.trim(), ...rest].join('\n'))
  book.common.add(word)
}

/** Somebody stops typing: what was typed is put on the disk, and sent. */
async function pause(one: Sailor, { talks }: Sea): Promise<void> {
  for (const talk of talks) await (await one.phone.keeper(talk)).flush()
  // A keeper takes the death of its shelf for a refusal; the phone is dead all the same.
  await one.phone.entries()
}

/** The phone dies at its next change, before or after that is on the disk; localStorage is there up to the last key. */
async function die(one: Sailor, { dice }: Sea): Promise<void> {
  one.phone.shelf.die(dice.of(['before', 'after']))
}

/** The storm is over: whatever waits goes out. */
async function comeHome(one: Sailor, talks: readonly string[]): Promise<void> {
  Object.assign(one.weather, { isOffline: false, isStormy: false })
  one.phone = one.restart()
  await one.phone.pull()
  for (const talk of talks) {
    const keeper = await one.phone.keeper(talk)
    expect(await keeper.flush(), `note of ${one.name}: ${String(keeper.view().error)}`).toBe(true)
  }
  expect(await one.phone.flush()).toBe(true)
  expect((await one.phone.entries()).filter(({ refused }) => refused)).toEqual([])
  await one.phone.pull()
}

function names(some: readonly { readonly name: string }[]): string[] {
  return some.map(({ name }) => name).toSorted()
}

async function expectSame(one: Sailor, ask: Ask, talks: readonly string[]): Promise<void> {
  // What the server has, and this phone has read, leaves no file behind.
  expect(await one.phone.shelf.all('files')).toEqual([])
  const asked: [string, object][] = [
    ['fields.list', {}],
    ['settings.show', {}],
    ...talks.map((id): [string, object] => [
      'notes.show',
      { kind: 'conversation', id, offRecord: true },
    ]),
    ...talks.map((id): [string, object] => ['conversations.show', { id }]),
  ]
  for (const [operation, input] of asked) {
    expect(await one.phone.answer(operation, input)).toEqual(await ask(operation, input))
  }
  const all: Loose = await one.phone.answer('people.list', { limit: 1000 })
  const { people, count } = await ask('people.list', { limit: 200 })
  expect(all.count).toBe(count)
  if (count <= 200) expect(names(all.people)).toEqual(names(people))
}
