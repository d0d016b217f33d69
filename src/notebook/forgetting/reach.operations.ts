import type { PersonId } from '../../kit/ids.ts'
import type { Reading } from '../../platform/context.ts'
import { loadAll } from '../../platform/database/things.ts'
import { kindNamed } from '../changes/changes.store.ts'
import { belongingsOf } from '../changes/erasing.store.ts'
import { type Card, cardKind, cardsOf } from '../contacts/contacts.store.ts'
import { conversationKind, stepKind } from '../conversations/conversations.store.ts'
import { letterKind } from '../letters/letters.store.ts'
import { noteKind } from '../notes/notes.store.ts'
import { withTheirGroups } from '../people/groups.store.ts'
import { personKind } from '../people/people.store.ts'
import type { Person } from '../people/person.ts'
import { dialled } from '../tombstones/tombstones.store.ts'
import { attachmentKind } from '../voices/attachments.store.ts'
import { quotationKind, transcriptKind } from '../voices/transcripts.store.ts'
import { aloneInTheLog, isWithThemAlone } from './log.operations.ts'
import { type Found, foundOf, joined, lookThrough } from './looking.operations.ts'
import type { Reach } from './scrub.operations.ts'
import { noTraces, type Traces, tracesOf } from './traces.ts'

/** Who goes, with all that tells of them. */
export interface Going {
  readonly people: readonly PersonId[]
  readonly records: readonly Person[]
  readonly cards: readonly Card[]
  readonly traces: Traces
}

/** With each of these go all the records that are one person with them. */
export async function whoGoes(ctx: Reading, asked: readonly PersonId[]): Promise<Going> {
  const people = await withTheirGroups(ctx.db, ctx.owner, asked)
  const records = [...(await loadAll(ctx.db, ctx.owner, personKind, people)).values()]
  const cards = [...(await cardsOf(ctx.db, ctx.owner, people)).values()].flat()
  const traces = tracesOf(records, cards.flatMap(uidsOf))
  const numbers = records
    .flatMap((record) => record.channels.filter(({ kind }) => kind === 'phone'))
    .flatMap(({ value }) => dialled(value))
    .filter((digits) => digits.length > 6)
  return { people, records, cards, traces: { ...traces, phones: [...traces.phones, ...numbers] } }
}

function uidsOf({ keys }: Card): string[] {
  return keys.flatMap((key) => (key.startsWith('uid:') ? [key.slice(4)] : []))
}

/** Conversations with them alone go with them; those with others stay. Those in the bin, and of the log alone, too. */
export async function reachOf(ctx: Reading, { people, cards }: Going): Promise<Reach> {
  const who = new Set<string>(people)
  const alone = new Set<string>(await aloneInTheLog(ctx, who))
  const shared = new Set<string>()
  const talks = await lookThrough(ctx, noTraces, people, [kindNamed(conversationKind.name)])
  for (const talk of foundOf(talks, conversationKind).values()) {
    if (isWithThemAlone(talk, who)) alone.add(talk.id)
    else if (talk.people.some((one) => who.has(one))) shared.add(talk.id)
  }
  return { people: who, alone, shared, uids: new Set(cards.flatMap(uidsOf)) }
}

/** All that may speak of them, with what belongs to the conversations at which they sat. */
export async function lookFurther(ctx: Reading, going: Going, reach: Reach): Promise<Found> {
  const found = await lookThrough(ctx, going.traces, going.people)
  const talks = [...reach.alone, ...reach.shared]
  const own = await belongingsOf(ctx.db, ctx.owner, conversationKind.name, talks)
  const belonging: Found = new Map<string, ReadonlyMap<string, unknown>>([
    [noteKind.name, await loadAll(ctx.db, ctx.owner, noteKind, own.note)],
    [stepKind.name, await loadAll(ctx.db, ctx.owner, stepKind, own.step)],
    [letterKind.name, await loadAll(ctx.db, ctx.owner, letterKind, own.letter)],
    [transcriptKind.name, await loadAll(ctx.db, ctx.owner, transcriptKind, own.transcript)],
    [attachmentKind.name, await loadAll(ctx.db, ctx.owner, attachmentKind, own.attachment)],
    [quotationKind.name, await loadAll(ctx.db, ctx.owner, quotationKind, own.quotation)],
    [cardKind.name, new Map(going.cards.map((card) => [card.id, card]))],
  ])
  return joined(found, belonging)
}
