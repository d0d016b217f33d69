import type { z } from 'zod'
import type { IntroductionClocks } from '../../craft/clocks.ts'
import { courseOf, haveBothAgreed } from '../../craft/introductions/course.ts'
import {
  type IntroductionStep,
  introductionStepKinds,
  otherSide,
  type Party,
  type Side,
  sides,
} from '../../craft/introductions/introduction.ts'
import { mayStep } from '../../craft/introductions/may-step.ts'
import { nextOf } from '../../craft/introductions/next.ts'
import { nextAfterRest } from '../../craft/introductions/rest.ts'
import { standingOf } from '../../craft/introductions/standing.ts'
import { connectorView, type SideMark, sideView } from '../../craft/introductions/views.ts'
import type { TemplateCode } from '../../craft/letters/codes.ts'
import type { Day } from '../../kit/days.ts'
import type { IntroductionId, PersonId } from '../../kit/ids.ts'
import { Problem } from '../../kit/problem.ts'
import type { Reading } from '../../platform/context.ts'
import { load } from '../../platform/database/things.ts'
import { shownPeople } from '../people/groups.store.ts'
import { type PersonRow, rowsByRecord } from '../people/people.store.ts'
import type { Person } from '../people/person.ts'
import { settingsOf } from '../settings/settings.store.ts'
import { paceOf } from '../settings/settings.ts'
import { givenAway } from './discreet.ts'
import { type Introduction, lettersOfPart, peopleIn, sideOf } from './introduction.ts'
import type { introductionShape } from './introductions.contract.ts'
import { introductionKind, withHeadsOf } from './introductions.store.ts'
import { type Resting, restingConnectors } from './resting.operations.ts'
import { type Called, introductionWhyInWords } from './why-words.ts'

export type Drawn = z.input<typeof introductionShape>

export async function needIntroduction(ctx: Reading, id: IntroductionId): Promise<Introduction> {
  const found = await load(ctx.db, ctx.owner, introductionKind, id)
  if (found) return found
  throw new Problem('introduction.unknown', 'There is no such introduction in your notebook')
}

export async function showIntroduction(ctx: Reading, id: IntroductionId): Promise<Drawn> {
  const [drawn] = await drawIntroductions(ctx, [await needIntroduction(ctx, id)])
  return drawn!
}

export async function introductionClocks(ctx: Reading): Promise<IntroductionClocks> {
  return paceOf(await settingsOf(ctx.db, ctx.owner)).clocks.introduction
}

type Rows = ReadonlyMap<PersonId, PersonRow>

export function introductionRows(
  ctx: Reading,
  introductions: readonly Introduction[],
): Promise<Rows> {
  const people = [...new Set(introductions.flatMap(peopleIn))]
  return rowsByRecord(ctx.db, ctx.owner, people)
}

/** As doors show them: what the owner, as the party they are, may see today. */
export async function drawIntroductions(
  ctx: Reading,
  kept: readonly Introduction[],
): Promise<Drawn[]> {
  const introductions = await withHeadsOf(ctx.db, ctx.owner, kept)
  const clocks = await introductionClocks(ctx)
  const rows = await introductionRows(ctx, introductions)
  const asked = introductions.filter(({ me }) => me === 'connector')
  const people = await shownPeople(ctx.db, ctx.owner, [...new Set(asked.flatMap(peopleIn))])
  const today = ctx.today()
  const isSide = introductions.some(({ me }) => me === 'requester')
  const resting = isSide ? await restingConnectors(ctx, today, clocks) : new Map()
  return introductions.map((one) => {
    const rest = restIn(one, resting)
    const { what, why, by } = nextAfterRest(nextOf(one, today, clocks), rest)
    const called = calledIn(one, rows)
    return {
      ...wordsOf(one),
      people: {
        connector: shown(one, 'connector', rows),
        requester: shown(one, 'requester', rows),
        target: shown(one, 'target', rows),
      },
      ...stateOf(one, today, clocks),
      rest: rest ?? null,
      sides: marksOf(one, today, clocks),
      next: {
        what,
        code: why.code,
        values: { ...called, ...why.values },
        why: introductionWhyInWords(why, called, today),
        by,
      },
      may: possibleSteps(one, today, clocks),
      letters: lettersOf(one),
      givenAway: [...givenAway(one, (side) => personIn(one, side, people))],
      steps: one.steps.map((step) => ({ kind: step.kind, side: sideIn(step), on: step.on })),
    }
  })
}

