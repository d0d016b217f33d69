import type { Day } from '../../kit/days.ts'
import { contactsIn } from './contact-words.ts'
import { readDayGone } from './day-words.ts'
import { findPerson, type FoundPerson, moreNamesAfter } from './head-person.ts'
import { readSurroundings } from './head-surroundings.ts'
import { tokensIn } from './head-tokens.ts'
import type { Span } from './lines.ts'
import type { KnownNames } from './names.ts'
import { isRoleWord } from './role-words.ts'
import type { Tag } from './tags.ts'

/** Whom a captured line is about. */
export interface CapturedPerson {
  /** Null when the person is only described. */
  readonly name: string | null
  /** "my uncle's neighbour", "una enfermera". */
  readonly described: string | null
  /** The notebook has somebody of that name. */
  readonly known: boolean
  readonly role: string | null
  readonly organisation: string | null
  readonly mail: string | null
  readonly phone: string | null
}

export interface CapturedMeeting {
  /** "the train", "PyCon". */
  readonly place: string | null
  /** The sentence about the meeting as typed. */
  readonly words: string | null
  readonly day: Day | null
}

export interface Head {
  readonly people: readonly CapturedPerson[]
  readonly meeting: CapturedMeeting
}

export function readHead(text: string, span: Span, options: HeadOptions): Head {
  const { mail, phone } = contactsIn(text.slice(span.start, span.end))
  const tokens = tokensIn(text, withoutContacts(text, span, mail), options.tags)
  const reading = { text, tokens, known: options.known }
  const person = findPerson(reading)
  const words = text.slice(span.start, span.end)
  const gone = options.day === null ? null : readDayGone(words, options.day)
  if (!person)
    return { people: [], meeting: { place: null, words: null, day: gone ?? options.day } }
  const others = moreNamesAfter(reading, person)
  const next = others.at(-1)?.next ?? person.next
  const around = readSurroundings(text, tokens.slice(next), person.met)
  const before =
    around.place === null ? readSurroundings(text, tokens.slice(0, person.from), 'met') : around
  return {
    people: [
      {
        ...whoIs(person),
        role: around.role ?? roleIn(person),
        organisation: around.organisation,
        mail,
        phone,
      },
      ...others.map((other) => ({
        ...whoIs(other),
        role: null,
        organisation: null,
        mail: null,
        phone: null,
      })),
    ],
    meeting: { place: before.place, words: sentenceOf(words), day: gone ?? options.day },
  }
}

export interface HeadOptions {
  readonly known: KnownNames
  readonly tags: readonly Tag[]
  readonly day: Day | null
}

function whoIs(
  found: Pick<FoundPerson, 'name' | 'described' | 'known'>,
): Pick<CapturedPerson, 'name' | 'described' | 'known'> {
  return { name: found.name, described: found.described, known: found.known }
}

/** "a nurse on the bus": what somebody does may be all that is known of them. */
function roleIn({ described }: FoundPerson): string | null {
  const words = described?.split(/\s+/u) ?? []
  return words.length <= 3 ? (words.find(isRoleWord) ?? null) : null
}

/** The head up to the mail address in it, which is read by itself. */
function withoutContacts(text: string, span: Span, mail: string | null): Span {
  const at = mail === null ? -1 : text.indexOf(mail, span.start)
  return at === -1 ? span : { start: span.start, end: Math.max(span.start, at) }
}

function sentenceOf(words: string): string | null {
  const sentence = words.split(/[:：]\s|[.!?。！？]\s/u)[0]?.trim() ?? ''
  return sentence === '' ? null : sentence
}
