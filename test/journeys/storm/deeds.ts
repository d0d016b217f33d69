import { randomBytes } from 'node:crypto'
import { expect, type Locator } from '@playwright/test'
import { uuidv7 } from '../../../src/kit/ids.ts'
import type { Dice } from '../../dialects/walk.ts'
import type { Ask, Logbook } from '../../offline/logbook.ts'
import { nextLine } from '../hand.ts'
import { type Device, keepLine } from './device.ts'

interface Sea {
  readonly dice: Dice
  readonly book: Logbook
  readonly talks: readonly string[]
  /** Straight to the server, as from a computer at home. */
  readonly ask: Ask
  readonly at: number
}

type DeedOf = (device: Device, sea: Sea) => Promise<void>

const weighted: readonly (readonly [number, DeedOf])[] = [
  [11, captureLine],
  [12, captureElsewhere],
  [12, addSomebody],
  [10, planWithNote],
  [12, appendLine],
  [6, changeOwnLine],
  [3, writeOnCommonLine],
  [4, pause],
  [6, async (device) => void (await device.inside('flush'))],
  [6, async (device) => device.turnOffline(!device.isOffline)],
  [5, (device) => device.way.replayLate()],
  [6, atHome],
  [2, (device) => device.reopen()],
  [1, crash],
  [1, killed],
]
const hat = weighted.flatMap(([weight, deed]) => Array.from({ length: weight }, () => deed))

export function deedOf(device: Device, sea: Sea): Promise<void> {
  return sea.dice.of(hat)(device, sea)
}

async function captureLine(device: Device, { at, book, dice }: Sea): Promise<void> {
  const word = `captured-${at}-end`
  await keepLine(device, `Talker ${dice.below(8)} Storm: " ${word}`)
  book.once.add(word)
}

/** In another window of the device. */
async function captureElsewhere(device: Device, { at, book, dice }: Sea): Promise<void> {
  const word = `captured-${at}-end`
  const text = `Talker ${dice.below(8)} Storm: " ${word}`
  await device.inside('keep', 'conversations.capture', { text })
  book.once.add(word)
}

async function addSomebody(device: Device, { at, book }: Sea): Promise<void> {
  const name = `Person ${at} Storm`
  await device.inside('keep', 'people.add', { name, id: newId() })
  book.people.add(name)
}

async function planWithNote(device: Device, { at, book }: Sea): Promise<void> {
  const [person, talk, name, word] = [newId(), newId(), `Guest ${at} Storm`, `planned-${at}-end`]
  await device.inside('keep', 'people.add', { name, id: person })
  await device.inside('keep', 'conversations.plan', { id: talk, people: [person] })
  const note = { kind: 'conversation', id: talk, text: `! ${word}`, since: 0 }
  await device.inside('keep', 'notes.save', note)
  book.people.add(name)
  book.talks.add(talk)
  book.once.add(word)
}

async function appendLine(device: Device, { at, book, dice, talks }: Sea): Promise<void> {
  const editor = await openNote(device, dice.of(talks))
  await editor.press('Control+End')
  if ((await editor.innerText()).trim() !== '') await nextLine(device.page())
  await typed(device, book.once, `line-${at}-of-${device.name}-end`, '= ')
}

/** A line of one's own is changed by nobody else, so each change of it is there in the end. */
async function changeOwnLine(device: Device, { at, book, dice, talks }: Sea): Promise<void> {
  const editor = await openNote(device, dice.of(talks))
  const own = await editor
    .locator('.cm-line')
    .filter({ hasText: `-of-${device.name}-end` })
    .all()
  if (own.length === 0) return
  await toTheEndOf(dice.of(own))
  await typed(device, book.once, `changed-${at}-end`, ' ')
}

async function writeOnCommonLine(device: Device, { at, book, dice, talks }: Sea): Promise<void> {
  const editor = await openNote(device, dice.of(talks))
  await editor.press('Control+Home')
  const first = editor.locator('.cm-line').first()
  // A line of somebody's own is not the common one.
  if ((await first.innerText()).startsWith('=')) return
  await toTheEndOf(first)
  await typed(device, book.common, `common-${at}-end`, ' ')
}

