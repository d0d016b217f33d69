import type { TemplateCode } from '../../craft/letters/codes.ts'
import type { Day, Instant } from '../../kit/days.ts'
import type { ConversationId, PersonId, TemplateId } from '../../kit/ids.ts'
import type { Person } from '../people/person.ts'
import { nameOf } from '../people/person.ts'
import type { Party } from './going.ts'

/** Words of a letter as they once were. */
export interface LetterVersion {
  readonly subject: string
  readonly body: string
  readonly at: Instant
}

/** A letter as the owner left it: their own words of a draft, or what was sent. */
export interface Letter {
  readonly id: string
  readonly conversation: ConversationId
  readonly template: TemplateCode
  /** For whom of several at the table it is; without it, for all of them. */
  readonly toOne?: PersonId
  /** The owner's own template it was drafted from. */
  readonly form?: TemplateId | null
  readonly subject: string
  readonly body: string
  /** Put aside by the owner, or written over by a new draft; the latest last, twenty at most. */
  readonly versions?: readonly LetterVersion[]
  readonly sentOn: Day | null
  /** To whom it went: the people of the conversation may change later. */
  readonly sentTo?: readonly PersonId[]
  /** Why it went although something was asked about, in the owner's words. */
  readonly anyway?: string | null
  /** Of several at a table: they are thanked otherwise, or not at all, by the owner's word. It may have no words. */
  readonly letGoOn?: Day
  /** How it went, where it went by the owner's mail account. */
  readonly mail?: Sending
  /** Why it did not arrive, where it went and came back; gone when it goes again. */
  readonly cameBack?: { readonly reason: string; readonly at: Instant; readonly to: Party }
}

/** By which name a letter can be found among the mail of both, from whom to whom it went, and when. */
export interface Sending {
  /** With its angle brackets. */
  readonly messageId: string
  readonly from: Party
  readonly to: Party
  readonly at: Instant
}

/** Whether it went to one of these records; of one from before nobody knows to whom, and it was to all. */
export function hasReached(
  { sentOn, sentTo }: Pick<Letter, 'sentOn' | 'sentTo'>,
  records: readonly PersonId[],
): boolean {
  return sentOn !== null && (sentTo?.some((one) => records.includes(one)) ?? true)
}

/** One that holds nothing but that somebody was let go of is no letter to read. */
export function hasWords({ subject, body }: Pick<Letter, 'subject' | 'body'>): boolean {
  return `${subject}${body}`.trim() !== ''
}

const mostVersions = 20

/** The words as they are now, put aside; words put aside already are not put aside twice. */
export function withVersion(
  { subject, body, versions = [] }: Pick<Letter, 'subject' | 'body' | 'versions'>,
  at: Instant,
): readonly LetterVersion[] {
  const isThere = versions.some((one) => one.subject === subject && one.body === body)
  const isEmpty = subject.trim() === '' && body.trim() === ''
  return isThere || isEmpty ? versions : [...versions, { subject, body, at }].slice(-mostVersions)
}

/** How somebody is addressed: by the name friends use, the given name, or the first word of the whole. */
export function addressOf(person: Person): string {
  const part = (wanted: string) => person.names.find((name) => name.part === wanted)?.text.trim()
  return part('nickname') || part('given') || (nameOf(person).split(/\s+/)[0] ?? '')
}

/** Every word by which a letter may call somebody. */
export function nameWordsOf(person: Person): readonly string[] {
  const words = [nameOf(person), ...person.names.map(({ text }) => text)].flatMap((name) =>
    name.split(/\s+/u),
  )
  return [...new Set(words.filter((word) => /\p{L}{2}|\p{Lo}/u.test(word)))]
}

/** The address a letter goes to: the one that is preferred, else the first. */
export function mailOf(person: Person): string | null {
  const mails = person.channels.filter((channel) => channel.kind === 'mail')
  return (mails.find((mail) => mail.preferred) ?? mails[0])?.value ?? null
}
