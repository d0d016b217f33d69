import type { OwnerId, PersonId } from '../../kit/ids.ts'
import type { Database } from '../../platform/database/database.ts'
import type { Life } from './conversation.ts'
import { livesOf } from './conversations.store.ts'
import { foldOf, type Stage } from './course.ts'
import { conversationsWith } from './waking.store.ts'

/** Of these people those to whom one may turn: nothing is underway with them, and they did not decline. */
export async function freeAmong(
  db: Database,
  owner: OwnerId,
  people: readonly PersonId[],
): Promise<PersonId[]> {
  const all = await conversationsWith(db, owner, people)
  const busy = new Set(all.flatMap(({ person, waking }) => (waking ? [person] : [])))
  // The latest come first, and are to stay.
  const latest = new Map(all.toReversed().map(({ person, conversation }) => [person, conversation]))
  const idle = people.filter((one) => !busy.has(one))
  const lives = await livesOf(db, owner, [...new Set(idle.flatMap((one) => latest.get(one) ?? []))])
  const declined = new Set(lives.filter(hasDeclined).map(({ conversation }) => conversation.id))
  return idle.filter((one) => {
    const last = latest.get(one)
    return last === undefined || !declined.has(last)
  })
}

const declining: ReadonlySet<Stage> = new Set<Stage>(['replied-no', 'thanked-no', 'set-aside'])

/** It ended in a no, or was laid aside: it is closed, kindly, and nobody is led there again by a suggestion. */
function hasDeclined(life: Life): boolean {
  return declining.has(foldOf(life).course.stage)
}
