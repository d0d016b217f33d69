import { z } from 'zod'
import { operation } from '../../kit/contract.ts'

export const sampleContract = {
  load: operation({
    name: 'sample.load',
    summary: 'Put a fictional life into the notebook, to look around in',
    kind: 'write',
    way: 'job',
    right: 'notebook:write',
    input: z.object({
      people: z.coerce
        .number<number>()
        .int()
        .min(0)
        .max(200_000)
        .default(0)
        .describe('More people besides, for trying how it feels when it is full'),
    }),
    output: z.object({ people: z.number(), conversations: z.number() }),
    refuses: ['sample.already-there'],
  }),
  remove: operation({
    name: 'sample.remove',
    summary: 'Take the fictional life out again; what you wrote yourself stays',
    kind: 'write',
    way: 'job',
    right: 'notebook:write',
    input: z.object({}),
    output: z.object({
      people: z.number(),
      conversations: z.number(),
      stayed: z
        .array(z.string())
        .describe(
          'Fictional people who stay, because conversations or people of your own name them',
        ),
    }),
  }),
} as const
