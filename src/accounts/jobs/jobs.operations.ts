import type { JobId } from '../../kit/ids.ts'
import { Problem } from '../../kit/problem.ts'
import type { Handlers, Serving } from '../../platform/context.ts'
import { askToStop, findJob, type Job, recentJobs } from '../../platform/jobs.ts'
import type { jobsContract } from './jobs.contract.ts'

export const jobsHandlers: Handlers<typeof jobsContract> = {
  async list(_input, { engine, caller }) {
    return { jobs: (await recentJobs(engine, caller)).map(draw) }
  },

  async show({ id }, ctx) {
    return draw(await jobOf(ctx, id))
  },

  async cancel({ id }, ctx) {
    await jobOf(ctx, id)
    await askToStop(ctx.engine, ctx.caller, id)
    return draw(await jobOf(ctx, id))
  },
}

async function jobOf({ engine, caller }: Serving, id: JobId): Promise<Job> {
  const job = await findJob(engine, caller, id)
  if (job) return job
  throw new Problem('job.unknown', 'There is no such job', { mend: 'See them all: jobs list.' })
}

function draw({ refusal, ...job }: Job) {
  return { ...job, refusal: refusal && { ...refusal } }
}
