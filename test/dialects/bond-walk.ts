import assert from 'node:assert/strict'
import { rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Problem } from '../../src/kit/problem.ts'
import { consentOf, moreDeeds } from './bond-deeds.ts'
import type { Deed, DeedKind, Merged, Model, Taken, TakenBack, Thing } from './bond-model.ts'
import { undoMerge } from './bond-undoing.ts'
import type { Loose, Notebook } from './notebook.ts'

const pair = (a: string, b: string) => (a < b ? `${a} ${b}` : `${b} ${a}`)

export class BondWalk {
  readonly notebook: Notebook
  readonly model: Model = { people: [], things: [], groups: new Map(), distinct: new Set() }
  readonly names = new Map<string, string>()
  count = 0

  constructor(notebook: Notebook) {
    this.notebook = notebook
  }

  ask(operation: string, input: object = {}): Promise<Loose> {
    return this.notebook.ask(operation, input)
  }

  group(person: string): Set<string> {
    return this.model.groups.get(person) ?? new Set([person])
  }

  pick(at: number): string {
    return this.model.people[at % this.model.people.length] ?? ''
  }

  async head(person: string): Promise<string> {
    return (await this.ask('people.show', { id: person })).id
  }

  /** Given to all who are one when it is given under their head, else to the one who was named. */
  came(kind: Thing['kind'], id: string, to: string, isOfAll: boolean): void {
    const among = new Set(isOfAll ? this.group(to) : [to])
    this.model.things.push({ id, kind, of: among.size === 1 ? to : null, among })
  }

  /** A value goes to the head for all, to another for that one; where one record alone is shown, nobody can tell. */
  async valueCame(kind: Thing['kind'], id: string, to: string, part: string): Promise<void> {
    const head = await this.head(to)
    this.came(kind, id, to, to === head || (await this.choicesOf(to))[part] !== undefined)
  }

  /** Of which record alone a part is shown, as was said last. */
  async choicesOf(person: string): Promise<Record<string, string>> {
    const { bonds } = await this.notebook.documents()
    const docs: Loose[] = (bonds ?? []).map((row) => JSON.parse(JSON.parse(row).doc))
    const group = this.group(person)
    const own = docs.filter((bond) => bond.kind === 'same' && group.has(bond.people[0]))
    const all = Object.assign(
      {},
      ...own.toSorted((a, b) => (a.id < b.id ? -1 : 1)).map(({ choices }) => choices),
    )
    return Object.fromEntries(Object.entries<string>(all).filter(([, chosen]) => group.has(chosen)))
  }

  async add(): Promise<string> {
    this.count += 1
    const letters = [...String(this.count)].map((digit) => 'aeioubdgklm'[Number(digit)]).join('')
    const name = `Wrill${letters} Quoss${letters}`
    const { id } = await this.ask('people.add', { name })
    this.model.people.push(id)
    this.names.set(id, name)
    return id
  }

  async talk(person: string): Promise<void> {
    const plan = { people: [person], link: 'x' }
    const { id } = await this.ask('conversations.plan', plan)
    this.came('conversation', id, person, person === (await this.head(person)))
  }

  async note(person: string): Promise<void> {
    const subject = { kind: 'person', id: person }
    const { text, revision } = await this.ask('notes.show', subject)
    const own = `line ${(this.count += 1)}`
    const lines = String(text) === '' ? [] : String(text).split('\n')
    lines.splice(this.count % (lines.length + 1), 0, own)
    await this.ask('notes.save', { ...subject, text: lines.join('\n'), since: revision })
    this.came('line', own, person, true)
  }

  async mail(person: string): Promise<void> {
    const { channels } = await this.ask('people.show', { id: person })
    const value = `m${(this.count += 1)}@x.example`
    const added = [...channels, { kind: 'mail', value }]
    await this.ask('people.change', { id: person, channels: added })
    await this.valueCame('mail', value, person, 'channels')
  }

  async label(person: string): Promise<void> {
    const word = `label ${(this.count += 1)}`
    await this.ask('people.label', { people: [person], add: [word] })
    await this.valueCame('label', word, person, 'labels')
  }

  /** A line that names one of the records is of that one, unless all go by that name. */
  async capture(person: string): Promise<void> {
    const name = this.names.get(person)
    if (name === undefined) return
    this.notebook.clock.pass(30)
    const text = `${name}: ! words ${(this.count += 1)}`
    const { conversation } = await this.ask('conversations.capture', { text })
    assert.equal(conversation.people.length, 1, text)
    this.came('conversation', conversation.id, person, person === (await this.head(person)))
  }

  /** The same card again, with one address more: it is of the record it came for. */
  async import(at: number): Promise<void> {
    const uid = `bond-${at % 4}`
    this.count += 1
    const card = [
      'BEGIN:VCARD',
      'VERSION:3.0',
      `UID:${uid}`,
      `FN:Card ${uid}`,
      `X-COUNT:${this.count}`,
      `EMAIL:${uid}@card.example`,
      'END:VCARD',
      '',
    ].join('\r\n')
    const path = join(tmpdir(), `sobremesa-bonds-${process.pid}.vcf`)
    await writeFile(path, card)
    try {
      const file = { name: 'bonds.vcf', path, size: card.length }
      const { files } = await this.ask('contacts.import', { files: [file] })
      assert.deepEqual(files[0].lost, [])
    } finally {
      await rm(path)
    }
    const known = this.cards.get(uid)
    if (known) return
    const record = (await this.records()).find((one) => JSON.stringify(one).includes(`${uid}@card`))
    if (this.forgotten.has(uid)) {
      assert.equal(record, undefined, `${uid} was forgotten`)
      return
    }
    this.cards.set(uid, record.id)
    this.model.people.push(record.id)
    this.came('mail', `${uid}@card.example`, record.id, false)
  }
  readonly cards = new Map<string, string>()
  /** Cards of people who were removed for good: no file brings them back. */
  readonly forgotten = new Set<string>()
  field: string | null = null
  /** Words in the note of the field, by who said them. */
  readonly said = new Map<string, string>()
  readonly promises: { text: string; talk: string; done: boolean }[] = []
  /** In which conversation each voice is heard. */
  readonly heardIn = new Map<string, string>()
  readonly exchanges: { day: string; mail: string }[] = []
  /** What was answered last by or for each record. */
  readonly answers = new Map<string, Loose>()

