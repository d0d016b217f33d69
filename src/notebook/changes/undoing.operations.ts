import { Problem } from '../../kit/problem.ts'
import type { Reading, Writing } from '../../platform/context.ts'
import { thereAmong } from '../../platform/database/contents.ts'
import type { Change } from '../../platform/database/recorder.ts'
import { type Kind, loadAll } from '../../platform/database/things.ts'
import { inWordsOf } from '../../platform/door-words.ts'
import { bondKind } from '../bonds/bonds.store.ts'
import { beforeBondsChange, refuseIfDistinct } from '../bonds/undone.operations.ts'
import type { Card } from '../contacts/contacts.store.ts'
import { letterKind } from '../letters/letters.store.ts'
import type { Note } from '../notes/note.ts'
import { fieldKind, organisationKind } from '../nouns/nouns.store.ts'
import { type Transcript, voicesMoved } from '../voices/transcript.ts'
import { transcriptKind } from '../voices/transcripts.store.ts'
import { changesOf, kindNamed, type Write } from './changes.store.ts'
import { describe, heldFromLog } from './describe.ts'
import { nounsInUse, stoodUpon } from './erasing.store.ts'
import { refuseIfItWent } from './went.ts'

/**
 * Puts back what stood before these writes, the latest first, unless later work is in the way. Fields and
 * organisations that they made and that others use by now stay. How many things stand as they stood.
 */
export async function takeBack(ctx: Writing, writes: readonly Write[]): Promise<number> {
  let undone = 0
  const changes: Change[] = []
  for (const write of writes) {
    const all = await changesOf(ctx.db, ctx.owner, write.revision)
    refuseHalfAParting(all)
    const own = all.filter(isRemembered)
    refuseIfAny(ctx, await changedSince(ctx, own))
    refuseSentLetters(own)
    for (const [kind, some] of bondsLast(byKind(own))) {
      // Within one write a thing may have changed twice; the first `before` is where it stood.
      const stood = new Map(some.map((change) => [change.id, parsed(change.before)]))
      await needBytes(ctx, kind.name, [...stood.values()])
      if (kind.name === bondKind.name) {
        await ctx.record.keepAll(bondKind, await beforeBondsChange(ctx, stood, putBackBy(own)))
      } else {
        await ctx.record.keepAll(kind, stood)
      }
    }
    undone += own.length
    changes.push(...own)
  }
  if (undone === 0) {
    throw new Problem('change.already-erased', 'What this changed was removed for good since', {
      safe: 'Nothing was changed.',
    })
  }
  await keepUsedNouns(ctx, changes)
  await refuseIfStoodUpon(ctx, changes)
  await refuseIfDistinct(ctx, idsOfBonds(changes))
  return undone
}

function refuseSentLetters(changes: readonly Change[]): void {
  for (const { before, after } of changes.filter(({ kind }) => kind === letterKind.name)) {
    refuseIfItWent(parsed(before), parsed(after))
  }
}

/** What these changes moved and stands where it stood when they are taken back: things, lines of notes, voices. */
function putBackBy(changes: readonly Change[]): Set<string> {
  return new Set(
    changes.flatMap(({ kind, id, before, after }) => {
      const lines = [before, after].map((text) => (kind === 'note' ? lineIdsIn(parsed(text)) : []))
      const [was = [], is = []] = lines
      return [
        id,
        ...was.filter((one) => !is.includes(one)),
        ...is.filter((one) => !was.includes(one)),
        ...(kind === transcriptKind.name ? voicesIn(parsed(before), parsed(after)) : []),
      ]
    }),
  )
}

function voicesIn(before: object | null, after: object | null): string[] {
  if (!before || !after || !isTranscript(before) || !isTranscript(after)) return []
  return voicesMoved(before, after)
}

function lineIdsIn(doc: unknown): string[] {
  return typeof doc === 'object' && doc !== null && isNote(doc) ? doc.lines.map(({ id }) => id) : []
}

function idsOfBonds(changes: readonly Change[]): string[] {
  return changes.filter(({ kind }) => kind === bondKind.name).map(({ id }) => id)
}

/** Bytes go some time after nothing refers to them any more (see upkeep); what is made of them does not come back without. */
async function needBytes(ctx: Reading, kind: string, docs: readonly unknown[]): Promise<void> {
  const digests = docs.flatMap((doc) => bytesOf(kind, doc))
  const there = await thereAmong(ctx.db, ctx.owner, digests)
  if (digests.every((digest) => there.has(digest))) return
  throw new Problem(
    'change.already-erased',
    'This was longer ago than what it threw away is kept, so it cannot be taken back',
    { safe: 'Nothing was changed.' },
  )
}

/** The digests of the bytes that a document is nothing without: of a card, a transcript, a picture, lines off the record. */
function bytesOf(kind: string, doc: unknown): string[] {
  if (typeof doc !== 'object' || doc === null) return []
  if ((kind === 'card' || kind === 'attachment') && isCard(doc)) return present(doc.content)
  if (kind === 'transcript' && isTranscript(doc)) return [doc.turns, ...present(doc.original)]
  if (kind === 'note' && isNote(doc)) {
    return doc.lines.flatMap((line) => ('sealed' in line ? [line.sealed] : []))
  }
  return []
}