function restIn({ people }: Introduction, resting: Resting) {
  return people.connector === null ? undefined : resting.get(people.connector)
}

function personIn(
  one: Introduction,
  side: Side,
  people: ReadonlyMap<PersonId, Person>,
): Person | undefined {
  const person = one.people[side]
  return person === null ? undefined : people.get(person)
}

function wordsOf({ steps: _steps, letters: _letters, people: _people, ...words }: Introduction) {
  return words
}

function shown({ me, people }: Introduction, party: Party, rows: Rows) {
  if (party === me) return { id: null, name: '' }
  const person = people[party]
  const row = person === null ? undefined : rows.get(person)
  return row ? { id: row.id, name: row.name } : null
}

const unknownAs: Readonly<Called> = {
  connector: 'somebody',
  requester: 'somebody',
  target: 'somebody',
}

/** By name; the owner is "you", and who is not known is somebody. */
export function calledIn({ me, people }: Introduction, rows: Rows): Called {
  const called = (party: Party) => {
    if (party === me) return 'you'
    const person = people[party]
    return (person === null ? undefined : rows.get(person)?.name) || unknownAs[party]
  }
  return {
    connector: called('connector'),
    requester: called('requester'),
    target: called('target'),
  }
}

type State = Pick<Drawn, 'state' | 'since' | 'until'>

function stateOf(one: Introduction, today: Day, clocks: IntroductionClocks): State {
  const state = (is: State['state'], since: Day | null, until: Day | null = null): State => ({
    state: is,
    since,
    until,
  })
  if (one.me === 'connector') {
    const standing = standingOf(one, today, clocks)
    if (standing.is === 'planned') return state('planned', null)
    if (standing.is === 'weighing') return state('weighing', standing.since, standing.until)
    if (standing.is === 'asking') return state('asking', null, standing.until)
    return state(standing.is, standing.is === 'agreed' ? standing.since : standing.on)
  }
  const view = sideView(one, one.me, today, clocks)
  if (view.is === 'nothing') return state('planned', null)
  if (view.is === 'asked') return state('asking', view.on, view.until)
  if (view.is === 'waiting') return state('waiting', view.since, view.until)
  return view.is === 'made' ? state('made', view.on) : state('closed', view.since)
}

function marksOf(one: Introduction, today: Day, clocks: IntroductionClocks): Drawn['sides'] {
  const { sides: marks } = connectorView(one, today, clocks)
  return { requester: marked(marks.requester), target: marked(marks.target) }
}

function marked(mark: SideMark): Drawn['sides']['target'] {
  return mark.is === 'not-asked' ? { is: mark.is, on: null } : mark
}

function sideIn(step: IntroductionStep): Side | null {
  return 'side' in step ? step.side : null
}

function possibleSteps(one: Introduction, today: Day, clocks: IntroductionClocks): Drawn['may'] {
  return introductionStepKinds.flatMap((kind) => {
    const steps: readonly IntroductionStep[] =
      kind === 'asked' || kind === 'yes'
        ? sides.map((side) => ({ kind, side, on: today }))
        : [{ kind, on: today }]
    const possible = steps.filter((step) => mayStep(one, step, clocks))
    return possible.map((step) => ({ kind, side: sideIn(step) }))
  })
}

/** The letters of the owner's part, one for each side where either may be written to. */
function lettersOf(one: Introduction): Drawn['letters'] {
  return lettersOfPart(one).flatMap((template) => {
    const first = sideOf(one, template, null)
    const isToBoth = first !== null && template === 'opt-in' && one.shape === 'idea'
    const to = isToBoth ? [first, otherSide(first)] : [first]
    return to.map((side) => {
      const kept = one.letters.find(
        (letter) => letter.template === template && letter.side === side && letter.sentOn !== null,
      )
      return { template, side, sentOn: kept?.sentOn ?? null, mayWrite: mayWrite(one, template) }
    })
  })
}

/** Nobody is linked without two yeses, in a draft neither. */
export function mayWrite(one: Introduction, template: TemplateCode): boolean {
  const course = courseOf(one)
  return template !== 'link' || (haveBothAgreed(one, course) && course.closed === null)
}