  async merge(one: string, other: string, choices: object = {}): Promise<void> {
    const [here, there] = [this.group(one), this.group(other)]
    const clash = [...here].some((a) => [...there].some((b) => this.model.distinct.has(pair(a, b))))
    const merged = this.notebook.answer('people.merge', { people: [one, other], choices })
    if (one === other || (clash && here !== there)) {
      await assert.rejects(merged, Problem)
      return
    }
    const { change } = await merged
    if (here === there) return
    this.merges.push({ change, parts: [[...here], [...there]] })
    this.join(here, there)
  }
  readonly merges: Merged[] = []
  readonly partings: Taken[] = []
  /** What was taken back and may be done again. */
  readonly takenBack: TakenBack[] = []

  join(here: Set<string>, there: Set<string>): void {
    const all = new Set([...here, ...there])
    for (const one of all) this.model.groups.set(one, all)
  }

  /** After a parting what could be of one part alone is known; the rest stays open until it is said. */
  fallApart(parts: readonly (readonly string[])[]): void {
    for (const part of parts) {
      const group = new Set(part)
      for (const one of part) this.model.groups.set(one, group)
    }
  }

  async unmerge(person: string, more: number): Promise<void> {
    const group = this.group(person)
    if (group.size < 2) {
      await assert.rejects(this.ask('people.unmerge', { id: person }), Problem)
      return
    }
    const head = await this.head(person)
    const only = more % 2 === 0
    const preview = await this.ask('people.parting', { id: person, only })
    const parts =
      group.size === 2 || (person === head && !only)
        ? [...group].map((one) => [one])
        : [[person], [...group].filter((one) => one !== person)]
    const gifts = preview.undecided
      .filter((_: Loose, at: number) => (at + more) % 3 === 0)
      .map(({ id, words }: Loose, at: number) => {
        const thing = this.thingOf(id, words)
        const candidates = [...thing.among].filter((one) => group.has(one))
        const to = candidates[(more + at) % candidates.length] ?? head
        return { gift: { thing: id, to }, thing, to, among: thing.among }
      })
    const { result, change } = await this.notebook.answer('people.unmerge', {
      id: person,
      only,
      give: gifts.map(({ gift }: Loose) => gift),
    })
    for (const { thing, to } of gifts) this.decide(thing, to)
    for (const { id, words } of result.undecided) {
      assert.equal(this.thingOf(id, words).of, null, words)
    }
    this.fallApart(parts)
    this.partings.push({ change, parts, gave: gifts })
  }

  decide(thing: Thing, to: string): void {
    thing.of = to
    thing.among = new Set([to])
  }

  thingOf(id: string, words: string): Thing {
    if (id.startsWith('consent:')) return consentOf(this, id)
    const found = this.model.things.find((thing) => thing.id === id || words === thing.id)
    if (!found) throw new Error(`Nobody knows of ${id}: ${words}`)
    return found
  }

  async assign(person: string, more: number): Promise<void> {
    const { undecided } = await this.ask('people.parting', { id: person })
    if (this.group(person).size > 1 || undecided.length === 0) return
    const { id, words } = undecided[more % undecided.length]
    const thing = this.thingOf(id, words)
    assert.equal(thing.of, null, words)
    await this.ask('people.assign', { to: person, things: [id] })
    this.decide(thing, person)
  }

  async distinct(one: string, other: string): Promise<void> {
    const said = this.ask('people.distinct', { people: [one, other] })
    if (this.group(one) === this.group(other) || one === other) {
      await assert.rejects(said, Problem)
      return
    }
    await said
    for (const a of this.group(one)) {
      for (const b of this.group(other)) this.model.distinct.add(pair(a, b))
    }
  }

  /** There and back again: nothing is other than it was. */
  async bin(person: string): Promise<void> {
    const before = await this.ask('people.show', { id: person })
    await this.ask('people.remove', { people: [person] })
    await this.ask('bin.restore', { ids: [before.id] })
    assert.deepEqual(await this.ask('people.show', { id: person }), before)
  }

  async records(): Promise<Loose[]> {
    const { people } = await this.notebook.documents()
    return (people ?? []).map((row) => JSON.parse(JSON.parse(row).doc))
  }

  async do([kind, one, other, more]: Deed): Promise<void> {
    const [a, b] = [this.pick(one), this.pick(other)]
    const deeds: Readonly<Record<DeedKind, () => Promise<unknown>>> = {
      add: () => this.add(),
      talk: () => this.talk(a),
      note: () => this.note(a),
      mail: () => this.mail(a),
      label: () => this.label(a),
      capture: () => this.capture(a),
      import: () => this.import(one),
      merge: () => this.merge(a, b),
      unmerge: () => this.unmerge(a, more),
      distinct: async () => (more % 3 === 0 ? this.distinct(a, b) : undefined),
      bin: () => this.bin(a),
      'undo-merge': () => undoMerge(this),
      assign: () => this.assign(a, more),
      ...moreDeeds(this, { a, b, more }),
    }
    if (this.model.people.length) await deeds[kind]()
  }
}
