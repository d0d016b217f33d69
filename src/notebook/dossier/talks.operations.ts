import { type Day, isDay } from '../../kit/days.ts'
import { type ConversationId, id } from '../../kit/ids.ts'
import type { Reading } from '../../platform/context.ts'
import { loadAll } from '../../platform/database/things.ts'
import { belongingsOf } from '../changes/erasing.store.ts'
import type { Conversation, FromThem, Life } from '../conversations/conversation.ts'
import { livesOf } from '../conversations/conversations.store.ts'
import { conversationKind } from '../conversations/conversations.store.ts'
import { metOn, startOf } from '../conversations/life.ts'
import { hasWords } from '../letters/letter.ts'
import { letterKind } from '../letters/letters.store.ts'
import { showNote } from '../notes/drawn-notes.operations.ts'
import { closedLine, type Subject } from '../notes/note.ts'
import { seesAll } from '../notes/told.operations.ts'
import { fieldKind, followMerges } from '../nouns/nouns.store.ts'
import { peopleRows } from '../people/people.store.ts'
import type { About } from './about.operations.ts'
import type { DossierConversation, DossierLine, DossierPromise } from './dossier.ts'
import { type HeardVoices, voicesIn } from './voices.operations.ts'

/** A line that may be shown, or, where it was said off the record and is not asked for, only counted. */
export interface Read {
  readonly lines: DossierLine[]
  readonly closed: number
  /** For the owner alone: counted where a program asks. */
  readonly keptBack: number
  /** Said by others, and left to them. */
  readonly others: number
  readonly promises: DossierPromise[]
}

type NoteLine = Awaited<ReturnType<typeof showNote>>['lines'][number]

/**
 * What a note says of them or from them: `all` where it is about nobody else. What others said there is theirs, and
 * what its keeper wrote about others is not about them.
 */
export async function readNote(
  about: About,
  subject: Subject,
  reach: 'all' | 'theirs',
): Promise<Read> {
  // Read in the open, so that it is known which closed lines are theirs; those are counted and not shown.
  const note = await showNote(about.ctx, subject, true)
  const forOwner = await forOwnerAlone(about.ctx, subject)
  const read: Read = { lines: [], closed: 0, keptBack: 0, others: 0, promises: [] }
  let [closed, keptBack, others] = [0, 0, 0]
  for (const line of note.lines) {
    if (line.text.trim() === '') continue
    const by = speakerOf(about, line)
    const isShown = by !== 'others' && (reach === 'all' || by !== 'owner' || names(about, line))
    if (!isShown) others += by === 'others' ? 1 : 0
    else if (line.offRecord && !about.offRecord) closed += 1
    else if (forOwner.has(line.id)) keptBack += 1
    else add(read, line, by)
  }
  return { ...read, closed, keptBack, others }
}

/** A program makes the page too, and is given no more for it than anywhere else. */
async function forOwnerAlone(ctx: Reading, subject: Subject): Promise<ReadonlySet<string>> {
  if (seesAll(ctx)) return new Set()
  const { lines } = await showNote(ctx, subject, false)
  const closed = lines.filter(({ text, offRecord }) => text === closedLine && !offRecord)
  return new Set(closed.map(({ id: one }) => one))
}

function speakerOf({ people }: About, line: NoteLine): DossierLine['by'] | 'others' {
  if (line.speaker) return people.has(line.speaker.id) ? 'them' : 'others'
  return line.speakerUnknown ? 'nobody-knows' : 'owner'
}

function names({ mask }: About, { text }: NoteLine): boolean {
  return mask(text) !== text
}

function add(read: Read, line: NoteLine, by: DossierLine['by']): void {
  const { mark, text, said, offRecord, due, doneOn } = line
  if (mark === '>' || mark === '<') {
    const whose = mark === '>' ? 'owner' : 'theirs'
    read.promises.push({ whose, text: said, due: dayOf(due), doneOn: dayOf(doneOn) })
    return
  }
  read.lines.push({ text, by, offRecord })
}

function dayOf(text: string | null): Day | null {
  return text !== null && isDay(text) ? text : null
}

interface Talks {
  readonly conversations: DossierConversation[]
  readonly closed: number
  readonly keptBack: number
  readonly open: number
}

