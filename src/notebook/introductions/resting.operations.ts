import type { IntroductionClocks } from '../../craft/clocks.ts'
import { type ConnectorRest, connectorRest } from '../../craft/introductions/rest.ts'
import type { Day } from '../../kit/days.ts'
import type { PersonId } from '../../kit/ids.ts'
import type { Reading } from '../../platform/context.ts'
import type { Introduction } from './introduction.ts'
import { allIntroductions, withHeadsOf } from './introductions.store.ts'

export type Resting = ReadonlyMap<PersonId, ConnectorRest>

/** Who had an introduction for the owner in hand not long ago, and until when one lets them be. */
export async function restingConnectors(
  ctx: Reading,
  today: Day,
  clocks: IntroductionClocks,
): Promise<Resting> {
  const kept = await allIntroductions(ctx.db, ctx.owner)
  return restingAmong(await withHeadsOf(ctx.db, ctx.owner, kept), today, clocks)
}

/** Of all introductions there are, with everybody under the one they are shown as. */
export function restingAmong(
  introductions: readonly Introduction[],
  today: Day,
  clocks: IntroductionClocks,
): Resting {
  const ofConnector = Map.groupBy(introductions, ({ people }) => people.connector)
  return new Map(
    [...ofConnector].flatMap(([connector, own]) => {
      const rest = connectorRest(own, today, clocks)
      return connector === null || rest === null ? [] : [[connector, rest] as const]
    }),
  )
}
