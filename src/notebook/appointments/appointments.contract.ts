import { z } from 'zod'
import { operation, sentFileShape } from '../../kit/contract.ts'
import { stepKinds } from '../conversations/conversation.ts'
import { conversationId, startShape as start } from '../conversations/conversations.contract.ts'

/** What a calendar answered to a time of a conversation. */
export const replyShape = z.object({
  conversation: z.string(),
  from: z.object({ name: z.string().nullable(), mail: z.string().nullable() }).nullable(),
  answer: z.enum(['yes', 'no', 'maybe', 'other-time']),
  isOld: z.boolean().describe('It answers a time that was moved or called off since'),
  start: start.nullable().describe('The time they would rather have'),
  proposes: z
    .array(z.enum(stepKinds))
    .describe('Steps that it may mean; none where all stands as it is'),
})

export const appointmentsContract = {
  appointment: operation({
    name: 'conversations.appointment',
    summary: 'The time agreed as a calendar file for them and for you; one that is off says so',
    kind: 'read',
    way: 'file',
    right: 'notebook:read',
    positional: ['id'],
    input: z.object({ id: conversationId }),
    output: sentFileShape,
    refuses: ['conversation.unknown', 'appointment.not-agreed'],
  }),
  'read-reply': operation({
    name: 'conversations.read-reply',
    summary:
      'What the calendar of somebody answered to a time, and which steps that may mean; nothing is changed',
    kind: 'read',
    right: 'notebook:read',
    positional: ['text'],
    fromFile: 'text',
    input: z.object({
      text: z
        .string()
        .max(1_000_000)
        .describe('The .ics file that came back, or - for what comes in'),
    }),
    output: replyShape,
    refuses: ['reply.unreadable', 'conversation.unknown'],
  }),
} as const
