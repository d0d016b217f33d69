import type { IntroductionAct } from '../../craft/introductions/next.ts'
import type { NextWhat } from '../conversations/next-step.ts'

export const todayGroups = ['now', 'thank', 'promises', 'waiting', 'ahead'] as const
export type TodayGroup = (typeof todayGroups)[number]

export type TodayWhat =
  | Exclude<NextWhat, 'wait' | 'nothing'>
  | IntroductionAct
  | 'thank-too'
  | 'keep-promise'
  | 'recall-promise'
  | 'hear'
  | 'open-mail'
  | 'forget-asked'
  | 'look-sent'
  | 'send-again'

/** Where each next step stands on the page, and about how many minutes it takes. */
export const places: Readonly<
  Record<TodayWhat, { readonly group: TodayGroup; readonly minutes: number }>
> = {
  start: { group: 'now', minutes: 20 },
  settle: { group: 'now', minutes: 1 },
  finish: { group: 'now', minutes: 5 },
  capture: { group: 'now', minutes: 5 },
  'forget-asked': { group: 'now', minutes: 3 },
  hear: { group: 'now', minutes: 1 },
  'look-sent': { group: 'now', minutes: 1 },
  'send-again': { group: 'now', minutes: 2 },
  'open-mail': { group: 'now', minutes: 1 },
  'follow-up': { group: 'now', minutes: 2 },
  confirm: { group: 'now', minutes: 2 },
  schedule: { group: 'now', minutes: 3 },
  link: { group: 'now', minutes: 4 },
  'first-reply': { group: 'now', minutes: 3 },
  thank: { group: 'thank', minutes: 4 },
  'thank-too': { group: 'thank', minutes: 4 },
  'thank-no': { group: 'thank', minutes: 2 },
  debrief: { group: 'thank', minutes: 6 },
  'tell-connector': { group: 'thank', minutes: 3 },
  'thank-connector': { group: 'thank', minutes: 2 },
  'keep-promise': { group: 'promises', minutes: 3 },
  'recall-promise': { group: 'promises', minutes: 2 },
  nudge: { group: 'waiting', minutes: 2 },
  widen: { group: 'waiting', minutes: 2 },
  weigh: { group: 'waiting', minutes: 2 },
  agree: { group: 'waiting', minutes: 2 },
  update: { group: 'ahead', minutes: 4 },
  send: { group: 'ahead', minutes: 2 },
  draft: { group: 'ahead', minutes: 5 },
  research: { group: 'ahead', minutes: 5 },
  hello: { group: 'ahead', minutes: 2 },
  reopen: { group: 'ahead', minutes: 5 },
  'ask-sides': { group: 'ahead', minutes: 4 },
  'ask-connector': { group: 'ahead', minutes: 5 },
  'ask-after': { group: 'ahead', minutes: 2 },
}
