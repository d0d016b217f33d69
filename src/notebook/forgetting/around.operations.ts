import type { JobId, PersonId } from '../../kit/ids.ts'
import type { Writing } from '../../platform/context.ts'
import { getContents } from '../../platform/database/contents.ts'
import { inSlices } from '../../platform/database/things.ts'
import { heldFromLog } from '../changes/describe.ts'
import { dropGoingThat } from '../letters/outgoing.store.ts'
import { maskedReport } from './documents.ts'
import {
  dropAnswers,
  dropFromLooks,
  dropModelThat,
  keptAnswers,
  rewriteJobs,
} from './forgetting.store.ts'
import type { Mask } from './masking.ts'

/** How somebody is recognised in what is no document: in answers, rows of long work, and what was learnt. */
export interface Around {
  readonly people: readonly PersonId[]
  readonly isHit: (text: string) => boolean
  readonly mask: Mask
  /** The long work that does this, which keeps what it was asked. */
  readonly job: JobId | null
}

/** Clears what stands around the things themselves. */
export async function clearAround(ctx: Writing, around: Around): Promise<void> {
  await dropFromLooks(ctx.db, ctx.owner, around.people)
  await dropModelThat(ctx.db, ctx.owner, around.isHit)
  await dropGoingThat(ctx.db, ctx.owner, around.isHit)
  await clearAnswers(ctx, around)
  await clearJobs(ctx, around)
}

async function clearAnswers(ctx: Writing, { isHit }: Around): Promise<void> {
  const telling: string[] = []
  for (const some of inSlices(await keptAnswers(ctx.db, ctx.owner))) {
    for (const [digest, bytes] of await getContents(ctx.db, ctx.owner, some)) {
      if (isHit(Buffer.from(bytes).toString('utf8'))) telling.push(digest)
    }
  }
  await dropAnswers(ctx.db, ctx.owner, telling)
}

async function clearJobs(ctx: Writing, { people, isHit, mask, job }: Around): Promise<void> {
  const ids = new Set<string>(people)
  const masked = (json: string) => JSON.stringify(maskedReport(heldFromLog(json), ids, mask))
  await rewriteJobs(ctx.db, ctx.owner, (row) => {
    if (row.id === job || !isHit(`${row.input}\n${row.words}\n${row.result ?? ''}`)) return null
    return {
      ...row,
      input: masked(row.input),
      words: mask(row.words),
      result: row.result === null ? null : masked(row.result),
    }
  })
}
