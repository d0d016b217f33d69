import type { Instant } from '../kit/days.ts'
import type { Engine } from './context.ts'
import { inSlices } from './database/things.ts'

/** What stands in the place of an input that is no longer kept. */
export const noLongerKept = 'null'

/** Of jobs that ended before this instant it stays that they were; what they were given and what they answered goes. */
export async function letGoOfEndedJobs(engine: Engine, before: Instant): Promise<number> {
  const ended = await engine.store.read(null, (db) =>
    db
      .selectFrom('jobs')
      .select('id')
      .where('ended_at', '<', before)
      .where('input', '<>', noLongerKept)
      .execute(),
  )
  for (const some of inSlices(ended.map(({ id }) => id))) {
    await engine.store.write(null, (db) =>
      db
        .updateTable('jobs')
        .set({ input: noLongerKept, result: null })
        .where('id', 'in', some)
        .where('ended_at', '<', before)
        .execute(),
    )
  }
  return ended.length
}
