import { rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Problem } from '../../src/kit/problem.ts'
import type { Loose, Notebook } from './notebook.ts'

/** Dice that a seed decides (a linear congruential generator, Numerical Recipes' constants). */
export interface Dice {
  readonly below: (count: number) => number
  readonly of: <T>(all: readonly T[]) => T
  /** Some of these, at most `most`, in their order. */
  readonly some: <T>(all: readonly T[], most?: number) => T[]
}

export function diceFrom(seed: number): Dice {
  let state = seed >>> 0
  const below = (count: number) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return Math.floor((state / 2 ** 32) * count)
  }
  const of = <T>(all: readonly T[]): T => {
    const one = all[below(all.length)]
    if (one === undefined) throw new Problem('dice.empty', 'There is nothing to choose from')
    return one
  }
  const some = <T>(all: readonly T[], most = 3) => {
    const chance = Math.min(1, most / Math.max(1, all.length))
    return all.filter(() => below(1000) < chance * 1000).slice(0, most)
  }
  return { below, of, some }
}

/** How a walk went: every deed with the code of its refusal, if it was refused. */
export interface Walked {
  readonly deeds: readonly string[]
  readonly done: number
}

/**
 * So many deeds at random in a notebook, such as a year of use brings: much of everything, undone, merged, binned and
 * restored in any order. Only a Problem may be thrown. The same seed walks the same way on every database.
 */
export async function walk(notebook: Notebook, seed: number, steps: number): Promise<Walked> {
  const dice = diceFrom(seed)
  const walker: Walker = { notebook, dice, known: emptyHands() }
  const deeds: string[] = []
  let done = 0
  for (let step = 0; step < steps; step++) {
    const [name, deed] = dice.of(weighted)
    notebook.clock.pass(dice.below(40))
    try {
      await deed(walker)
      deeds.push(name)
      done += 1
    } catch (error) {
      if (!(error instanceof Problem)) throw new Error(`Step ${step}, ${name}`, { cause: error })
      deeds.push(`${name}: ${error.code}`)
    }
  }
  return { deeds, done }
}

interface Walker {
  readonly notebook: Notebook
  readonly dice: Dice
  readonly known: Known
}

type Known = Record<'people' | 'fields' | 'conversations' | 'steps' | 'changes', string[]>

function emptyHands(): Known {
  return { people: [], fields: [], conversations: [], steps: [], changes: [] }
}

const givenNames = ['Ana', 'Ruth', 'Tomasz', 'Zoë', 'Ólafur', 'Ана', '花子', 'José María']
const familyNames = [
  'Ruiz',
  'Adeyemi',
  'Wilk',
  'Østergård',
  'Núñez',
  'Петрова',
  '田中',
  'van der Berg',
]
const houses = ['City Archive', 'Río Lab', 'ACME', 'Städel', 'Acme Inc.']
const fieldNames = ['Conservation', 'River science', 'Radio', 'Law', 'UX']
const labels = ['Book club', 'book-club', 'Fünf', 'Old friends']
const topics = ['entry', 'money', 'hard', 'needle-work', 'paper']
const days = ['by Friday', 'tomorrow', 'el viernes', 'next week', 'on 3 April']

async function ask({ notebook, known }: Walker, operation: string, input: object): Promise<Loose> {
  const { result, change } = await notebook.answer(operation, input)
  if (change !== null) known.changes.push(change)
  return result
}

function nameFrom(dice: Dice): string {
  return `${dice.of(givenNames)} ${dice.of(familyNames)}`
}

function roleFrom(dice: Dice) {
  return { title: dice.of(['Conservator', 'Editor', null]), organisation: dice.of(houses) }
}

function lineFrom(walker: Walker): string {
  const { dice } = walker
  const lock = dice.below(6) === 0 ? '%' : ''
  const mark = dice.of(['" ', '! ', '= ', '? ', '+ ', '$ ', '> ', '< ', ''])
  const who = dice.below(3) === 0 ? `@${dice.of([dice.of(givenNames), nameFrom(dice)])} ` : ''
  const words = dice.of([
    'hands before papers',
    'we mend what tears',
    'čeká se dlouho',
    'Ruth Adeyemi',
  ])
  const day = dice.below(3) === 0 ? ` ${dice.of(days)}` : ''
  const field = dice.below(3) === 0 ? ` #${dice.of(fieldNames).replace(' ', '-')}` : ''
  const topic = dice.below(3) === 0 ? ` /${dice.of(topics)}` : ''
  return `${lock}${mark}${who}${words}${day}${field}${topic}`
}

