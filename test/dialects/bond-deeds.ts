import assert from 'node:assert/strict'
import { addDays } from '../../src/kit/days.ts'
import { holds, tableOf } from './bond-holding.ts'
import type { Thing } from './bond-model.ts'
import { redo, undoUnmerge } from './bond-undoing.ts'
import type { BondWalk } from './bond-walk.ts'
import { bring, letterFrom, own as mine } from './crossing.ts'
import type { Loose } from './notebook.ts'

interface Whom {
  readonly a: string
  readonly b: string
  readonly more: number
}

/** What else may be done to people between merging and parting. */
export function moreDeeds(walk: BondWalk, { a, b, more }: Whom) {
  return {
    choose: () => choose(walk, a, more),
    'merge-choosing': () =>
      walk.merge(a, b, choicesFor([...walk.group(a), ...walk.group(b)], more)),
    unlabel: () => unlabel(walk, a, more),
    unmail: () => unmail(walk, a, more),
    role: () => role(walk, a),
    words: () => words(walk, a),
    consent: () => consent(walk, a, more),
    'field-note': () => fieldNote(walk, a),
    voice: () => voice(walk, a, more),
    promise: () => promise(walk, more),
    exchange: () => exchange(walk, more),
    'part-in-bin': () => partInBin(walk, a, more),
    empty: async () => (more % 4 === 0 ? goForGood(walk, a, 'empty') : undefined),
    forget: async () => (more % 4 === 0 ? goForGood(walk, a, 'forget') : undefined),
    'undo-unmerge': () => undoUnmerge(walk),
    redo: () => redo(walk),
  }
}

const parts = ['name', 'roles', 'channels', 'labels', 'words', 'names'] as const

function choicesFor(members: readonly string[], more: number): object {
  const part = parts[more % parts.length] ?? 'name'
  const all = ['both', ...members]
  return { [part]: all[Math.floor(more / parts.length) % all.length] }
}

/** They are one already: what is shown of them changes, and nothing goes. */
async function choose(walk: BondWalk, person: string, more: number): Promise<void> {
  const members = [...walk.group(person)]
  if (members.length < 2) return
  const choices = choicesFor(members, more)
  const { already } = await walk.ask('people.merge', { people: members, choices })
  assert.ok(already)
}

async function unlabel(walk: BondWalk, person: string, more: number): Promise<void> {
  const { labels } = await walk.ask('people.show', { id: person })
  if (labels.length === 0) return
  const word = labels[more % labels.length]
  await walk.ask('people.label', { people: [person], remove: [word] })
  gone(walk, word)
}

async function unmail(walk: BondWalk, person: string, more: number): Promise<void> {
  const { channels } = await walk.ask('people.show', { id: person })
  const own = channels.filter(({ value }: Loose) => value.endsWith('@x.example'))
  if (own.length === 0) return
  const { value } = own[more % own.length]
  const left = channels.filter((one: Loose) => one.value !== value)
  await walk.ask('people.change', { id: person, channels: left })
  gone(walk, value)
}

function gone(walk: BondWalk, id: string): void {
  const at = walk.model.things.findIndex((thing) => thing.id === id)
  assert.ok(at >= 0, `${id} was never given`)
  walk.model.things.splice(at, 1)
}

async function role(walk: BondWalk, person: string): Promise<void> {
  const { roles } = await walk.ask('people.show', { id: person })
  const title = `role ${(walk.count += 1)}`
  await walk.ask('people.change', { id: person, roles: [...roles, { title }] })
  await walk.valueCame('role', title, person, 'roles')
}

async function words(walk: BondWalk, person: string): Promise<void> {
  const { words: before } = await walk.ask('people.show', { id: person })
  const own = `words ${(walk.count += 1)}`
  await walk.ask('people.change', { id: person, words: before === '' ? own : `${before}\n${own}` })
  await walk.valueCame('words', own, person, 'words')
}

const answers = {
  notes: ['no', 'facts', 'not-asked', 'yes'],
  naming: ['none', 'role', 'not-asked', 'name'],
  sharing: ['no', 'not-asked', 'show-first', 'yes'],
} as const

async function consent(walk: BondWalk, person: string, more: number): Promise<void> {
  const given = {
    notes: answers.notes[more % 4],
    naming: answers.naming[Math.floor(more / 4) % 4],
    sharing: answers.sharing[Math.floor(more / 16) % 4],
  }
  await walk.ask('people.change', { id: person, consent: { ...given, said: 'aloud' } })
  for (const one of walk.group(person)) walk.answers.set(one, given)
}

/** An answer that only one of them gave, as a thing that can be given: by whom, nobody can tell. */
export function consentOf(walk: BondWalk, id: string): Thing {
  const [, notes, naming, sharing] = id.split(':')
  const all = [...walk.answers].filter(([, one]) => one.notes === notes && one.naming === naming)
  const among = new Set(all.flatMap(([one, said]) => (said.sharing === sharing ? [one] : [])))
  return { id, kind: 'consent', of: null, among }
}

/** No answer may allow more than the last that was asked of them. */
export function expectNarrow(record: Loose, said: Loose): void {
  for (const about of ['notes', 'naming', 'sharing'] as const) {
    const order: readonly string[] = answers[about]
    const [now, then] = [record.consent[about], said[about]].map((one) => order.indexOf(one))
    assert.ok(now! <= then!, `${record.id} allows ${record.consent[about]}, said ${said[about]}`)
  }
}

