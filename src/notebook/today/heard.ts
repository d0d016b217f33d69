import type { Day } from '../../kit/days.ts'
import type { FromThem, Start } from '../conversations/conversation.ts'
import { hoursFrom, momentOfStart } from '../conversations/moment.ts'

/** The facts of what somebody did on their page. */
export interface HeardFacts {
  readonly 'they-chose': Agreed
  readonly 'they-named-a-time': Agreed
  readonly 'they-named-times': { readonly text: string }
  readonly 'they-declined': None
  readonly 'they-said-how-to-name-them': None
  readonly 'they-ask-to-be-forgotten': None
}

type Agreed = { readonly day: Day; readonly clock?: string }
type None = Readonly<Record<string, never>>

type HeardWhy = {
  readonly [One in keyof HeardFacts]: { readonly code: One; readonly values: HeardFacts[One] }
}[keyof HeardFacts]

/** What they did, with its time on the owner's own clock. */
export function whyHeard(one: FromThem, zone: string): HeardWhy {
  switch (one.what) {
    case 'chose':
      return { code: 'they-chose', values: onOwnClock(one.start, zone) }
    case 'another-time':
      return whyAnother(one, zone)
    case 'declined':
      return { code: 'they-declined', values: {} }
    case 'naming':
      return { code: 'they-said-how-to-name-them', values: {} }
    case 'forget':
      return { code: 'they-ask-to-be-forgotten', values: {} }
  }
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
