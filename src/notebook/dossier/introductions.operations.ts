import { courseOf } from '../../craft/introductions/course.ts'
import {
  type IntroductionStep,
  type Party,
  type Side,
} from '../../craft/introductions/introduction.ts'
import { isOtherNamed } from '../../craft/introductions/views.ts'
import type { PersonId } from '../../kit/ids.ts'
import type { Reading } from '../../platform/context.ts'
import { type Introduction, peopleIn } from '../introductions/introduction.ts'
import { introductionsWith } from '../introductions/introductions.store.ts'
import { type PersonRow, rowsByRecord } from '../people/people.store.ts'
import type { DossierIntroduction } from './dossier.ts'

/**
 * The introductions of a person, as far as their own part in them goes: whether the other side answered, and whether
 * somebody let it go, is not theirs to read, and who the other is only where they may know it.
 */
export async function introductionsHeld(
  ctx: Reading,
  people: readonly PersonId[],
): Promise<DossierIntroduction[]> {
  const own = new Set<PersonId>(people)
  const introductions = await introductionsWith(ctx.db, ctx.owner, people)
  const ids = [...new Set(introductions.flatMap(peopleIn))]
  const rows = await rowsByRecord(ctx.db, ctx.owner, ids)
  return introductions.flatMap((one) =>
    partsOf(one, own).map((part) => told(one, part, { own, rows })),
  )
}

function partsOf({ people }: Introduction, own: ReadonlySet<PersonId>): Party[] {
  const parts: readonly Party[] = ['connector', 'requester', 'target']
  return parts.filter((party) => {
    const person = people[party]
    return person !== null && own.has(person)
  })
}

interface Known {
  readonly own: ReadonlySet<PersonId>
  readonly rows: ReadonlyMap<PersonId, PersonRow>
}

function told(one: Introduction, part: Party, { own, rows }: Known): DossierIntroduction {
  const side = part === 'connector' ? null : part
  const letters = one.letters.filter(
    ({ sentOn, sentTo }) => sentOn !== null && sentTo.some((person) => own.has(person)),
  )
  return {
    part,
    on: one.begunOn,
    with: othersFor(one, part).flatMap((party) => {
      const person = one.people[party]
      return (person === null ? undefined : rows.get(person)?.name) ?? []
    }),
    about: one.about,
    line: side === null ? '' : one.lines[side],
    reason: side === null ? '' : one.reasons[side],
    steps: one.steps
      .filter((step) => isTheirs(one, part, step))
      .map(({ kind, on }) => ({ kind, day: on })),
    letters: letters.map(({ subject, body, sentOn }) => ({ subject, body, sentOn })),
  }
}

/** Whom of the others they may read the name of. */
function othersFor(one: Introduction, part: Party): Party[] {
  if (part === 'connector') return ['requester', 'target']
  const other: Side = part === 'requester' ? 'target' : 'requester'
  const isKnown = isOtherNamed(one, part, one)
  return isKnown ? ['connector', other] : ['connector']
}

/** A side reads its own question and answer, and that it was linked; nobody that somebody let it go. */
function isTheirs(one: Introduction, part: Party, step: IntroductionStep): boolean {
  if (step.kind === 'closed') return false
  if (part === 'connector' || courseOf(one).made !== null) return true
  if (one.me !== 'connector') return false
  return 'side' in step ? step.side === part : part === 'requester'
}