const deeds: readonly (readonly [string, number, (walker: Walker) => Promise<unknown>])[] = [
  ['people.add', 8, addPerson],
  ['people.change', 6, changePerson],
  ['people.label', 3, (walker) => ask(walker, 'people.label', labelling(walker))],
  ['people.place', 3, placePeople],
  ['people.remove', 2, (w) => ask(w, 'people.remove', { people: w.dice.some(w.known.people, 2) })],
  ['fields.add', 3, addField],
  ['fields.rename', 2, (w) => ask(w, 'fields.rename', renaming(w, 'Law and order'))],
  ['fields.merge', 1, (w) => ask(w, 'fields.merge', merging(w, fieldNames))],
  ['fields.remove', 1, (w) => ask(w, 'fields.remove', { which: w.dice.of(w.known.fields) })],
  ['fields.ask', 2, (w) => ask(w, 'fields.ask', { which: w.dice.of(fieldNames), text: 'Why so?' })],
  ['organisations.rename', 1, (w) => ask(w, 'organisations.rename', renamingHouse(w))],
  ['organisations.merge', 1, (w) => ask(w, 'organisations.merge', merging(w, houses))],
  [
    'topics.rename',
    1,
    (w) => ask(w, 'topics.rename', { which: w.dice.of(topics), name: 'Mending' }),
  ],
  ['topics.merge', 1, (w) => ask(w, 'topics.merge', merging(w, topics))],
  ['conversations.plan', 7, planConversation],
  ['conversations.change', 3, changeConversation],
  ['conversations.step', 14, takeStep],
  [
    'conversations.untake',
    2,
    (w) => ask(w, 'conversations.untake', { step: w.dice.of(w.known.steps) }),
  ],
  ['conversations.remove', 1, removeConversation],
  ['notes.save', 14, saveNote],
  ['conversations.capture', 6, captureLine],
  ['conversations.finish', 3, (w) => ask(w, 'conversations.finish', { id: aConversation(w) })],
  ['promises.settle', 2, settlePromise],
  [
    'letters.keep',
    2,
    (w) => ask(w, 'letters.keep', { conversation: aConversation(w), body: 'Thanks' }),
  ],
  ['letters.sent', 2, (w) => ask(w, 'letters.sent', { conversation: aConversation(w) })],
  ['settings.change', 1, (w) => ask(w, 'settings.change', { name: w.dice.of(givenNames) })],
  ['contacts.import', 3, importCards],
  ['changes.undo', 9, (w) => ask(w, 'changes.undo', { id: w.dice.of(w.known.changes.slice(-12)) })],
  ['bin.restore', 3, (w) => fromBin(w, 'bin.restore')],
  ['bin.empty', 1, (w) => fromBin(w, 'bin.empty')],
]

const weighted = deeds.flatMap(([name, weight, deed]) =>
  Array.from({ length: weight }, () => [name, deed] as const),
)

async function addPerson(walker: Walker): Promise<void> {
  const { dice, known } = walker
  const { id } = await ask(walker, 'people.add', {
    name: nameFrom(dice),
    roles: dice.below(2) ? [roleFrom(dice)] : [],
    labels: dice.some(labels, 1),
    channels: [{ kind: 'mail', value: `${dice.below(50)}@mail.example` }],
    meeting: { place: dice.of(['A train', null]) },
  })
  known.people.push(id)
}

async function changePerson(walker: Walker): Promise<void> {
  const { dice, known } = walker
  await ask(walker, 'people.change', {
    id: dice.of(known.people),
    ...dice.of<object>([
      { name: nameFrom(dice) },
      { roles: [roleFrom(dice), roleFrom(dice)] },
      { labels: dice.some(labels) },
      { words: 'Talks with her hands' },
      { consent: { naming: dice.of(['name', 'role', 'none']) } },
    ]),
  })
}

function labelling({ dice, known }: Walker) {
  return {
    people: dice.some(known.people, 5),
    add: dice.some(labels, 1),
    remove: dice.some(labels, 1),
  }
}

async function placePeople(walker: Walker): Promise<void> {
  const { dice, known } = walker
  const [field, people] = [dice.of(known.fields), dice.some(known.people, 4)]
  await ask(walker, 'people.place', { people, field, kind: dice.of(['P', 'S', null]) })
}

async function addField(walker: Walker): Promise<void> {
  const { id } = await ask(walker, 'fields.add', { name: walker.dice.of(fieldNames) })
  walker.known.fields.push(id)
}

function renaming({ dice, known }: Walker, other: string) {
  return { which: dice.of(known.fields), name: dice.of([...fieldNames, other]) }
}

function renamingHouse({ dice }: Walker) {
  return { which: dice.of(houses), name: dice.of([...houses, 'The Archive']) }
}

