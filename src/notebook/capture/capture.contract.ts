import { z } from 'zod'
import { operation } from '../../kit/contract.ts'
import { dayShape, zoneShape } from '../../kit/shapes.ts'
import { conversationId, conversationShape } from '../conversations/conversations.contract.ts'
import { noteShape, understoodShape } from '../notes/notes.contract.ts'
import { personId, personRowShape, twinsShape } from '../people/people.contract.ts'

const captured = z.object({
  conversation: conversationShape,
  person: personRowShape.nullable(),
  understood: z.array(understoodShape),
  unsure: z
    .array(z.object({ name: z.string(), people: z.array(personRowShape) }))
    .describe(
      'Where several bear a name of the line: each name with who may be meant. The line is kept with nobody until `conversations change --people` says who it was',
    ),
  made: z
    .object({
      people: z.array(z.object({ id: z.string(), name: z.string(), twins: twinsShape })),
      fields: z.array(z.object({ id: z.string(), name: z.string() })),
    })
    .describe('What the notebook did not hold before'),
})

export const captureContract = {
  capture: operation({
    name: 'conversations.capture',
    summary: 'Keep a line about a conversation that just happened: who, and what they said',
    kind: 'write',
    right: 'notebook:write',
    positional: ['text'],
    input: z.object({
      text: z.string().trim().min(1).max(20_000),
      day: dayShape.optional().describe('The day it happened; today if left out'),
      zone: zoneShape.optional(),
      lang: z.string().max(35).optional(),
      person: personId.optional().describe('Whom it is about, where you know'),
      who: z
        .enum(['as-read', 'new', 'nobody'])
        .default('as-read')
        .describe(
          'Whoever it names is somebody new, whoever else is called so; or nobody was there',
        ),
      place: z
        .string()
        .trim()
        .max(2000)
        .nullable()
        .optional()
        .describe('Where it was, whatever the line says; null for nowhere'),
      on: dayShape.optional().describe('The day it was, whatever the line says'),
      id: conversationId.optional(),
    }),
    output: captured,
    refuses: ['person.unknown', 'conversation.already-there'],
  }),
  finish: operation({
    name: 'conversations.finish',
    summary:
      'The conversation is over and its notes are kept: make the fields it named, and move it on',
    kind: 'write',
    right: 'notebook:write',
    positional: ['id'],
    input: z.object({
      id: conversationId,
      fields: z
        .boolean()
        .default(true)
        .describe('Make the fields that its notes name and the notebook lacks'),
    }),
    output: z.object({
      conversation: conversationShape,
      note: noteShape,
      made: z.object({ fields: z.array(z.object({ id: z.string(), name: z.string() })) }),
    }),
    refuses: ['conversation.unknown', 'step.not-now'],
  }),
  meet: operation({
    name: 'conversations.meet',
    summary: 'Write down the person to meet whom a `+` line names',
    kind: 'write',
    right: 'notebook:write',
    positional: ['line'],
    input: z.object({
      line: z.string(),
      fresh: z.boolean().default(false).describe('Somebody new, whoever else is called so'),
      id: personId.optional(),
    }),
    output: personRowShape,
    refuses: ['line.unknown', 'line.no-name', 'name.already-several', 'person.already-there'],
  }),
} as const
