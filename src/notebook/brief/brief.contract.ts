import { z } from 'zod'
import { operation } from '../../kit/contract.ts'
import { clockShape, dayShape, zoneShape } from '../../kit/shapes.ts'
import { briefParts } from '../conversations/brief.ts'
import { media } from '../conversations/conversation.ts'
import { conversationId } from '../conversations/conversations.contract.ts'
import { consentShape } from '../people/people.contract.ts'

const question = z.object({
  id: z.string(),
  text: z.string(),
  starred: z.boolean(),
  asked: z.boolean(),
  probe: z.string().nullable().describe('What to ask after it'),
  careful: z.boolean().describe('Ask leave first'),
})

export const briefContract = {
  brief: operation({
    name: 'conversations.brief',
    summary:
      'What one wants to see before going in: who, what links you, what is open, and the minutes',
    kind: 'read',
    right: 'notebook:read',
    positional: ['id'],
    input: z.object({ id: conversationId }),
    output: z.object({
      who: z.array(
        z.object({
          id: z.string(),
          name: z.string(),
          line: z.string(),
          words: z.string(),
          met: z.string().describe('How you met, in a line'),
          mail: z.string().nullable(),
          phone: z.string().nullable(),
        }),
      ),
      start: z.object({ day: dayShape, clock: clockShape.nullable(), zone: zoneShape }).nullable(),
      medium: z.enum(media).nullable(),
      place: z.string().nullable(),
      link: z.string().nullable(),
      purpose: z.string().nullable(),
      open: z.array(z.object({ field: z.string(), text: z.string(), people: z.number() })),
      gift: z.string().nullable(),
      read: z.array(z.string()),
      consent: consentShape.extend({ on: dayShape.nullable() }),
      minutes: z.array(
        z.object({
          part: z.enum(briefParts),
          from: z.number(),
          to: z.number(),
          questions: z.array(question),
        }),
      ),
      spares: z.array(question),
      reminders: z.array(question),
      chosen: z.boolean().describe('The questions are your choice, not only proposed'),
    }),
    refuses: ['conversation.unknown'],
  }),
} as const
