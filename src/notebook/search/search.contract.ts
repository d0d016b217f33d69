import { z } from 'zod'
import { operation } from '../../kit/contract.ts'
import { dayShape } from '../../kit/shapes.ts'

const hit = z
  .object({
    kind: z
      .enum(['person', 'line', 'turn', 'field', 'organisation', 'place', 'introduction'])
      .describe('place: an organisation where you would like to be'),
    id: z.string().describe('Of a turn: the transcript, a colon, and its number'),
    text: z.string(),
    under: z
      .string()
      .describe(
        'A second line: the role, who said it, what moves at a place, what an introduction is about',
      ),
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
    summary:
      'Find people, what they said, places and introductions: accents, case and small slips do not matter',
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
