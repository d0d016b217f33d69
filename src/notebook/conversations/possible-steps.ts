import { dayInWords, listInWords } from '../../craft/english.ts'
import { dayIn } from '../../kit/days.ts'
import { Problem } from '../../kit/problem.ts'
import { stepKinds, type Life, type Step, type StepKind } from './conversation.ts'
import { foldOf, mayFollow, type Stage } from './course.ts'
import { stateAfter, type Pace, type State, type StateWord } from './life.ts'
import type { Now } from './moment.ts'

/** The steps that can be taken now. Where something waits, "rested" is always one of them. */
export function maySteps(state: State): readonly StepKind[] {
  return stepKinds.filter((kind) => mayFollow(kind, stageOf(state)) && isTime(kind, state))
}

/**
 * Refuses a step that cannot be, at its own place in the life: `step.not-now`, with what can be instead.
 * A step of a past day is judged by that day, and may not put a later one out of place.
 */
export function checkStep(life: Life, step: Step, now: Now, pace: Pace): void {
  if (step.day > dayIn(step.zone, now.instant)) {
    throw new Problem(
      'step.not-now',
      `${dayInWords(step.day)} has not come yet. What happens is written down on its day, or later.`,
    )
  }
  const { told } = foldOf({ ...life, steps: [...life.steps, step] })
  const place = told.find((one) => one.step === step)
  if (!place) return
  const then = { day: step.day, instant: step.at, zone: step.zone }
  const state = stateAfter(place.before, life.conversation, then, pace)
  const possible = maySteps(state)
  if (!possible.includes(step.kind)) throw new Problem('step.not-now', refusal(state, possible))
  const known = new Set(
    foldOf(life)
      .told.filter((one) => !one.fits)
      .map((one) => one.step.id),
  )
  const upset = told.find((one) => !one.fits && !known.has(one.step.id))?.step
  if (upset) {
    throw new Problem(
      'step.not-now',
      `On ${dayInWords(upset.day)} stands: ${deeds[upset.kind]}. With this before it, that could not be. Take it back first, or choose another day.`,
    )
  }
}

function stageOf(state: State): Stage {
  return state.is === 'widen-due' || state.is === 'nudge-due' ? 'sent' : state.is
}

/** What the clocks add to the order of steps. */
function isTime(kind: StepKind, state: State): boolean {
  if (kind === 'drafted') return state.is !== 'idea' || state.linked
  if (kind === 'nudged') return state.is === 'nudge-due'
  if (kind === 'captured') return state.is !== 'thanked' || !state.captured
  if (kind !== 'reopened' || state.is === 'set-aside') return true
  return state.is === 'resting' && (state.ripe || state.unanswered === 0)
}

function refusal(state: State, possible: readonly StepKind[]): string {
  const can = listInWords(
    possible.map((kind) => deeds[kind]),
    'or',
  )
  return can ? `${standing(state)} What fits now: ${can}.` : standing(state)
}

const deeds: Readonly<Record<StepKind, string>> = {
  researched: 'note what links you',
  drafted: 'draft the letter',
  sent: 'send the letter',
  nudged: 'send one nudge',
  widened: 'write to a second person',
  'replied-yes': 'note their yes',
  'replied-no': 'note their no',
  'replied-later': 'note that they said later',
  scheduled: 'set a time',
  confirmed: 'confirm the time',
  started: 'start the notes',
  held: 'note that you spoke',
  'no-show-mine': 'note that you could not come',
  'no-show-theirs': 'note that they could not come',
  captured: 'put your notes down',
  thanked: 'thank them',
  'thanked-no': 'thank them for their answer',
  'followed-up': 'write one line that recalls the moment',
  debriefed: 'put the conversation away',
  updated: 'tell them what came of it',
  rested: 'let it rest',
  reopened: 'begin anew',
  kept: 'keep it',
}

/** Where it stands, in a sentence. */
function standing(state: State): string {
  if (state.is === 'idea' && !state.linked) {
    return 'This is an idea so far, and one real thing that links you is still to be found.'
  }
  if (state.is === 'sent' || state.is === 'widen-due' || state.is === 'nudge-due') {
    return `The letter went on ${dayInWords(state.since)}. One nudge may go from ${dayInWords(state.nudgeOn)}.`
  }
  if (state.is === 'nudged') {
    return `The nudge went on ${dayInWords(state.since)}. Two letters are enough; silence is an answer too.`
  }
  if (state.is === 'resting' && !state.ripe && state.unanswered > 0) {
    return `This rests until ${dayInWords(state.ripeOn)}, unless they write.`
  }
  if (state.is === 'scheduled' || state.is === 'confirmed') {
    return `You agreed on ${dayInWords(state.start.day)}.`
  }
  return standings[state.is]
}

type Plain = Exclude<
  StateWord,
  'sent' | 'widen-due' | 'nudge-due' | 'nudged' | 'scheduled' | 'confirmed'
>

const standings: Readonly<Record<Plain, string>> = {
  idea: 'This is an idea so far.',
  researched: 'No letter has gone yet.',
  drafted: 'No letter has gone yet.',
  resting: 'This rests.',
  'replied-yes': 'They said yes.',
  'replied-later': 'They said later.',
  'replied-no': 'They said no.',
  'thanked-no': 'They said no, and you thanked them.',
  started: 'The notes are open.',
  'no-show-mine': 'You could not come.',
  'no-show-theirs': 'They could not come.',
  held: 'You have spoken.',
  captured: 'You have spoken, and your notes are down.',
  thanked: 'You have thanked them.',
  debriefed: 'The conversation is put away.',
  updated: 'You have told them what came of it.',
  kept: 'This conversation is kept.',
  'set-aside': 'This is set aside.',
  'chance-met': 'You met by chance.',
  'chance-captured': 'You met by chance, and it is written down.',
  'followed-up': 'You wrote them a line.',
}
