import { z } from 'zod'
import { operation } from '../../kit/contract.ts'
import { nounOperations, nounShape } from '../nouns/nouns.contract.ts'

export const topicsContract = {
  list: operation({
    name: 'topics.list',
    summary: 'The topics: the fifteen of the craft, need and offer, and your own',
    kind: 'read',
    right: 'notebook:read',
    input: z.object({}),
    output: z.object({
      topics: z.array(nounShape.extend({ own: z.boolean(), lines: z.number() })),
    }),
  }),
  ...nounOperations('topics', 'topic'),
} as const
