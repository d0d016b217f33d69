import { z } from 'zod'
import { operation } from '../../kit/contract.ts'
import { dayShape } from '../../kit/shapes.ts'

const hit = z
  .object({
    kind: z.enum(['person', 'line', 'turn', 'field', 'organisation']),
    id: z.string().describe('Of a turn: the transcript, a colon, and its number'),
    text: z.string(),
    under: z.string().describe('A second line: the role, or who said it and when'),
    matches: z
      .array(z.object({ start: z.number(), end: z.number() }))
      .describe('The matching words in `text`'),
    mark: z.string().nullable(),
    person: z.string().nullable(),
    conversation: z.string().nullable(),
    day: dayShape.nullable(),
  })
  .meta({ id: 'Hit' })

export const searchContract = {
  everything: operation({
    name: 'search.everything',
    summary: 'Find people, and what they said: accents, case and small slips do not matter',
    kind: 'read',
    right: 'notebook:read',
    positional: ['text'],
    input: z.object({
      text: z.string().max(400),
      limit: z.coerce.number<number>().int().min(1).max(100).default(20),
      offRecord: z.boolean().default(false).describe('Look also in what was said off the record'),
    }),
    output: z.object({ hits: z.array(hit) }),
    refuses: ['rights.missing'],
  }),
} as const
