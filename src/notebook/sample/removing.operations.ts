import { id as idOf } from '../../kit/ids.ts'
import type { Reading, Working, Writing } from '../../platform/context.ts'
import { type Kind, loadAll, pageOfIds } from '../../platform/database/things.ts'
import { leaveBonds } from '../bonds/leaving.operations.ts'
import { changesOf, kindNamed, markUndone } from '../changes/changes.store.ts'
import { conversationKind, stepKind } from '../conversations/conversations.store.ts'
import { questionKind } from '../fields/fields.store.ts'
import { introductionKind } from '../introductions/introductions.store.ts'
import { letterKind } from '../letters/letters.store.ts'
import { decisionKind, noteKind } from '../notes/notes.store.ts'
import { fieldKind, organisationKind } from '../nouns/nouns.store.ts'
import { loadPeople, personKind } from '../people/people.store.ts'
import { nameOf } from '../people/person.ts'
import { settingsId, settingsKind, settingsOf } from '../settings/settings.store.ts'
import { asTheyCome } from '../settings/settings.ts'
import { themeKind } from '../themes/themes.store.ts'
import { sampleName } from './fields.ts'
import { loadingWrites, madeByLoading } from './sample.store.ts'
import * as ties from './ties.ts'

interface Thing {
  readonly kind: string
  readonly id: string
}

export interface Removed {
  readonly people: number
  readonly conversations: number
  readonly stayed: string[]
}

/** What goes and what stays, decided before the first thing goes. */
interface Plan {
  /** What the owner's own things lean on. */
  readonly staying: ReadonlySet<string>
  /** What the owner wrote onto something fictional, and goes with it. */
  readonly hanging: ReadonlyMap<string, readonly Thing[]>
}

/**
 * Takes out what the log says that loading made, however it was edited since, and what was written onto it: steps,
 * notes and letters of a fictional conversation. What the owner's own people and conversations lean on stays. Each
 * write of the loading is taken back by one of its own, so that taking out can itself be undone.
 */
export async function removeSample(ctx: Working): Promise<Removed> {
  const writes = await ctx.read((inside) => loadingWrites(inside.db, inside.owner))
  const plan = await planOf(ctx)
  let people = 0
  let conversations = 0
  for (const [at, revision] of writes.entries()) {
    const gone = await ctx.write((inside) => takeOut(inside, plan, revision))
    people += gone.people
    conversations += gone.conversations
    await ctx.progress({ done: at + 1, total: writes.length, words: 'Clearing the table' })
    if (ctx.stopped.aborted) break
  }
  return { people, conversations, stayed: await ctx.read((inside) => namesOf(inside, plan)) }
}

async function takeOut(
  ctx: Writing,
  plan: Plan,
  revision: number,
): Promise<{ people: number; conversations: number }> {
  const changes = await changesOf(ctx.db, ctx.owner, revision)
  if (changes.some(({ kind }) => kind === settingsKind.name)) await unsign(ctx)
  const made = changes.filter(
    ({ kind, id, before }) =>
      before === null && kind !== settingsKind.name && !plan.staying.has(id),
  )
  const gone = [...made.flatMap(({ id }) => plan.hanging.get(id) ?? []), ...made]
  await forgetDecisions(ctx, idsOf(gone, noteKind.name))
  await leaveBonds(ctx, idsOf(gone, personKind.name))
  const counts = new Map<string, number>()
  for (const kind of new Set(gone.map((one) => one.kind))) {
    const before = ctx.record.changed
    const ids = idsOf(gone, kind)
    await ctx.record.keepAll(kindNamed(kind), new Map(ids.map((one) => [one, null])))
    counts.set(kind, ctx.record.changed - before)
  }
  if (ctx.record.changed > 0) {
    ctx.record.undoes = revision
    await markUndone(ctx.db, ctx.owner, [revision], ctx.record.revision)
  }
  return { people: counts.get('person') ?? 0, conversations: counts.get('conversation') ?? 0 }
}

function idsOf(things: readonly Thing[], kind: string): string[] {
  return things.filter((thing) => thing.kind === kind).map(({ id }) => id)
}

