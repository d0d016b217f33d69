import { z } from 'zod'
import { operation } from '../../kit/contract.ts'
import { dayShape, idShape, zoneShape } from '../../kit/shapes.ts'
import { lineLevels } from '../people/consent.ts'
import { subjectKinds } from './note.ts'

/** One line as it was understood. Offsets are UTF-16 into the whole text, end exclusive. */
export const understoodShape = z
  .object({
    mark: z.string().nullable(),
    kind: z.string().nullable(),
    text: z.string().describe('Without its mark and trailing tags'),
    start: z.number(),
    end: z.number(),
    people: z.array(z.string()),
    fields: z.array(z.string()),
    topics: z.array(z.string()),
    day: dayShape.nullable(),
    offRecord: z.boolean(),
  })
  .loose()
  .meta({ id: 'UnderstoodLine' })

/** One unmarked line read as a captured one: whom it names, where and when one met, and the thoughts in it. */
export const capturedLineShape = z.object({
  people: z.array(
    z.object({
      name: z.string().nullable().describe('null for somebody who is only described'),
      described: z.string().nullable(),
      role: z.string().nullable(),
      organisation: z.string().nullable(),
      mail: z.string().nullable(),
      phone: z.string().nullable(),
      link: z.string().nullable(),
    }),
  ),
  place: z.string().nullable(),
  day: dayShape.nullable().describe('The day it looks back to, else the given one'),
  thoughts: z.array(understoodShape),
})

export const noteLineShape = z
  .object({
    id: z.string(),
    text: z
      .string()
      .describe(
        'As it was typed; of a line off the record only the lock is shown unless asked for',
      ),
    mark: z.string().nullable(),
    said: z.string().describe('The words without mark and tags'),
    offRecord: z.boolean(),
    level: z
      .enum(lineLevels)
      .optional()
      .describe('How far the line is closed beyond what was agreed'),
    speaker: z.object({ id: z.string(), name: z.string() }).nullable(),
    speakerUnknown: z.boolean().describe('Somebody said it, and the note does not say who'),
    people: z.array(z.string()),
    fields: z.array(z.string()),
    topics: z.array(z.string()),
    due: dayShape.nullable(),
    doneOn: dayShape.nullable(),
    beside: z
      .string()
      .nullable()
      .optional()
      .describe(
        'The line it stands beside: both were changed at once, and you have not chosen yet',
      ),
  })
  .meta({ id: 'NoteLine' })

const subject = z.object({
  kind: z.enum(subjectKinds),
  id: z.string().describe('"me" for the owner'),
})

export const noteShape = z
  .object({
    id: z.string().nullable().describe('null while nothing was written'),
    subject,
    text: z.string(),
    lines: z.array(noteLineShape),
    revision: z
      .number()
      .describe('Give it back with `notes.save` to notice what others wrote meanwhile'),
  })
  .meta({ id: 'Note' })

export const notesContract = {
  understand: operation({
    name: 'notes.understand',
    summary: 'What Sobremesa understands in a text with marks; reads no notebook',
    kind: 'read',
    way: 'pure',
    right: 'notebook:read',
    positional: ['text'],
    fromFile: 'text',
    input: z.object({
      text: z.string().max(20_000_000).describe('A file of notes, or - for what comes in'),
      day: dayShape.optional().describe('The day of the conversation, for "by Friday"'),
      zone: zoneShape.optional(),
      lang: z.string().max(35).optional().describe('en, es, fr, de or pt; guessed if left out'),
    }),
    output: z.object({
      lines: z.array(understoodShape),
      captured: capturedLineShape
        .nullable()
        .describe(
          'What `conversations capture` would understand, where the text is one line without a mark in front',
        ),
    }),
  }),
  show: operation({
    name: 'notes.show',
    summary: 'The note of a conversation, a person, a field, or your own',
    kind: 'read',
    right: 'notebook:read',
    positional: ['kind', 'id'],
    input: z.object({
      kind: z.enum(subjectKinds).default('conversation'),
      id: z.string().default('me'),
      offRecord: z.boolean().default(false).describe('Show also what was said off the record'),
    }),
    output: noteShape,
    refuses: ['conversation.unknown', 'person.unknown', 'field.unknown', 'rights.missing'],
  }),
  save: operation({
    name: 'notes.save',
    summary:
      'Keep a note: plain text, one thought per line; lines keep what you decided about them',
    kind: 'write',
    right: 'notebook:write',
    positional: ['kind', 'id', 'text'],
    fromFile: 'text',
    input: z.object({
      kind: z.enum(subjectKinds).default('conversation'),
      id: z.string().default('me'),
      text: z.string().max(2_000_000),
      since: z.number().optional().describe('The revision this text started from'),
      note: idShape('note').optional().describe('Its id, where you make it'),
      brief: z
        .boolean()
        .default(false)
        .describe('Answer without the lines, where the text and its revision are enough'),
    }),
    output: noteShape.extend({
      beside: z
        .array(
          z.object({
            line: z.string().describe('Yours'),
            other: z.string().describe('Theirs, above it'),
            yours: z.string(),
            theirs: z.string(),
          }),
        )
        .describe('Lines changed in two places since: both are kept, theirs above yours'),
    }),
    refuses: [
      'conversation.unknown',
      'person.unknown',
      'field.unknown',
      'note.already-there',
      'note.too-large',
      'note.conflict',
    ],
  }),
  choose: operation({
    name: 'notes.choose',
    summary:
      'Of two lines that were changed at once and stand side by side: keep yours, theirs, or both',
    kind: 'write',
    right: 'notebook:write',
    positional: ['line', 'keep'],
    input: z.object({
      line: idShape('line').describe(
        'The lower of the two, which says which line it stands beside',
      ),
      keep: z.enum(['yours', 'theirs', 'both']).describe('Yours is the lower, theirs the upper'),
    }),
    output: noteShape,
    refuses: ['line.unknown', 'line.already-chosen'],
  }),
} as const
