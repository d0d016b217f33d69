import { getContents } from '../../platform/database/contents.ts'
import { bondWithout } from '../bonds/without.ts'
import { type Card, cardKind } from '../contacts/contacts.store.ts'
import type { Conversation } from '../conversations/conversation.ts'
import { conversationKind, stepKind } from '../conversations/conversations.store.ts'
import { type Introduction, peopleIn } from '../introductions/introduction.ts'
import { introductionKind } from '../introductions/introductions.store.ts'
import type { Letter } from '../letters/letter.ts'
import { letterKind } from '../letters/letters.store.ts'
import { noteKind } from '../notes/notes.store.ts'
import type { Field } from '../nouns/noun.ts'
import type { Bond } from '../people/bond.ts'
import { personKind } from '../people/people.store.ts'
import type { Person } from '../people/person.ts'
import { attachmentKind } from '../voices/attachments.store.ts'
import { quotationKind, transcriptKind } from '../voices/transcripts.store.ts'
import { maskedDocument } from './documents.ts'
import type { Mask } from './masking.ts'
import { keptAs, type Scrub } from './scrub.operations.ts'
import { scrubbedNote } from './scrubbed-note.operations.ts'
import {
  scrubbedAttachment,
  scrubbedQuotation,
  scrubbedTranscript,
} from './scrubbed-voices.operations.ts'

/** A document without anybody who is forgotten; null where nothing of it is left. */
export async function scrubbed(scrub: Scrub, kind: string, doc: unknown): Promise<unknown> {
  const scrubber = scrubbers[kind]
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- a document of this kind, as the table says
  return scrubber ? scrubber(scrub, doc as never) : maskedDocument(kind, doc, scrub.masks.far)
}

const scrubbers: Readonly<Record<string, (scrub: Scrub, doc: never) => unknown>> = {
  [personKind.name]: scrubbedPerson,
  [conversationKind.name]: scrubbedConversation,
  [stepKind.name]: scrubbedBelonging,
  [letterKind.name]: scrubbedLetter,
  [noteKind.name]: scrubbedNote,
  [cardKind.name]: scrubbedCard,
  [transcriptKind.name]: scrubbedTranscript,
  [attachmentKind.name]: scrubbedAttachment,
  [quotationKind.name]: scrubbedQuotation,
  [introductionKind.name]: scrubbedIntroduction,
  field: scrubbedField,
  bond: scrubbedBond,
  exchange: scrubbedExchange,
}

function scrubbedPerson({ reach, masks }: Scrub, person: Person): Person | null {
  if (reach.people.has(person.id)) return null
  const masked = maskedDocument(personKind.name, person, masks.far)
  const { through } = person.meeting
  if (through === null || !reach.people.has(through)) return masked
  return { ...masked, meeting: { ...masked.meeting, through: null } }
}

/**
 * The number of those at the table stays, and with it the bare id of who is forgotten: a line of which nobody knows
 * who said it must not become the word of the one who is left.
 */
function scrubbedConversation(
  { reach, masks }: Scrub,
  conversation: Conversation,
): Conversation | null {
  if (reach.alone.has(conversation.id)) return null
  const mask = reach.shared.has(conversation.id) ? masks.near : masks.far
  const { fromThem } = conversation
  const left = fromThem?.filter(({ person }) => !reach.people.has(person))
  const kept = left ? { ...conversation, fromThem: left } : conversation
  return maskedDocument(conversationKind.name, kept, mask)
}

function scrubbedBelonging(
  { reach, masks }: Scrub,
  doc: { readonly conversation: string },
): unknown {
  if (reach.alone.has(doc.conversation)) return null
  const mask = reach.shared.has(doc.conversation) ? masks.near : masks.far
  return maskedDocument('', doc, mask)
}

/** What was written to them alone goes, also where others were at the table. */
function scrubbedLetter(scrub: Scrub, letter: Letter): unknown {
  const { toOne } = letter
  return toOne !== undefined && scrub.reach.people.has(toOne)
    ? null
    : scrubbedBelonging(scrub, letter)
}

/** That somebody was not to be asked goes with them. */
function scrubbedField({ reach, masks }: Scrub, field: Field): Field {
  const masked = maskedDocument('field', field, masks.far)
  if (!field.rests) return masked
  return { ...masked, rests: field.rests.filter(({ person }) => !reach.people.has(person)) }
}

/** What the owner said of others, that they are one or that they are not, holds without them. */
function scrubbedBond({ reach }: Scrub, bond: Bond): Bond | null {
  return isAboutAny(bond, reach.people) ? bondWithout(bond, reach.people) : bond
}

/** Contact elsewhere is with one person. */
function scrubbedExchange({ reach, masks }: Scrub, exchange: { readonly person: string }): unknown {
  return reach.people.has(exchange.person) ? null : maskedDocument('exchange', exchange, masks.far)
}

/** Who was to be brought together with whom tells of each of them: with one it goes whole. */
function scrubbedIntroduction({ reach, masks }: Scrub, introduction: Introduction): unknown {
  if (peopleIn(introduction).some((one) => reach.people.has(one))) return null
  const { conversation } = introduction
  const isGone = conversation !== null && reach.alone.has(conversation)
  const left = isGone ? { ...introduction, conversation: null } : introduction
  return maskedDocument(introductionKind.name, left, masks.far)
}

function isAboutAny(doc: object, ids: ReadonlySet<string>): boolean {
  const text = JSON.stringify(doc)
  return [...ids].some((one) => text.includes(one))
}

/** Of others' cards the bytes are looked into as well: a card may name a spouse, or the members of a group. */
async function scrubbedCard(scrub: Scrub, card: Card): Promise<Card | null> {
  const { reach, masks, gone } = scrub
  if (card.person !== null && reach.people.has(card.person)) {
    if (card.content) gone.digests.add(card.content)
    return null
  }
  const masked = maskedDocument(cardKind.name, card, masks.far)
  const content = card.content === null ? null : await anew(scrub, card.content, masks.far)
  if (content !== card.content && card.content) gone.digests.add(card.content)
  const group = masked.group && {
    ...masked.group,
    members: (card.group?.members ?? []).filter((one) => !reach.uids.has(one)),
  }
  return { ...masked, content, group }
}

/** The digest of the same bytes masked, which are kept under it. Bytes that are no text stay as they are. */
async function anew({ ctx }: Scrub, digest: string, mask: Mask): Promise<string> {
  const bytes = (await getContents(ctx.db, ctx.owner, [digest])).get(digest)
  const text = bytes && textOf(bytes)
  if (text === null || text === undefined) return digest
  const masked = mask(text)
  return masked === text ? digest : keptAs(ctx, masked)
}

function textOf(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch {
    return null
  }
}
