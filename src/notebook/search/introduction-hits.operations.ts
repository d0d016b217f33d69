import { listInWords } from '../../craft/english.ts'
import { parties } from '../../craft/introductions/introduction.ts'
import type { Day } from '../../kit/days.ts'
import type { IntroductionId, PersonId } from '../../kit/ids.ts'
import type { Reading } from '../../platform/context.ts'
import { introductionRows } from '../introductions/drawn.operations.ts'
import type { Introduction } from '../introductions/introduction.ts'
import { introductionsWith, withHeadsOf } from '../introductions/introductions.store.ts'
import { withTheirGroups } from '../people/groups.store.ts'
import { type Match, matchesIn } from './matches.ts'

interface IntroductionHit {
  readonly kind: 'introduction'
  readonly id: IntroductionId
  readonly text: string
  readonly under: string
  readonly matches: Match[]
  readonly mark: null
  readonly person: null
  readonly conversation: null
  readonly day: Day
}

/** Of somebody who brings many together, the latest. */
const atMost = 5

/** Introductions in which these people take part, the one begun last first: everybody in it by name, and what it is about. */
export async function introductionHits(
  ctx: Reading,
  people: readonly PersonId[],
  typed: readonly string[],
): Promise<IntroductionHit[]> {
  const records = await withTheirGroups(ctx.db, ctx.owner, people)
  const found = await introductionsWith(ctx.db, ctx.owner, records)
  const latest = await withHeadsOf(ctx.db, ctx.owner, found.toReversed().slice(0, atMost))
  const rows = await introductionRows(ctx, latest)
  return latest.map((one) => {
    const text = listInWords(idsIn(one).flatMap((person) => rows.get(person)?.name ?? []))
    return {
      kind: 'introduction',
      id: one.id,
      text,
      under: one.about,
      matches: matchesIn(text, typed),
      mark: null,
      person: null,
      conversation: null,
      day: one.begunOn,
    }
  })
}

/** The two sides come before who brings them together. */
function idsIn({ people }: Introduction): PersonId[] {
  return parties.toReversed().flatMap((party) => people[party] ?? [])
}
