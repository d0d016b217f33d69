import { z } from 'zod'
import { operation } from '../../kit/contract.ts'
import { dayShape, idShape } from '../../kit/shapes.ts'
import { lineLevels } from '../people/consent.ts'
import { answeringShape, answerShape, consentShape, personId } from '../people/people.contract.ts'

const agreedShape = z.object({
  people: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      consent: consentShape.extend({ on: dayShape.nullable() }),
      answers: z.array(answerShape).describe('The newest last'),
    }),
  ),
  conversation: consentShape
    .extend({ on: dayShape.nullable() })
    .nullable()
    .describe('As it stands with the conversation, where one was named'),
})

export const consentContract = {
  answer: operation({
    name: 'consent.answer',
    summary:
      'Write down what somebody answered: may I note, how may I name you, may I share. Narrower holds at once and for all they ever said; more than before needs how they said it',
    kind: 'write',
    right: 'notebook:write',
    positional: ['person'],
    input: z.object({
      person: personId.optional().describe('Who answered; everybody at the table if left out'),
      conversation: idShape('conversation')
        .optional()
        .describe('The conversation in which they answered: its own consent changes too'),
      ...answeringShape.shape,
    }),
    output: agreedShape,
    refuses: [
      'person.unknown',
      'conversation.unknown',
      'consent.nobody',
      'consent.no-answer',
      'consent.no-yes',
    ],
  }),
  show: operation({
    name: 'consent.show',
    summary: 'What somebody agreed to, and every answer with its day and how it was said',
    kind: 'read',
    right: 'notebook:read',
    positional: ['person'],
    input: z.object({ person: personId }),
    output: agreedShape,
    refuses: ['person.unknown'],
  }),
  level: operation({
    name: 'consent.level',
    summary:
      'Close one line further than was agreed: by role only, Chatham House (the words, and not whose), or private to you',
    kind: 'write',
    right: 'notebook:write',
    positional: ['line', 'level'],
    input: z.object({ line: idShape('line'), level: z.enum(lineLevels) }),
    output: z.object({ line: z.string(), level: z.enum(lineLevels) }),
    refuses: ['line.unknown', 'line.off-record'],
  }),
} as const