async function openNote(device: Device, talk: string): Promise<Locator> {
  await device.go(`/conversations/${talk}/during`)
  const editor = device.page().getByRole('textbox', { name: /^Notes with/ })
  // A finger would have to find a place that no toast lies over.
  await editor.focus()
  return editor
}

/** Where a line is broken on the screen, the key End would stay before its end. */
async function toTheEndOf(line: Locator): Promise<void> {
  await line.evaluate((element) => {
    const end = document.createRange()
    end.selectNodeContents(element)
    end.collapse(false)
    const selection = document.getSelection()
    selection?.removeAllRanges()
    selection?.addRange(end)
  })
}

async function typed(
  device: Device,
  into: Set<string>,
  word: string,
  before: string,
): Promise<void> {
  await device.page().keyboard.insertText(before + word)
  device.unsafe.add(word)
  into.add(word)
}

/** Somebody stops typing for a moment. */
async function pause(device: Device): Promise<void> {
  await device.page().waitForTimeout(900)
}

/** Somebody writes at the computer at home meanwhile. Whoever finds no server there does it another day. */
async function atHome(_device: Device, { ask, at, dice }: Sea): Promise<void> {
  try {
    const { people } = await ask('people.list', { limit: 50 })
    const { promises } = await ask('promises.list', {})
    const { fields } = await ask('fields.list', {})
    const person = dice.of<{ id: string }>(people).id
    const [operation, input] = dice.of<[string, object]>([
      ['people.change', { id: person, words: `Was told of at ${at}` }],
      ['people.label', { people: [person], add: ['Stormy'] }],
      ...(promises.length > 0
        ? [['promises.settle', { line: promises[0].line }] satisfies [string, object]]
        : []),
      ['fields.ask', { which: dice.of<{ id: string }>(fields).id, text: `Why ${at}?` }],
    ])
    await ask(operation, input)
  } catch (error) {
    // Its computer is being killed just now.
    if (!(error instanceof TypeError)) throw error
  }
}

async function crash(device: Device, { ask, book, talks }: Sea): Promise<void> {
  await expectNothingOf(device, { ask, book, talks })
  await device.crashWindow()
}

async function killed(device: Device, { ask, book, talks }: Sea): Promise<void> {
  await expectNothingOf(device, { ask, book, talks })
  await device.kill()
}

/** What was typed a moment ago and is on no disk yet may be lost with the process; it must not come twice. */
async function expectNothingOf(
  device: Device,
  { ask, book, talks }: Pick<Sea, 'ask' | 'book' | 'talks'>,
): Promise<void> {
  const held = await device.inside('heldNotes')
  const there = await Promise.all(
    talks.map(async (id) => {
      const asked = { kind: 'conversation', id, offRecord: true }
      return ask('notes.show', asked).then(
        ({ text }) => String(text),
        () => '',
      )
    }),
  )
  const safe = [held, ...there].join('\n')
  for (const word of device.unsafe) {
    if (safe.includes(word)) continue
    book.common.delete(word)
    if (book.once.delete(word)) book.atMostOnce.add(word)
  }
  device.unsafe.clear()
}

/** The storm is over: every note is opened once more, and whatever waits goes out. */
export async function comeHome(device: Device, talks: readonly string[]): Promise<void> {
  device.way.isStormy = false
  await device.turnOffline(false)
  await device.reopen()
  for (const talk of talks) {
    await openNote(device, talk)
    await expect(
      device
        .page()
        .getByRole('status')
        .filter({ hasText: /^Kept$/ }),
    ).toBeVisible()
  }
  await device.reopen()
  await expect.poll(() => device.inside('unsent')).toEqual([])
}

function newId(): string {
  return uuidv7(Date.now(), new Uint8Array(randomBytes(10)))
}