/** Every conversation they sat at, those in the bin too, the earliest first; and how many lines stayed closed. */
export async function talksWith(about: About, ids: readonly ConversationId[]): Promise<Talks> {
  const { ctx } = about
  const conversations: DossierConversation[] = []
  let [closed, keptBack, open] = [0, 0, 0]
  for (const life of await livesOf(ctx.db, ctx.owner, ids)) {
    const isAlone = life.conversation.people.every((one) => about.people.has(one))
    const subject: Subject = { kind: 'conversation', id: life.conversation.id }
    const read = await readNote(about, subject, isAlone ? 'all' : 'theirs')
    const heard = await voicesIn(about, life.conversation, { isAlone })
    closed += read.closed + heard.closed
    keptBack += read.keptBack + heard.keptBack
    open += read.lines.filter((line) => line.offRecord).length + heard.open
    conversations.push(await drawn(about, life, { ...read, heard }))
  }
  return { conversations: conversations.toSorted(earliestFirst), closed, keptBack, open }
}

function earliestFirst(one: DossierConversation, other: DossierConversation): number {
  return (one.day ?? '9') < (other.day ?? '9') ? -1 : 1
}

async function drawn(
  about: About,
  life: Life,
  { heard, ...read }: Read & { readonly heard: HeardVoices },
): Promise<DossierConversation> {
  const { ctx, people } = about
  const { conversation, steps } = life
  const others = conversation.people.filter((one) => !people.has(one))
  const rows = await peopleRows(ctx.db, ctx.owner, others)
  const fields = await followMerges(ctx.db, ctx.owner, fieldKind, conversation.fields)
  const own = await belongingsOf(ctx.db, ctx.owner, conversationKind.name, [conversation.id])
  const kept = await loadAll(ctx.db, ctx.owner, letterKind, own.letter)
  const letters = [...kept.values()].filter(
    (letter) => hasWords(letter) && (letter.toOne === undefined || people.has(letter.toOne)),
  )
  const start = startOf(life)
  return {
    day: metOn(life) ?? start?.day ?? null,
    with: rows.map(({ name }) => name),
    about: [...new Set([...fields.values()].map(({ name }) => name))],
    place: conversation.place,
    medium: conversation.medium,
    plan: [...planOf(conversation), ...saidOnPage(conversation, people)],
    consent: conversation.consent,
    steps: steps.map(({ day, kind, words }) => ({ day, kind, words })),
    lines: read.lines,
    othersLines: read.others + heard.others,
    promises: read.promises,
    letters: letters.map(({ subject, body, sentOn }) => ({ subject, body, sentOn })),
    transcripts: heard.transcripts,
    pictures: heard.pictures,
    inBin: conversation.binnedOn !== null,
  }
}

/** How it left the keeper (energy, engagement, a Tuesday) is about the keeper, and stays out. */
function planOf(conversation: Conversation): DossierConversation['plan'] {
  const { link, purpose, gift, questions, read } = conversation
  const told = { link, purpose, gift }
  return [
    ...Object.entries(told).flatMap(([what, text]) => (text === null ? [] : [{ what, text }])),
    ...questions.map(({ text }) => ({ what: 'question', text })),
    ...read.map((text) => ({ what: 'read', text })),
  ]
}

/** In words where they wrote some, else by what it was. */
function saidOnPage(
  { fromThem = [] }: Conversation,
  people: ReadonlySet<string>,
): DossierConversation['plan'] {
  return fromThem
    .filter(({ person }) => people.has(person))
    .map((one) => ({ what: `page-${one.what}`, text: saidIn(one) }))
}

function saidIn(one: FromThem): string {
  const starts = one.what === 'chose' ? [one.start] : one.what === 'another-time' ? one.times : []
  const times = starts.map(({ day, clock, zone }) => [day, clock, zone].filter(Boolean).join(' '))
  const words = 'words' in one && one.words ? [one.words] : []
  const naming = one.what === 'naming' ? [one.naming] : []
  const mail =
    one.what === 'wrote' ? [one.mail.from?.address, one.mail.subject, one.mail.reason] : []
  return [...times, ...words, ...naming, ...mail.filter(Boolean)].join('; ') || one.at.slice(0, 10)
}

export const asConversation = (text: string): ConversationId => id('conversation', text)
