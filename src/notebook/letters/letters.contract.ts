import { z } from 'zod'
import { operation } from '../../kit/contract.ts'
import { dayShape } from '../../kit/shapes.ts'
import { conversationId, conversationShape } from '../conversations/conversations.contract.ts'

const letter = z
  .object({
    conversation: z.string(),
    template: z.enum(['thanks']),
    to: z.array(z.object({ name: z.string(), mail: z.string().nullable() })),
    subject: z.string(),
    body: z.string(),
    used: z
      .array(
        z.object({
          line: z.string(),
          start: z.number(),
          end: z.number(),
          family: z.enum(['said', 'promise']),
        }),
      )
      .describe('Which words of the body come from which line; offsets are UTF-16'),
    checks: z.array(
      z.object({
        code: z.string(),
        ok: z.boolean(),
        values: z.record(z.string(), z.union([z.string(), z.number()])),
      }),
    ),
    mailto: z.string().describe('Opens the mail program'),
    own: z.boolean().describe('You changed it'),
    sentOn: dayShape.nullable(),
  })
  .meta({ id: 'Letter' })

const which = { conversation: conversationId, template: z.enum(['thanks']).default('thanks') }
const written = {
  subject: z.string().max(400).optional(),
  body: z.string().max(20_000).optional(),
}

export const lettersContract = {
  draft: operation({
    name: 'letters.draft',
    summary: 'A thank-you that begins from a real line of the notes; yours, if you changed it',
    kind: 'read',
    right: 'notebook:read',
    positional: ['conversation'],
    input: z.object({
      ...which,
      afresh: z.boolean().default(false).describe('Draft anew, whatever was kept'),
    }),
    output: letter,
    refuses: ['conversation.unknown'],
  }),
  keep: operation({
    name: 'letters.keep',
    summary: 'Keep your own words of a letter',
    kind: 'write',
    right: 'notebook:write',
    positional: ['conversation'],
    input: z.object({ ...which, ...written }),
    output: letter,
    refuses: ['conversation.unknown'],
  }),
  sent: operation({
    name: 'letters.sent',
    summary: 'You sent it: keep it as it went, and move the conversation on',
    kind: 'write',
    right: 'notebook:write',
    positional: ['conversation'],
    input: z.object({ ...which, ...written, day: dayShape.optional() }),
    output: z.object({ letter, conversation: conversationShape }),
    refuses: ['conversation.unknown', 'step.not-now'],
  }),
} as const