function present(digest: string | null): string[] {
  return digest === null ? [] : [digest]
}

function isCard(doc: object): doc is Pick<Card, 'content'> {
  return 'content' in doc
}

function isTranscript(doc: object): doc is Transcript {
  return 'turns' in doc && 'original' in doc
}

function isNote(doc: object): doc is Pick<Note, 'lines'> {
  return 'lines' in doc
}

/** Of what was removed for good the log keeps that it was, and no more. */
function isRemembered({ before, after }: Change): boolean {
  return before !== null || after !== null
}

/**
 * A parting moved things from one to another. Once one of them was removed for good, the log knows only the half of the
 * other, and taking that back would leave what moved with nobody.
 */
function refuseHalfAParting(changes: readonly Change[]): void {
  const parts = changes.some(({ kind }) => kind === bondKind.name)
  if (!parts || changes.every((one) => one.kind === bondKind.name || isRemembered(one))) return
  throw new Problem(
    'change.already-erased',
    'Somebody in this was removed for good since, so it cannot be taken back',
    { safe: 'Nothing was changed.' },
  )
}

async function changedSince(ctx: Reading, changes: readonly Change[]): Promise<string[]> {
  const found: string[] = []
  for (const [kind, own] of byKind(changes)) {
    const latest = new Map(own.toReversed().map((change) => [change.id, change]))
    const now = await loadAll<unknown>(ctx.db, ctx.owner, anyKind(kind), [...latest.keys()])
    for (const [id, change] of latest) {
      const is = now.has(id) ? JSON.stringify(now.get(id)) : null
      if (is !== change.after) found.push(describe(kind.name, now.get(id) ?? parsed(change.before)))
    }
  }
  return found
}

function refuseIfAny({ caller }: Reading, inTheWay: readonly string[]): void {
  if (inTheWay.length === 0) return
  const named = inTheWay.slice(0, 3).join(', ')
  const more = inTheWay.length > 3 ? ` and ${inTheWay.length - 3} more` : ''
  throw new Problem(
    'change.in-the-way',
    `Changed since, so it cannot be taken back: ${named}${more}`,
    {
      safe: 'Nothing was changed.',
      mend: inWordsOf(caller, {
        command: 'Take the later change back first: sobremesa changes list shows it.',
        web: 'Take the later change back first: it stands under “What was changed”.',
        program: 'Take the later change back first: changes.list shows it.',
      }),
    },
  )
}

/** Those that are gone now and that these writes had made, as they were made. */
async function madeAndGone(
  ctx: Reading,
  changes: readonly Change[],
  kind: string,
): Promise<Map<string, Change>> {
  const made = changes.filter((change) => change.kind === kind && change.after !== null)
  const there = await loadAll(
    ctx.db,
    ctx.owner,
    anyKind(kindNamed(kind)),
    made.map((change) => change.id),
  )
  const gone = made.filter((change) => !there.has(change.id))
  return new Map(gone.toReversed().map((change) => [change.id, change]))
}

async function keepUsedNouns(ctx: Writing, changes: readonly Change[]): Promise<void> {
  for (const kind of [fieldKind, organisationKind]) {
    const gone = await madeAndGone(ctx, changes, kind.name)
    const used = await nounsInUse(ctx.db, ctx.owner, kind.name, [...gone.keys()])
    const kept = new Map([...used].map((id) => [id, parsed(gone.get(id)?.after ?? null)]))
    await ctx.record.keepAll(kindNamed(kind.name), kept)
  }
}

/** A person whom a later conversation or note is about stays with it, until that is taken back too. */
async function refuseIfStoodUpon(ctx: Reading, changes: readonly Change[]): Promise<void> {
  for (const kind of ['person', 'conversation'] as const) {
    const gone = await madeAndGone(ctx, changes, kind)
    const inTheWay = await stoodUpon(ctx.db, ctx.owner, kind, [...gone.keys()])
    refuseIfAny(
      ctx,
      [...inTheWay].map((id) => describe(kind, parsed(gone.get(id)?.after ?? null))),
    )
  }
}

function byKind(changes: readonly Change[]): Map<Kind<never>, Change[]> {
  const found = new Map<Kind<never>, Change[]>()
  for (const change of changes) {
    const kind = kindNamed(change.kind)
    found.set(kind, [...(found.get(kind) ?? []), change])
  }
  return found
}

/** Whose things are is known again only when these are back. */
function bondsLast<Own>(kinds: ReadonlyMap<Kind<never>, Own>): (readonly [Kind<never>, Own])[] {
  return [...kinds].toSorted(
    ([a], [b]) => Number(a.name === bondKind.name) - Number(b.name === bondKind.name),
  )
}

function parsed(text: string | null): never | null {
  return text === null ? null : heldFromLog(text)
}

/** Documents that are only compared and carried may be of any kind. */
export function anyKind(kind: Kind<never>): Kind<unknown> {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- see above
  return kind as unknown as Kind<unknown>
}
