import { z } from 'zod'
import { operation } from '../../kit/contract.ts'
import { dayShape, idShape } from '../../kit/shapes.ts'

export const promisesContract = {
  list: operation({
    name: 'promises.list',
    summary: 'What you promised and what was promised to you, and is not done yet',
    kind: 'read',
    right: 'notebook:read',
    input: z.object({
      done: z.boolean().default(false).describe('Those done or let rest instead'),
    }),
    output: z.object({
      promises: z.array(
        z.object({
          line: z.string(),
          whose: z.enum(['mine', 'theirs']),
          text: z.string(),
          person: z.object({ id: z.string(), name: z.string() }).nullable(),
          due: dayShape.nullable(),
          doneOn: dayShape.nullable(),
          conversation: z.string().nullable(),
          madeOn: dayShape,
        }),
      ),
    }),
  }),
  settle: operation({
    name: 'promises.settle',
    summary: 'Say that a promise is done, or let it rest',
    kind: 'write',
    right: 'notebook:write',
    positional: ['line'],
    input: z.object({
      line: idShape('line'),
      how: z.enum(['done', 'rest', 'open']).default('done'),
    }),
    output: z.object({ line: z.string(), doneOn: dayShape.nullable() }),
    refuses: ['line.unknown', 'line.no-promise'],
  }),
} as const