/** A word of somebody in the note of a field is theirs by their name, whoever they are one with. */
async function fieldNote(walk: BondWalk, person: string): Promise<void> {
  const name = walk.names.get(person)
  if (name === undefined) return
  walk.field ??= (await walk.ask('fields.add', { name: 'Mending' })).id
  const subject = { kind: 'field', id: walk.field }
  const { text, revision } = await walk.ask('notes.show', subject)
  const line = `! @${name.split(' ')[0]} hands ${(walk.count += 1)}`
  await walk.ask('notes.save', {
    ...subject,
    text: [text, line].filter(Boolean).join('\n'),
    since: revision,
  })
  walk.said.set(`hands ${walk.count}`, person)
}

/** Who speaks in a transcript is of the record at that table, and else of who was named, as conversations are. */
async function voice(walk: BondWalk, person: string, more: number): Promise<void> {
  const talks = walk.model.things.filter(({ kind }) => kind === 'conversation')
  const talk = talks[more % Math.max(1, talks.length)]
  if (!talk) return
  const name = more % 2 === 0 ? 'Speaker 1' : `Voice ${walk.count}`
  const text = `WEBVTT\n\n00:01.000 --> 00:02.000\n<v ${name}>words ${(walk.count += 1)}\n`
  const { id } = await walk.ask('transcripts.import', { conversation: talk.id, text })
  const table = await tableOf(walk.notebook, talk.id)
  const sitting = table.filter((one) => walk.group(person).has(one))
  const [only] = sitting.includes(person) || sitting.length !== 1 ? [person] : sitting
  await walk.ask('transcripts.who', { id, name, person })
  walk.heardIn.set(`${id}:0`, talk.id)
  walk.came('voice', `${id}:0`, only!, only === (await walk.head(person)))
}

/** A promise in a conversation is of whose the conversation is; what was settled stays settled. */
async function promise(walk: BondWalk, more: number): Promise<void> {
  const talks = walk.model.things.filter(({ kind }) => kind === 'conversation')
  const talk = talks[more % Math.max(1, talks.length)]
  if (!talk) return
  const subject = { kind: 'conversation', id: talk.id }
  const { text, revision } = await walk.ask('notes.show', subject)
  const own = `send it ${(walk.count += 1)}`
  await walk.ask('notes.save', {
    ...subject,
    text: [text, `> ${own}`].filter(Boolean).join('\n'),
    since: revision,
  })
  const { promises } = await walk.ask('promises.list')
  const { line } = promises.find((one: Loose) => one.text === own)
  const done = more % 2 === 0
  if (done) await walk.ask('promises.settle', { line })
  walk.promises.push({ text: own, talk: talk.id, done })
}

/** Mail that came from an address is of whom the address is of. */
async function exchange(walk: BondWalk, more: number): Promise<void> {
  const mails = walk.model.things.filter(
    ({ kind, id }) => kind === 'mail' && id.endsWith('@x.example'),
  )
  const mail = mails[more % Math.max(1, mails.length)]
  if (!mail) return
  const day = addDays('2015-01-01', (walk.count += 1))
  const sent = new Date(`${day}T10:00:00Z`).toUTCString().slice(0, 16)
  const report = await bring(walk.notebook, `${walk.count}.mbox`, letterFrom(mail.id, sent), mine)
  assert.equal(report.problem, null)
  // An address that is hidden reaches nobody.
  if (report.exchanges > 0) walk.exchanges.push({ day, mail: mail.id })
}

/** Who lies in the bin can be parted there too, and comes back as what they are by then. */
async function partInBin(walk: BondWalk, person: string, more: number): Promise<void> {
  const members = [...walk.group(person)]
  await walk.ask('people.remove', { people: [person] })
  await walk.unmerge(person, more)
  await walk.ask('bin.restore', { ids: members })
}

/** They and all that is theirs alone go, and nothing of anybody else. */
async function goForGood(walk: BondWalk, person: string, way: 'empty' | 'forget'): Promise<void> {
  const group = walk.group(person)
  if (walk.model.people.length - group.size < 2) return
  const stays = []
  const records = (await walk.records()).filter(({ id }) => group.has(id))
  for (const thing of walk.model.things) {
    const holding = []
    for (const record of records)
      if (await holds(walk.notebook, record, thing)) holding.push(record.id)
    if (holding.length === 0) stays.push(thing)
  }
  if (way === 'forget') {
    await walk.ask('people.forget', { people: [person] })
  } else {
    await walk.ask('people.remove', { people: [person] })
    await walk.ask('bin.empty', { ids: [...group] })
  }
  const talks = new Set(stays.map(({ id }) => id))
  // A transcript goes with its conversation, whoever speaks in it.
  const left = stays.filter(({ id }) => talks.has(walk.heardIn.get(id) ?? id))
  walk.model.things.splice(0, Infinity, ...left)
  for (const one of group) leave(walk, one)
}

function leave({ model, cards, forgotten, answers: said, names }: BondWalk, one: string) {
  model.people.splice(model.people.indexOf(one), 1)
  for (const thing of model.things) {
    thing.among.delete(one)
    const [only] = thing.among
    if (thing.of === null && thing.among.size === 1) thing.of = only ?? null
  }
  model.groups.delete(one)
  said.delete(one)
  names.delete(one)
  for (const [uid, of] of cards) {
    if (of !== one) continue
    cards.delete(uid)
    forgotten.add(uid)
  }
}
