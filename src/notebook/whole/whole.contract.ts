import { z } from 'zod'
import { operation, sentFileShape } from '../../kit/contract.ts'

export const wholeContract = {
  export: operation({
    name: 'notebook.export',
    summary: 'Give out the whole notebook: all of it as JSON, or what one reads as Markdown',
    kind: 'read',
    way: 'file',
    right: 'notebook:read',
    input: z.object({
      format: z.enum(['json', 'markdown']).default('json'),
      withoutOffRecord: z
        .boolean()
        .default(false)
        .describe('Leave out what was said off the record'),
    }),
    output: sentFileShape,
    refuses: ['rights.missing'],
  }),
} as const
