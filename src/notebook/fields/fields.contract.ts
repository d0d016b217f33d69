import { z } from 'zod'
import { operation } from '../../kit/contract.ts'
import { dayShape, idShape } from '../../kit/shapes.ts'
import { nounOperations, nounShape, wordOrId } from '../nouns/nouns.contract.ts'
import { kindOfPersonShape } from '../people/people.contract.ts'

const fieldShape = nounShape.extend({ why: z.string() })

const insight = z
  .object({
    line: z.string(),
    text: z.string(),
    mark: z.string(),
    speaker: z
      .string()
      .nullable()
      .describe('As they agreed to be named; null where nobody said who spoke'),
    person: z.string().nullable(),
    kind: kindOfPersonShape.nullable(),
    day: dayShape.nullable(),
    conversation: z.string().nullable(),
  })
  .meta({ id: 'Insight' })

export const fieldsContract = {
  add: operation({
    name: 'fields.add',
    summary: 'Begin to ask about a career field',
    kind: 'write',
    right: 'notebook:write',
    positional: ['name'],
    input: z.object({
      id: idShape('field').optional(),
      name: wordOrId,
      why: z.string().trim().max(5000).default('').describe('Why it is worth asking about'),
    }),
    output: fieldShape,
    refuses: ['name.already-taken', 'name.empty', 'field.already-there'],
  }),
  list: operation({
    name: 'fields.list',
    summary: 'The fields under consideration',
    kind: 'read',
    right: 'notebook:read',
    input: z.object({}),
    output: z.object({
      fields: z.array(
        fieldShape.extend({
          people: z.number().describe('Different people who said something of it'),
          insights: z.number(),
          open: z.number().describe('Questions still open'),
        }),
      ),
    }),
  }),
  show: operation({
    name: 'fields.show',
    summary: 'What people told you about a field, by topic, each line with its speaker',
    kind: 'read',
    right: 'notebook:read',
    positional: ['name'],
    input: z.object({ name: wordOrId.describe('Its name, another name, or its id') }),
    output: z.object({
      field: z.string().describe('Its name'),
      id: z.string(),
      otherNames: z.array(z.string()),
      why: z.string(),
      people: z.number().describe('How many different people said something of it'),
      heard: z
        .array(
          z.object({
            id: z.string(),
            name: z.string(),
            speaker: z.string(),
            kind: kindOfPersonShape.nullable(),
            insights: z.number(),
            lastOn: dayShape.nullable(),
          }),
        )
        .describe('Who was heard: everybody once'),
      topics: z.array(
        z.object({
          topic: z.string().describe('Its id; "" for lines without a topic'),
          name: z.string(),
          people: z.number(),
          insights: z.array(insight),
        }),
      ),
      open: z.array(
        z.object({
          id: z.string(),
          text: z.string(),
          person: z.string().nullable().describe('Who made you wonder'),
          day: dayShape.nullable(),
          conversation: z.string().nullable(),
          own: z.boolean().describe('Written down here, not in the notes of a conversation'),
        }),
      ),
      unheard: z.array(kindOfPersonShape).describe('Kinds of people nobody of whom was heard'),
      moreInsights: z.number().describe('Insights beyond the newest that are shown here'),
      notes: z
        .array(z.object({ field: z.string(), name: z.string() }))
        .describe('Notes on it and on fields merged into it: `notes show field` opens each'),
    }),
    refuses: ['field.unknown'],
  }),
  change: operation({
    name: 'fields.change',
    summary: 'Change why a field is worth asking about',
    kind: 'write',
    right: 'notebook:write',
    positional: ['which'],
    input: z.object({ which: wordOrId, why: z.string().trim().max(5000) }),
    output: fieldShape,
    refuses: ['field.unknown'],
  }),
  ask: operation({
    name: 'fields.ask',
    summary: 'Write down a question that is open in a field',
    kind: 'write',
    right: 'notebook:write',
    positional: ['which', 'text'],
    input: z.object({
      which: wordOrId,
      text: z.string().trim().min(1).max(2000),
      id: idShape('question').optional(),
    }),
    output: z.object({ id: z.string() }),
    refuses: ['field.unknown', 'question.already-there'],
  }),
  settle: operation({
    name: 'fields.settle',
    summary: 'Say that an open question is answered, or open it again',
    kind: 'write',
    right: 'notebook:write',
    positional: ['question'],
    input: z.object({ question: z.string(), open: z.boolean().default(false) }),
    output: z.object({ settledOn: dayShape.nullable() }),
    refuses: ['question.unknown'],
  }),
  remove: operation({
    name: 'fields.remove',
    summary: 'Put a field into the bin, for thirty days; what people said stays in their notes',
    kind: 'write',
    right: 'notebook:write',
    positional: ['which'],
    input: z.object({ which: wordOrId }),
    output: z.object({ changed: z.number() }),
    refuses: ['field.unknown'],
  }),
  ...nounOperations('fields', 'field'),
} as const
