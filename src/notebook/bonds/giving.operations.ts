import { id, type LineId, type PersonId } from '../../kit/ids.ts'
import { Problem } from '../../kit/problem.ts'
import type { Writing } from '../../platform/context.ts'
import { load } from '../../platform/database/things.ts'
import { conversationKind } from '../conversations/conversations.store.ts'
import { withPeople } from '../introductions/introduction.ts'
import { introductionKind } from '../introductions/introductions.store.ts'
import { moveLetters } from '../letters/moving.operations.ts'
import { newNote } from '../notes/notes.operations.ts'
import { noteKind, noteOn } from '../notes/notes.store.ts'
import type { Undecided } from '../people/bond.ts'
import { withTheirGroups } from '../people/groups.store.ts'
import { personKind } from '../people/people.store.ts'
import type { Consent } from '../people/person.ts'
import { placeOfVoice } from '../voices/transcript.ts'
import { transcriptKind } from '../voices/transcripts.store.ts'
import { linesAbout } from './belongings.store.ts'
import { consentFrom } from './belongings.ts'
import { moveValue } from './values.ts'

/** What the owner says: this thing belongs to that record. */
export interface Gift {
  readonly thing: string
  readonly to: PersonId
}

interface Moving {
  readonly held: Undecided
  readonly to: PersonId
}

/** Moves each thing from the record it was with; what belongs to that one after all stays. */
export async function giveAway(ctx: Writing, gifts: readonly Moving[]): Promise<void> {
  for (const gift of gifts) {
    if (gift.held.kind === 'consent') await giveConsent(ctx, gift)
    else if (gift.held.with !== gift.to) await move(ctx, gift)
  }
}

async function move(ctx: Writing, gift: Moving): Promise<void> {
  switch (gift.held.kind) {
    case 'conversation':
      return moveConversation(ctx, gift)
    case 'introduction':
      return moveIntroduction(ctx, gift)
    case 'line':
      return moveLine(ctx, gift)
    case 'voice':
      return moveVoice(ctx, gift)
    case 'through':
      return moveThrough(ctx, gift)
    case 'value':
      return moveValueOf(ctx, gift)
    case 'consent':
      return
  }
}

async function moveConversation(ctx: Writing, { held, to }: Moving): Promise<void> {
  const conversation = await load(ctx.db, ctx.owner, conversationKind, held.id)
  if (!conversation) return
  const seats = conversation.people.map((one) => (one === held.with ? to : one))
  const records = await withTheirGroups(ctx.db, ctx.owner, [held.with])
  // What came from them or went to them may stand under another of their records, which has no seat there.
  const theirs = new Set(records.filter((one) => !seats.includes(one)))
  const given = (one: PersonId): PersonId => (theirs.has(one) ? to : one)
  const people = [...new Set(seats)]
  const fromThem = conversation.fromThem?.map((one) => ({ ...one, person: given(one.person) }))
  const moved = { ...conversation, people, ...(fromThem ? { fromThem } : {}) }
  await ctx.record.keep(conversationKind, conversation.id, moved)
  await moveLetters(ctx, conversation.id, given)
}

async function moveIntroduction(ctx: Writing, { held, to }: Moving): Promise<void> {
  const introduction = await load(ctx.db, ctx.owner, introductionKind, held.id)
  if (!introduction) return
  const moved = withPeople(introduction, (one) => (one === held.with ? to : one))
  await ctx.record.keep(introductionKind, introduction.id, moved)
}

async function moveLine(ctx: Writing, { held, to }: Moving): Promise<void> {
  const line = (await linesAbout(ctx.db, ctx.owner, [held.with])).find((one) => one.id === held.id)
  const from = line && (await load(ctx.db, ctx.owner, noteKind, line.note))
  if (!from) return
  const subject = { kind: 'person' as const, id: to }
  const note = (await noteOn(ctx.db, ctx.owner, subject)) ?? newNote(ctx, subject)
  const own = id('line', held.id)
  const moved = from.lines.filter((one) => one.id === own)
  await ctx.record.keep(noteKind, from.id, { ...from, lines: without(from.lines, own) })
  await ctx.record.keep(noteKind, note.id, { ...note, lines: [...note.lines, ...moved] })
}

function without<Line extends { readonly id: LineId }>(
  lines: readonly Line[],
  gone: LineId,
): Line[] {
  return lines.filter((line) => line.id !== gone)
}

async function moveVoice(ctx: Writing, { held, to }: Moving): Promise<void> {
  const { transcript: which, voice } = placeOfVoice(held.id)
  const transcript = await load(ctx.db, ctx.owner, transcriptKind, which)
  if (!transcript) return
  const voices = transcript.voices.map((one, at) => {
    const isTheirs = one.who.is === 'person' && one.who.person === held.with
    return at === voice && isTheirs ? { ...one, who: { is: 'person' as const, person: to } } : one
  })
  await ctx.record.keep(transcriptKind, transcript.id, { ...transcript, voices })
}

async function moveThrough(ctx: Writing, { held, to }: Moving): Promise<void> {
  const person = await load(ctx.db, ctx.owner, personKind, held.id)
  if (person?.meeting.through !== held.with) return
  const moved = { ...person, meeting: { ...person.meeting, through: to } }
  await ctx.record.keep(personKind, person.id, moved)
}

async function moveValueOf(ctx: Writing, { held, to }: Moving): Promise<void> {
  const from = await load(ctx.db, ctx.owner, personKind, held.with)
  const other = await load(ctx.db, ctx.owner, personKind, to)
  const moved = from && other && moveValue(from, other, held.id)
  if (!moved) {
    throw new Problem(
      'bond.in-the-way',
      'This cannot move: they have one of their own, or it was changed since',
      { safe: 'Nothing was changed.', mend: 'Change it by hand on both.' },
    )
  }
  await ctx.record.keep(personKind, from.id, moved.from)
  await ctx.record.keep(personKind, other.id, moved.to)
}

async function giveConsent(ctx: Writing, { held, to }: Moving): Promise<void> {
  const person = await load(ctx.db, ctx.owner, personKind, to)
  const consent: Consent | null = consentFrom(held.id)
  if (person && consent) await ctx.record.keep(personKind, to, { ...person, consent })
}
