import { z } from 'zod'
import { operation } from '../../kit/contract.ts'
import { instantShape } from '../../kit/shapes.ts'
import { replyShape } from '../appointments/appointments.contract.ts'
import { conversationId } from '../conversations/conversations.contract.ts'
import { letterShape, letterWhich } from '../letters/letters.contract.ts'

const party = z.object({ name: z.string(), address: z.string() })

export const answersContract = {
  answer: operation({
    name: 'letters.answer',
    summary:
      'Read an answer to a letter: whose it is, which letter it goes back to, and what it seems to say; nothing is changed',
    kind: 'read',
    right: 'notebook:read',
    positional: ['text'],
    fromFile: 'text',
    input: z.object({
      text: z
        .string()
        .min(1)
        .max(5_000_000)
        .describe('A message as it came (.eml), or words copied out of it'),
      conversation: conversationId
        .optional()
        .describe('Where it does not say so itself: to a letter of which conversation'),
    }),
    output: z.object({
      kind: z
        .enum(['answer', 'vacation', 'bounce', 'late', 'automatic'])
        .describe('Only an answer is one; `late` did not arrive yet'),
      says: z.string().describe('In a sentence'),
      from: party.nullable(),
      at: instantShape.nullable(),
      words: z.string().describe('What they wrote themselves, its beginning'),
      letter: z
        .object({
          id: z.string(),
          conversation: z.string(),
          template: letterWhich.template.unwrap(),
          subject: z.string(),
          to: z.string(),
        })
        .nullable()
        .describe('The letter it goes back to'),
      proposes: z
        .enum(['replied-yes', 'replied-no', 'replied-later'])
        .nullable()
        .describe('The step that its words seem to be, for you to take or not'),
      mayBe: z
        .array(z.enum(['replied-yes', 'replied-no', 'replied-later']))
        .describe('What it could be now'),
      reason: z.string().nullable().describe('Why a letter did not arrive, in words'),
      server: z.string().nullable().describe('What their mail server said'),
      appointment: replyShape
        .nullable()
        .describe('What their calendar answers in it to the time of this conversation'),
    }),
    refuses: ['conversation.unknown'],
  }),
  bounced: operation({
    name: 'letters.bounced',
    summary:
      'A letter that went did not arrive: it is a draft again, and its conversation as before',
    kind: 'write',
    right: 'notebook:write',
    positional: ['conversation'],
    input: z.object({
      ...letterWhich,
      letter: z
        .string()
        .max(200)
        .optional()
        .describe(
          'Which of that template, as letters.answer named it; else the one that went last',
        ),
      reason: z.string().trim().max(500).default('').describe('Why, in words'),
    }),
    output: letterShape,
    refuses: ['conversation.unknown', 'letter.not-sent'],
  }),
} as const
