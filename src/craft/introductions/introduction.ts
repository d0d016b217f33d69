import type { Day } from '../../kit/days.ts'

/** Who takes part: one brings together, one asks to meet, one is asked for. In a matchmaker's idea neither side asked. */
export const parties = ['connector', 'requester', 'target'] as const
export type Party = (typeof parties)[number]

/** The two that are brought together. */
export const sides = ['requester', 'target'] as const
export type Side = (typeof sides)[number]

/** `asked`: the requester asks the connector for it, which is their yes. `idea`: the connector's own, both are asked. */
export const shapes = ['asked', 'idea'] as const
export type Shape = (typeof shapes)[number]

/**
 * One fact in the life of an introduction, with the day it fell on. There is no step for a no: a no is kept nowhere, so
 * that nothing can tell it from silence (docs/decisions/0018).
 */
export type IntroductionStep =
  | { readonly kind: 'asked' | 'yes'; readonly side: Side; readonly on: Day }
  | { readonly kind: Exclude<IntroductionStepKind, 'asked' | 'yes'>; readonly on: Day }

export const introductionStepKinds = [
  'requested',
  'asked',
  'yes',
  'closed',
  'made',
  'bcc',
  'met',
  'told',
  'thanked',
] as const
export type IntroductionStepKind = (typeof introductionStepKinds)[number]

/** An introduction as one party knows it: `me` is the party whose notebook (or circle) this is. */
export interface IntroductionLife {
  readonly shape: Shape
  readonly me: Party
  readonly steps: readonly IntroductionStep[]
}

export function otherSide(side: Side): Side {
  return side === 'requester' ? 'target' : 'requester'
}

/** What a side may answer; to say nothing is an answer too, and the same one as no. */
export const introductionAnswers = ['yes', 'no'] as const
export type IntroductionAnswer = (typeof introductionAnswers)[number]

/** The steps after a side answered: a yes is one more, and a private no leaves them as they are. */
export function answered(
  steps: readonly IntroductionStep[],
  answer: { readonly side: Side; readonly answer: IntroductionAnswer; readonly on: Day },
): readonly IntroductionStep[] {
  const { side, on } = answer
  return answer.answer === 'yes' ? [...steps, { kind: 'yes', side, on }] : steps
}
