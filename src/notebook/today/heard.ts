import type { Day } from '../../kit/days.ts'
import type { FromThem, HeardMail, Start } from '../conversations/conversation.ts'
import { hoursFrom, momentOfStart } from '../conversations/moment.ts'

/** The facts of what somebody did on their page. */
export interface HeardFacts {
  readonly 'they-chose': Agreed
  readonly 'they-named-a-time': Agreed
  readonly 'they-named-times': { readonly text: string }
  readonly 'they-declined': None
  readonly 'they-said-how-to-name-them': None
  readonly 'they-ask-to-be-forgotten': None
  readonly 'they-wrote': None
  readonly 'letter-came-back': { readonly text: string }
}

type Agreed = { readonly day: Day; readonly clock?: string }
type None = Readonly<Record<string, never>>

export type HeardWhy<Code extends keyof HeardFacts = keyof HeardFacts> = {
  readonly [One in Code]: { readonly code: One; readonly values: HeardFacts[One] }
}[Code]

/** What they did, with its time on the owner's own clock. */
export function whyHeard(one: FromThem, zone: string): HeardWhy {
  if (one.what === 'chose') return { code: 'they-chose', values: onOwnClock(one.start, zone) }
  if (one.what === 'another-time') return whyAnother(one, zone)
  if (one.what === 'wrote') return whyWrote(one.mail)
  return { code: plainly[one.what], values: {} }
}

const plainly = {
  declined: 'they-declined',
  naming: 'they-said-how-to-name-them',
  forget: 'they-ask-to-be-forgotten',
} as const

function whyWrote({ kind, reason }: HeardMail): HeardWhy {
  if (kind === 'bounce') return { code: 'letter-came-back', values: { text: reason ?? '' } }
  return { code: 'they-wrote', values: {} }
}

/** Their own words say it best; without any, the first of the times. */
function whyAnother(
  { times, words }: Extract<FromThem, { what: 'another-time' }>,
  zone: string,
): HeardWhy {
  const [first] = times
  if (words === null && first) {
    return { code: 'they-named-a-time', values: onOwnClock(first, zone) }
  }
  return { code: 'they-named-times', values: { text: words ?? '' } }
}

function onOwnClock(start: Start, zone: string): Agreed {
  const { day, clock } = hoursFrom(momentOfStart(start), 0, zone)
  return clock === null ? { day } : { day, clock }
}
