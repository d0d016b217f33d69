import { z } from 'zod'
import { templateCodes } from '../../craft/letters/codes.ts'
import { operation } from '../../kit/contract.ts'
import { dayShape } from '../../kit/shapes.ts'

export const todayContract = {
  show: operation({
    name: 'today.show',
    summary: 'What to do today, first things first',
    kind: 'read',
    right: 'notebook:read',
    input: z.object({ day: dayShape.optional() }),
    output: z.object({
      day: dayShape,
      size: z.string().describe('The day in a sentence'),
      next: z.array(
        z
          .object({
            what: z.string(),
            who: z.string().nullable().describe('With or about whom, by name'),
            person: z.string().nullable(),
            why: z.string(),
            by: z.string().nullable(),
            group: z.enum(['now', 'thank', 'promises', 'waiting', 'ahead']),
            code: z.string(),
            values: z.record(z.string(), z.union([z.string(), z.number()])),
            quote: z.string().nullable().describe('A line they said'),
            conversation: z.string().nullable(),
            line: z.string().nullable(),
            introduction: z.string().nullable(),
            template: z
              .enum(templateCodes)
              .nullable()
              .describe('Which letter, of one that did not go or may have gone'),
          })
          .meta({ id: 'TodayItem' }),
      ),
      counts: z.object({
        conversations: z.number(),
        small: z.number(),
        about: z.string().nullable(),
      }),
      asleep: z.number().describe('How many more wait without hurry'),
      empty: z.boolean().describe('Nothing has been written down yet: this is the first day'),
    }),
  }),
} as const
