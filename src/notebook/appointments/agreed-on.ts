import type { Life, Start } from '../conversations/conversation.ts'
import { foldOf } from '../conversations/course.ts'
import { startOf } from '../conversations/life.ts'

/** The time agreed last, as a calendar has to know it. */
export interface AgreedOn {
  readonly start: Start
  /** It was agreed, and does not hold any more. */
  readonly isOff: boolean
  /** How often the time was changed since it was first agreed; that it is off is a change too. */
  readonly changes: number
}

/** Null while no time was ever agreed, and of a meeting by chance. */
export function agreedOn(life: Life): AgreedOn | null {
  if (life.conversation.setting === 'chance') return null
  const times = foldOf(life).told.flatMap(({ step, fits }) =>
    fits && step.kind === 'scheduled' ? [step.start] : [],
  )
  const all = [...(life.conversation.start ? [life.conversation.start] : []), ...times]
  const last = all.at(-1)
  if (!last) return null
  const isOff = startOf(life) === null
  return { start: startOf(life) ?? last, isOff, changes: all.length - 1 + (isOff ? 1 : 0) }
}
