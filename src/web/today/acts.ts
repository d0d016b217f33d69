import type { StepKind } from '../../notebook/conversations/conversation.ts'
import type { TodayWhat } from '../../notebook/today/places.ts'

/** What the olive verb of an item does: it writes a step down, settles a promise, or leads to a page. */
export type ItemAct =
  | { readonly does: 'step'; readonly step: StepKind }
  | { readonly does: 'settle' }
  | { readonly does: 'open'; readonly stage: 'before' | 'during' | 'after' }
  /** The letter that the step is about: `letterOfStep`. */
  | { readonly does: 'letter' }
  /** The letter that is named. */
  | { readonly does: 'look' }
  | { readonly does: 'see' }
  | { readonly does: 'person' }
  /** The page of the introduction. */
  | { readonly does: 'introduction' }

interface Doing {
  readonly act: ItemAct
  /** Whether it may be let rest from here. */
  readonly rests: boolean
}

const opens = (stage: 'before' | 'during' | 'after', rests: boolean): Doing => ({
  act: { does: 'open', stage },
  rests,
})
const letter = (rests: boolean): Doing => ({ act: { does: 'letter' }, rests })
const introduces: Doing = { act: { does: 'introduction' }, rests: true }
const writes = (step: StepKind, rests: boolean): Doing => ({ act: { does: 'step', step }, rests })

const doings: Readonly<Record<TodayWhat, Doing>> = {
  start: opens('during', false),
  settle: writes('held', false),
  finish: opens('during', false),
  capture: opens('during', true),
  'forget-asked': { act: { does: 'person' }, rests: false },
  hear: { act: { does: 'see' }, rests: false },
  'look-sent': { act: { does: 'look' }, rests: false },
  'send-again': { act: { does: 'look' }, rests: true },
  'open-mail': opens('before', false),
  'follow-up': writes('followed-up', true),
  confirm: letter(false),
  schedule: opens('before', true),
  thank: opens('after', true),
  'thank-too': opens('after', true),
  'thank-no': writes('thanked-no', true),
  debrief: opens('after', true),
  'keep-promise': { act: { does: 'settle' }, rests: true },
  'recall-promise': { act: { does: 'settle' }, rests: true },
  nudge: letter(true),
  widen: writes('widened', true),
  update: letter(true),
  send: letter(true),
  draft: letter(true),
  research: opens('before', true),
  hello: writes('updated', false),
  reopen: opens('before', false),
  'ask-connector': introduces,
  weigh: introduces,
  'ask-sides': introduces,
  agree: introduces,
  link: introduces,
  'first-reply': introduces,
  'tell-connector': introduces,
  'thank-connector': introduces,
  'ask-after': introduces,
}

/** Null for what only a newer server knows. */
export function doingOf(what: string): (Doing & { readonly what: TodayWhat }) | null {
  return isKnown(what) ? { ...doings[what], what } : null
}

function isKnown(what: string): what is TodayWhat {
  return Object.hasOwn(doings, what)
}