function merging({ dice }: Walker, names: readonly string[]) {
  return { which: dice.of(names), into: dice.of(names) }
}

async function planConversation(walker: Walker): Promise<void> {
  const { dice, known } = walker
  const { id } = await ask(walker, 'conversations.plan', {
    people: dice.some(known.people, 2),
    fields: dice.some(known.fields, 1),
    link: dice.of(['the torn map', null]),
    start: dice.of([null, { day: '2026-03-20', clock: '16:00' }]),
  })
  known.conversations.push(id)
}

function aConversation({ dice, known }: Walker): string {
  return dice.of(known.conversations.slice(-8))
}

async function changeConversation(walker: Walker): Promise<void> {
  const { dice, known } = walker
  const change = dice.of<object>([
    { people: dice.some(known.people, 3) },
    { fields: dice.some(known.fields, 2) },
    { start: { day: '2026-04-02', clock: null } },
    { minutes: 45, place: 'The reading room' },
  ])
  await ask(walker, 'conversations.change', { id: aConversation(walker), ...change })
}

async function takeStep(walker: Walker): Promise<void> {
  const { dice, known, notebook } = walker
  const id = aConversation(walker)
  const { mayFollow } = await notebook.ask('conversations.show', { id })
  const kind = dice.of<string>(mayFollow)
  const start = kind === 'scheduled' ? { start: { day: '2026-05-04', clock: '10:00' } } : {}
  const day = dice.below(4) === 0 ? { day: '2026-03-12' } : {}
  const { step } = await ask(walker, 'conversations.step', { id, kind, ...start, ...day })
  known.steps.push(step)
}

async function removeConversation(walker: Walker): Promise<void> {
  await ask(walker, 'conversations.remove', { conversations: [aConversation(walker)] })
}

async function saveNote(walker: Walker): Promise<void> {
  const { dice, known, notebook } = walker
  const subject = dice.of([
    { kind: 'conversation', id: aConversation(walker) },
    { kind: 'conversation', id: aConversation(walker) },
    { kind: 'person', id: dice.of(known.people) },
    { kind: 'owner', id: 'me' },
  ])
  const { text } = await notebook.ask('notes.show', { ...subject, offRecord: true })
  const lines = text === '' ? [] : String(text).split('\n')
  const kept = lines.filter(() => dice.below(5) > 0)
  kept.splice(dice.below(kept.length + 1), 0, lineFrom(walker), lineFrom(walker))
  await ask(walker, 'notes.save', { ...subject, text: kept.join('\n') })
}

async function captureLine(walker: Walker): Promise<void> {
  const { dice, known } = walker
  const text = `${nameFrom(dice)}, ${dice.of(['conservator', 'editor'])} at ${dice.of(houses)}: ${lineFrom(walker)}`
  const { conversation, made } = await ask(walker, 'conversations.capture', { text })
  known.conversations.push(conversation.id)
  known.people.push(...made.people.map(({ id }: { id: string }) => id))
  known.fields.push(...made.fields.map(({ id }: { id: string }) => id))
}

/** A few cards of a dozen that there are, as they are by now: new, changed, or known already. */
async function importCards(walker: Walker): Promise<void> {
  const { dice } = walker
  const cards = dice
    .some(
      Array.from({ length: 12 }, (_, at) => at),
      5,
    )
    .map((at) =>
      [
        'BEGIN:VCARD',
        'VERSION:3.0',
        `UID:walk-${at}`,
        `FN:${givenNames[at % givenNames.length]} ${familyNames[(at * 3) % familyNames.length]}`,
        `ORG:${dice.of(houses)}`,
        `TEL:+34 600 00${dice.below(3)}`,
        `CATEGORIES:${dice.of(labels)}`,
        'END:VCARD',
        '',
      ].join('\r\n'),
    )
  const path = join(tmpdir(), `sobremesa-walk-${process.pid}.vcf`)
  await writeFile(path, cards.join(''))
  const file = { name: 'walk.vcf', path, size: cards.join('').length }
  try {
    await ask(walker, 'contacts.import', { files: [file] })
  } finally {
    await rm(path)
  }
}

async function settlePromise(walker: Walker): Promise<void> {
  const { promises } = await walker.notebook.ask('promises.list', {})
  const { line } = walker.dice.of<{ line: string }>(promises)
  await ask(walker, 'promises.settle', { line, how: walker.dice.of(['done', 'rest', 'open']) })
}

async function fromBin(walker: Walker, operation: string): Promise<void> {
  const { things } = await walker.notebook.ask('bin.list', {})
  await ask(walker, operation, { ids: [walker.dice.of<{ id: string }>(things).id] })
}
