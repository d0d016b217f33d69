import { z } from 'zod'
import { operation } from '../../kit/contract.ts'
import { idShape, instantShape } from '../../kit/shapes.ts'

const job = z
  .object({
    id: z.string(),
    operation: z.string(),
    state: z.enum(['waiting', 'running', 'done', 'refused', 'failed', 'cancelled']),
    done: z.number(),
    total: z.number().nullable(),
    words: z.string(),
    startedAt: instantShape,
    endedAt: instantShape.nullable(),
    result: z.unknown(),
    refusal: z.object({ code: z.string(), sentence: z.string() }).loose().nullable(),
  })
  .meta({ id: 'Job' })

export const jobsContract = {
  list: operation({
    name: 'jobs.list',
    summary: 'Long work that is going on, or was lately',
    kind: 'read',
    way: 'server',
    right: 'notebook:read',
    input: z.object({}),
    output: z.object({ jobs: z.array(job) }),
  }),
  show: operation({
    name: 'jobs.show',
    summary: 'How far long work is, and what came of it',
    kind: 'read',
    way: 'server',
    right: 'notebook:read',
    positional: ['id'],
    input: z.object({ id: idShape('job') }),
    output: job,
    refuses: ['job.unknown'],
  }),
  cancel: operation({
    name: 'jobs.cancel',
    summary: 'Stop long work; what it did until then stays, and can be undone',
    kind: 'write',
    way: 'server',
    right: 'notebook:write',
    positional: ['id'],
    input: z.object({ id: idShape('job') }),
    output: job,
    refuses: ['job.unknown'],
  }),
} as const
