import type { Day } from '../../kit/days.ts'
import type { ConversationId } from '../../kit/ids.ts'
import { given } from '../../kit/partial.ts'
import type { Answer, Consent } from './person.ts'

/**
 * What somebody agreed to. Three answers; the narrowest of line, conversation and person holds. An answer may be
 * narrowed at any time and holds at once, also for what was written before; a wider one is a new yes, and says how it
 * was said.
 */
export type Answers = Omit<Consent, 'on'>
type Asked = keyof Answers

/** What an owner writes down of an answer. */
export type Answering = Partial<{ [Key in Asked]: Answers[Key] | undefined }> & {
  readonly said?: string | undefined
  readonly conversation?: ConversationId | undefined
}

/** From what allows least to what allows most; not asked allows less than any yes. */
export const fromNarrow: { readonly [Key in Asked]: readonly Answers[Key][] } = {
  notes: ['no', 'facts', 'not-asked', 'yes'],
  naming: ['none', 'role', 'not-asked', 'name'],
  sharing: ['no', 'not-asked', 'show-first', 'yes'],
}

const asked: readonly Asked[] = ['notes', 'naming', 'sharing']

/** Which of the three would be wider than what was answered before; who was never asked gives a first answer. */
export function widened(before: Consent, now: Answering): Asked[] {
  return asked.filter((one) => {
    const wanted = now[one]
    return wanted !== undefined && before[one] !== 'not-asked' && isWider(one, before[one], wanted)
  })
}

function isWider<One extends Asked>(one: One, before: Answers[One], now: Answers[One]): boolean {
  const order: readonly Answers[One][] = fromNarrow[one]
  return order.indexOf(now) > order.indexOf(before)
}

export function answered(before: Consent, { notes, naming, sharing }: Answering, on: Day): Consent {
  return { ...before, ...given({ notes, naming, sharing }), on }
}

export function answerOf({ said, conversation, ...answers }: Answering, on: Day): Answer {
  return { ...given(answers), said: said ?? null, conversation: conversation ?? null, on }
}

/** Of several answers of one person the narrowest holds, whichever record it stands in. */
export function narrowest(all: readonly Consent[]): Consent {
  const on = all.flatMap((one) => one.on ?? []).toSorted()
  return {
    notes: least(
      fromNarrow.notes,
      all.map(({ notes }) => notes),
    ),
    naming: least(
      fromNarrow.naming,
      all.map(({ naming }) => naming),
    ),
    sharing: least(
      fromNarrow.sharing,
      all.map(({ sharing }) => sharing),
    ),
    on: on.at(-1) ?? null,
  }
}

function least<One extends string>(order: readonly One[], answers: readonly One[]): One {
  const [first] = order
  const narrow = order.find((answer) => answers.includes(answer)) ?? first
  if (narrow === undefined) throw new Error('There is an order of answers')
  return narrow
}

/**
 * How a conversation or the owner closes one line further than was agreed: by role only; Chatham House (the words,
 * and neither whose they are nor whose house); private (for the owner alone). Off the record is a `%` in the text.
 */
export const lineLevels = ['as-agreed', 'role', 'chatham', 'private'] as const
export type LineLevel = (typeof lineLevels)[number]

/** What holds for one line: the narrowest of the person today, the conversation as it was, and the line. */
export interface Agreed {
  readonly notes: Answers['notes']
  readonly naming: Answers['naming']
  readonly sharing: Answers['sharing']
  readonly level: LineLevel
}

const namingOfLevel: Readonly<Record<LineLevel, Answers['naming']>> = {
  'as-agreed': 'name',
  role: 'role',
  chatham: 'none',
  private: 'name',
}

export function agreedFor(consents: readonly Consent[], level: LineLevel): Agreed {
  const { notes, naming, sharing } = narrowest(consents)
  const closest = least(fromNarrow.naming, [naming, namingOfLevel[level]])
  return { notes, naming: closest, sharing: level === 'private' ? 'no' : sharing, level }
}

/** Whether a line is for the owner's eyes alone: no program that speaks for the owner is given it. */
export function isForOwnerAlone({ notes, level }: Agreed, mark: string | null): boolean {
  return level === 'private' || notes === 'no' || (notes === 'facts' && mark === '"')
}

/** Whether it may be said whose words these are; who was not asked is named on the owner's pages, and to programs. */
export function isNamed({ naming }: Pick<Agreed, 'naming'>): boolean {
  return naming === 'name' || naming === 'not-asked'
}
