import type { Day } from '../../../kit/days.ts'
import { contactsIn } from '../contact-words.ts'
import type { Span } from '../lines.ts'
import type { KnownNames } from '../names.ts'
import type { Tag } from '../tags.ts'
import { chunksOf } from './chunks.ts'
import { dayMet } from './days.ts'
import type { Reading } from './reading.ts'
import { sentenceIn } from './tokens.ts'
import { whoAndWhere } from './who-and-where.ts'

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
  readonly lang: string | null
}

/** People are named early; beyond this length a beginning is a text, and not searched. */
const longestHead = 600
/** How much of what follows helps to tell the language. */
const languageAhead = 200

/**
 * Reads the unmarked words of a captured line: who, what they do and for whom, where one met, when.
 * 1. tokens.ts: words, with what each does in the language of the line (words.ts, in-*.ts);
 * 2. chunks.ts: the parts of the sentence, each as far as it goes: a person (full-names.ts, people.ts, names.ts), what
 *    a clause says of them (clauses.ts), a place or a house (wheres.ts), words that lead to a person, a day;
 * 3. who-and-where.ts: which part says what of whom.
 */
export function readHead(text: string, whole: Span, options: HeadOptions): Head {
  const span = { start: whole.start, end: Math.min(whole.end, whole.start + longestHead) }
  const words = text.slice(span.start, span.end)
  const { mail, phone, link, spans } = contactsIn(words)
  const hidden = spans.map(({ start, end }) => ({
    start: start + span.start,
    end: end + span.start,
  }))
  const behind = text.slice(span.end, span.end + languageAhead)
  const sentence = sentenceIn(text, span, {
    tags: options.tags,
    hidden,
    lang: options.lang,
    behind,
  })
  const reading: Reading = { ...sentence, known: options.known }
  const { people, place } = whoAndWhere(reading, chunksOf(reading))
  const day = options.day && (dayMet(sentence, words, options.day) ?? options.day)
  const contact = (at: number) =>
    at === 0 ? { mail, phone, link } : { mail: null, phone: null, link: null }
  return {
    people: people.map((person, at) => ({ ...person, ...contact(at) })),
    meeting:
      people.length === 0
        ? { place: null, words: null, day }
        : { place, words: sentenceOf(words), day },
  }
}

/** Up to the colon or to the end of the first sentence; "Dr." ends none. */
function sentenceOf(words: string): string | null {
  const sentence = words
    .split(/\s*[:：](?=\s|$)|(?<=[\p{L}\p{N})]{3})[.!?。！？](?=\s|$)/u)[0]
    ?.trim()
  return sentence || null
}
