import { type Day, dayIn, type Instant } from '../../kit/days.ts'
import type { ConversationId, StepId } from '../../kit/ids.ts'
import type { Life, StepKind } from '../conversations/conversation.ts'
import { foldOf } from '../conversations/course.ts'
import { awaitsAnswer } from '../conversations/held-back.ts'
import { type Pace, stateAfter, type StateWord } from '../conversations/life.ts'
import type { Now } from '../conversations/moment.ts'

export type Answer = 'yes' | 'later' | 'no'

/** One first letter and what became of it. */
export interface Asking {
  readonly conversation: ConversationId
  readonly step: StepId
  readonly day: Day
  /** When it went; null where it was written down on another day. */
  readonly at: Instant | null
  readonly zone: string
  readonly answer: Answer | null
  readonly met: boolean
  /** It waits for an answer still, so it counts for nothing yet. */
  readonly open: boolean
  /** It was answered, and whether it comes to a meeting is still to be seen. */
  readonly underway: boolean
}

const answers: Partial<Readonly<Record<StepKind, Answer>>> = {
  'replied-yes': 'yes',
  'replied-later': 'later',
  'replied-no': 'no',
  scheduled: 'yes',
  confirmed: 'yes',
  started: 'yes',
  held: 'yes',
}

const towardsATalk: ReadonlySet<StateWord> = new Set<StateWord>([
  'replied-yes',
  'replied-later',
  'scheduled',
  'confirmed',
  'no-show-mine',
  'no-show-theirs',
])

/** The letters that ask, in the order they went: a new one after a rest, or after "later", is one of its own. */
export function askingsOf(life: Life, now: Now, pace: Pace): readonly Asking[] {
  const all: Asking[] = []
  const { told, course } = foldOf(life)
  for (const { step, fits } of told) {
    if (!fits) continue
    if (step.kind === 'sent') {
      const { id, day, at, zone } = step
      const known = instantOn(day, at, zone)
      const asked = { conversation: life.conversation.id, step: id, day, at: known, zone }
      all.push({ ...asked, answer: null, met: false, open: false, underway: false })
      continue
    }
    const last = all.at(-1)
    if (!last) continue
    const answer = last.answer ?? answers[step.kind] ?? null
    const met = last.met || step.kind === 'held' || step.kind === 'started'
    all[all.length - 1] = { ...last, answer, met }
  }
  const state = stateAfter(course, life.conversation, now, pace)
  return all.map((one, index) => {
    const isLast = index === all.length - 1
    const underway = isLast && !one.met && one.answer !== null && towardsATalk.has(state.is)
    return { ...one, open: isLast && awaitsAnswer(state), underway }
  })
}

function instantOn(day: Day, at: Instant, zone: string): Instant | null {
  return dayIn(zone, at) === day ? at : null
}
