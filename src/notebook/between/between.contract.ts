import { z } from 'zod'
import { operation } from '../../kit/contract.ts'
import { dayShape } from '../../kit/shapes.ts'
import { nextShape } from '../conversations/conversations.contract.ts'
import { personId } from '../people/people.contract.ts'

const happening = z
  .object({
    day: dayShape,
    what: z
      .string()
      .describe('"spoke", "met", "referral", "mine", "theirs", or the kind of a step'),
    words: z.string().nullable(),
    quote: z.string().nullable(),
    minutes: z.number().nullable(),
    place: z.string().nullable(),
    said: z
      .object({ quotes: z.number(), advice: z.number(), facts: z.number(), referrals: z.number() })
      .nullable(),
    conversation: z.string().nullable(),
    line: z.string().nullable(),
    step: z.string().nullable(),
    person: z
      .string()
      .nullable()
      .describe('Whom a referral led to, where they are in the notebook'),
  })
  .meta({ id: 'Happening' })

export const betweenContract = {
  between: operation({
    name: 'people.between',
    summary: 'What has been between you and somebody, the latest first, and what comes next',
    kind: 'read',
    right: 'notebook:read',
    positional: ['id'],
    input: z.object({ id: personId }),
    output: z.object({
      next: z.object({ conversation: z.string(), next: nextShape }).nullable(),
      happenings: z.array(happening),
      more: z.boolean().describe('There is more than the latest fifty conversations'),
    }),
    refuses: ['person.unknown'],
  }),
} as const
