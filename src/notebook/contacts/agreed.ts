import { answered, type Answers, fromNarrow } from '../people/consent.ts'
import {
  type Answer,
  type Consent,
  type KindOfPerson,
  nothingAsked,
  type Person,
  type Standing,
} from '../people/person.ts'

/** What only the notebook's own file says of somebody: what they agreed to, how it came to be so, and their fields. */
export interface Agreed {
  readonly consent: Consent
  /** The earliest first. Conversations of another notebook mean nothing here. */
  readonly answers: readonly Answer[]
  readonly fields: readonly { readonly name: string; readonly kind: KindOfPerson | null }[]
}

/** What of it was new, so that it can be taken out again with its file. */
export interface AgreedBrought {
  readonly answers: readonly Answer[]
  readonly fields: readonly Standing[]
}

/**
 * A file is no new yes: what it says stands where nothing was answered yet, and else only as far as it allows no more.
 * Answers that are there already change nothing, so that an older file does not bring back what was narrowed, or
 * widened, since.
 */
export function withAgreed(
  person: Person,
  { consent, answers }: Pick<Agreed, 'consent' | 'answers'>,
  fields: readonly Standing[],
): { readonly person: Person; readonly brought: AgreedBrought } {
  const there = person.answers ?? []
  const known = new Set(there.map(answerKey))
  const fresh = answers.filter((one) => !known.has(answerKey(one)))
  const placed = new Set(person.fields.map(({ field }) => field))
  const standings = fields.filter(({ field }) => !placed.has(field))
  const told = fresh.length === 0 ? {} : consentWith(person, { consent, fresh })
  return {
    person: { ...person, ...told, fields: [...person.fields, ...standings] },
    brought: { answers: fresh, fields: standings },
  }
}

function consentWith(
  { consent: before, answers = [] }: Person,
  { consent, fresh }: { readonly consent: Consent; readonly fresh: readonly Answer[] },
): Pick<Person, 'consent' | 'answers'> {
  const days = [before.on, consent.on].filter((on) => on !== null).toSorted()
  return {
    consent: {
      notes: closer('notes', before, consent),
      naming: closer('naming', before, consent),
      sharing: closer('sharing', before, consent),
      on: days.at(-1) ?? null,
    },
    answers: [...answers, ...fresh].toSorted((a, b) => (a.on < b.on ? -1 : 1)),
  }
}

function closer<Asked extends keyof Answers>(
  asked: Asked,
  before: Answers,
  said: Answers,
): Answers[Asked] {
  if (before[asked] === 'not-asked') return said[asked]
  if (said[asked] === 'not-asked') return before[asked]
  const order: readonly Answers[Asked][] = fromNarrow[asked]
  return order.indexOf(said[asked]) < order.indexOf(before[asked]) ? said[asked] : before[asked]
}

/** Without what one file brought: what was answered besides holds again. */
export function withoutAgreed(person: Person, brought: readonly AgreedBrought[]): Person {
  const gone = new Set(brought.flatMap(({ answers }) => answers.map(answerKey)))
  const left = new Set(brought.flatMap(({ fields }) => fields.map(standingKey)))
  const fields = person.fields.filter((one) => !left.has(standingKey(one)))
  if (gone.size === 0) return { ...person, fields }
  const answers = (person.answers ?? []).filter((one) => !gone.has(answerKey(one)))
  const consent = answers.reduce(
    (held, { notes, naming, sharing, on }) => answered(held, { notes, naming, sharing }, on),
    nothingAsked,
  )
  return { ...person, fields, answers, consent }
}

function answerKey({ notes, naming, sharing, said, on }: Answer): string {
  return JSON.stringify([notes, naming, sharing, said, on])
}

function standingKey({ field, kind }: Standing): string {
  return `${field} ${kind}`
}