async function forgetDecisions(ctx: Writing, notes: readonly string[]): Promise<void> {
  const found = await loadAll(ctx.db, ctx.owner, noteKind, notes)
  const lines = [...found.values()].flatMap((note) => note.lines.map(({ id }) => id))
  await ctx.record.keepAll(decisionKind, new Map(lines.map((line) => [line, null])))
}

/** The name in the settings goes if it is still the fictional one; the other settings are the owner's. */
async function unsign(ctx: Writing): Promise<void> {
  const settings = await settingsOf(ctx.db, ctx.owner)
  if (settings.name !== sampleName) return
  const unsigned = { ...settings, name: '' }
  const untouched = JSON.stringify(unsigned) === JSON.stringify(asTheyCome)
  await ctx.record.keep(settingsKind, settingsId, untouched ? null : unsigned)
}

/** Reads through all that the owner has besides: what of it hangs on something fictional, and what leans on it. */
async function planOf(ctx: Working): Promise<Plan> {
  const made = await ctx.read((inside) => madeByLoading(inside.db, inside.owner))
  const fictional = new Set(made.map(({ id }) => id))
  const leans = new Map<string, readonly string[]>()
  const hanging = new Map<string, Thing[]>()
  const staying = new Set<string>()
  for (const { kind, each } of tiedKinds) {
    await each(ctx, (id, { hangsOn, leansOn }) => {
      if (fictional.has(id)) {
        leans.set(id, leansOn)
        return
      }
      for (const one of leansOn) if (fictional.has(one)) staying.add(one)
      if (hangsOn === null || !fictional.has(hangsOn)) return
      hanging.set(hangsOn, [...(hanging.get(hangsOn) ?? []), { kind, id }])
    })
  }
  // Whoever stays keeps their organisation, their fields, and whoever introduced them. A set grows while it is read.
  for (const one of staying) {
    for (const other of leans.get(one) ?? []) if (fictional.has(other)) staying.add(other)
  }
  return { staying, hanging }
}

type Visit = (id: string, ties: ties.Ties) => void

interface TiedKind {
  readonly kind: string
  readonly each: (ctx: Working, visit: Visit) => Promise<void>
}

function tied<Doc>(kind: Kind<Doc>, tiesOf: (doc: Doc) => ties.Ties): TiedKind {
  const each = (ctx: Working, visit: Visit) =>
    eachOf(ctx, kind, (id, doc) => visit(id, tiesOf(doc)))
  return { kind: kind.name, each }
}

const tiedKinds: readonly TiedKind[] = [
  tied(organisationKind, ties.ofNoun),
  tied(fieldKind, ties.ofNoun),
  tied(personKind, ties.ofPerson),
  tied(conversationKind, ties.ofConversation),
  tied(introductionKind, ties.ofIntroduction),
  tied(stepKind, (step) => ties.hangingOn(step.conversation)),
  tied(noteKind, (note) => ties.hangingOn(note.subject.id)),
  tied(questionKind, (question) => ties.hangingOn(question.field)),
  tied(themeKind, (theme) => ties.hangingOn(theme.field)),
  tied(letterKind, (letter) => ties.hangingOn(letter.conversation)),
]

async function eachOf<Doc>(
  ctx: Working,
  kind: Kind<Doc>,
  visit: (id: string, doc: Doc) => void,
): Promise<void> {
  for (let after = ''; ;) {
    const page = await ctx.read(async (inside) => {
      const ids = await pageOfIds(inside.db, inside.owner, kind, { after, limit: 200 })
      return { last: ids.at(-1), docs: await loadAll(inside.db, inside.owner, kind, ids) }
    })
    for (const [id, doc] of page.docs) visit(id, doc)
    if (page.last === undefined) return
    after = page.last
  }
}

async function namesOf(ctx: Reading, { staying }: Plan): Promise<string[]> {
  const ids = [...staying].map((one) => idOf('person', one))
  const people = await loadPeople(ctx.db, ctx.owner, ids)
  return [...people.values()].map(nameOf).toSorted()
}
