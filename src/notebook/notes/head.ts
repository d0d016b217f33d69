import type { Day } from '../../kit/days.ts'
import { fold } from '../../kit/text.ts'
import { contactsIn } from './contact-words.ts'
import { dayMet } from './head-days.ts'
import type { FoundPerson } from './head-found.ts'
import { moreNamesAfter } from './head-joined.ts'
import { relations } from './head-lexicon.ts'
import { findPerson } from './head-person.ts'
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
  readonly link: string | null
}

export interface CapturedMeeting {
  /** "the train", "PyCon". */
  readonly place: string | null
  /** The sentence about the meeting as typed. */
  readonly words: string | null
  /** The day it looks back to ("yesterday"), else the day of the capture. */
  readonly day: Day | null
}

export interface Head {
  readonly people: readonly CapturedPerson[]
  readonly meeting: CapturedMeeting
}

export interface HeadOptions {
  readonly known: KnownNames
  readonly tags: readonly Tag[]
  readonly day: Day | null
}

/** People are named early; beyond this length a beginning is a text, and not searched. */
const longestHead = 600

/** Reads the unmarked words of a captured line: who, what they do and for whom, where one met, when. */
export function readHead(text: string, whole: Span, options: HeadOptions): Head {
  const span = { start: whole.start, end: Math.min(whole.end, whole.start + longestHead) }
  const words = text.slice(span.start, span.end)
  const { mail, phone, link, spans } = contactsIn(words)
  const hidden = spans.map(({ start, end }) => ({
    start: start + span.start,
    end: end + span.start,
  }))
  const tokens = tokensIn(text, span, { tags: options.tags, hidden })
  const reading = { text, tokens, known: options.known }
  const day = dayOf(words, options.day)
  const person = findPerson(reading)
  if (!person) return { people: [], meeting: { place: null, words: null, day } }
  const others = moreNamesAfter(reading, person)
  const behind = tokens.slice(others.at(-1)?.next ?? person.next)
  const around = readSurroundings(text, behind, person.met)
  const before = readSurroundings(text, tokens.slice(0, person.from), 'met')
  const role = around.role ?? person.does ?? roleIn(person)
  return {
    people: [
      { ...nameOf(person), role, organisation: around.organisation, mail, phone, link },
      ...others.map((other) => Object.assign(nameOf(other), nothingElse)),
    ],
    meeting: { place: around.place ?? before.place, words: sentenceOf(words), day },
  }
}

type Named = Pick<CapturedPerson, 'name' | 'described' | 'known'>

const nothingElse = { role: null, organisation: null, mail: null, phone: null, link: null }

function nameOf({ name, described, known }: Named): Named {
  return { name, described, known }
}

function dayOf(words: string, today: Day | null): Day | null {
  return today === null ? null : (dayMet(words, today) ?? today)
}

/** "a nurse on the bus": what somebody does may be all that is known of them. */
function roleIn({ described }: FoundPerson): string | null {
  const words = described?.split(/\s+/u) ?? []
  const first = words.findIndex((word) => isRoleWord(word) && !relations.has(fold(word)))
  return first === -1 || words.length > 4 ? null : words.slice(first).join(' ')
}

/** Up to the colon or to the end of the first sentence; "Dr." ends none. */
function sentenceOf(words: string): string | null {
  const sentence = words
    .split(/\s*[:：](?=\s|$)|(?<=[\p{L}\p{N})]{3})[.!?。！？](?=\s|$)/u)[0]
    ?.trim()
  return sentence || null
}
