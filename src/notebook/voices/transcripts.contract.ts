import { z } from 'zod'
import { fileShape, operation, sentFileShape } from '../../kit/contract.ts'
import { dayShape, idShape } from '../../kit/shapes.ts'
import { conversationId } from '../conversations/conversations.contract.ts'
import type { kindOfMark } from '../notes/marks.ts'
import { personId } from '../people/people.contract.ts'
import { transcriptFormats } from './transcript.ts'

const transcriptId = idShape('transcript')
const turnNumber = z.coerce.number<number>().int().min(0)
const whoIs = z.enum(['person', 'me', 'nobody', 'unknown'])

const person = z.object({ id: z.string(), name: z.string() })

const voice = z
  .object({
    name: z.string().describe('As the file calls them; empty where it names nobody'),
    turns: z.number(),
    is: whoIs,
    person: person.nullable(),
    suggested: person.nullable().describe('Who it may be: somebody at the table goes by that name'),
  })
  .meta({ id: 'Voice' })

const loss = z.object({ line: z.number(), kind: z.string(), says: z.string() })

const about = {
  id: z.string(),
  conversation: z.string(),
  name: z.string(),
  format: z.enum(transcriptFormats),
  on: dayShape.describe('The day it was brought in'),
  count: z.number().describe('How many turns'),
  length: z.number().nullable().describe('In milliseconds, where the file tells times'),
  voices: z.array(voice),
  closed: z.number().describe('How many turns are off the record'),
}

const turn = z
  .object({
    number: z.number().describe('From 0'),
    voice: z.number().describe('Which of `voices`'),
    from: z.number().nullable().describe('In milliseconds from the beginning'),
    to: z.number().nullable(),
    wrote: z.string().nullable().describe('Of a message: its day and time'),
    text: z.string(),
    offRecord: z.boolean(),
  })
  .meta({ id: 'Turn' })

const quotation = z
  .object({
    line: z.string(),
    turn: z.number(),
    start: z.number().describe('UTF-16, into the text of `turn`'),
    lastTurn: z.number(),
    end: z.number().describe('Into the text of `lastTurn`, exclusive'),
    mark: z.string().nullable(),
  })
  .meta({ id: 'Quotation' })

const marks = z.enum(['"', '!', '=', '?', '+', '$', '>', '<'] satisfies (keyof typeof kindOfMark)[])

export const transcriptsContract = {
  import: operation({
    name: 'transcripts.import',
    summary: 'Bring in a transcript or a chat beside the note of a conversation',
    kind: 'write',
    way: 'job',
    right: 'notebook:write',
    positional: ['conversation', 'file'],
    input: z.object({
      conversation: conversationId,
      file: fileShape.optional(),
      text: z.string().max(12_000_000).optional().describe('Instead of a file: its text'),
      name: z.string().trim().max(200).optional().describe('What to call it'),
      dryRun: z.boolean().default(false).describe('Only say who speaks, and what would be lost'),
      id: transcriptId.optional(),
    }),
    output: z.object({
      id: z.string().nullable().describe('null in a dry run'),
      dryRun: z.boolean(),
      name: about.name,
      format: about.format,
      count: about.count,
      length: about.length,
      voices: about.voices,
      beginning: z.array(turn).describe('The first turns'),
      losses: z
        .array(loss)
        .describe('What did not come over whole, by its line; the first hundred'),
      lost: z.number().describe('How many such lines there are'),
    }),
    refuses: [
      'conversation.unknown',
      'file.unknown',
      'file.unreadable',
      'file.too-large',
      'transcript.without-words',
      'transcript.already-there',
      'job.cancelled',
    ],
  }),
  list: operation({
    name: 'transcripts.list',
    summary: 'The transcripts of a conversation',
    kind: 'read',
    right: 'notebook:read',
    positional: ['conversation'],
    input: z.object({ conversation: conversationId }),
    output: z.object({
      transcripts: z.array(z.object(about)),
      places: z
        .array(z.object({ line: z.string(), transcript: z.string(), turn: z.number() }))
        .describe('Where lines of the note were taken from'),
    }),
    refuses: ['conversation.unknown'],
  }),
  show: operation({
    name: 'transcripts.show',
    summary: 'Read a transcript, some turns at a time',
    kind: 'read',
    right: 'notebook:read',
    positional: ['id'],
    input: z.object({
      id: transcriptId,
      from: turnNumber.default(0).describe('The first turn, counted from 0'),
      limit: z.coerce.number<number>().int().min(1).max(1000).default(200),
      offRecord: z.boolean().default(false).describe('Show also what was said off the record'),
    }),
    output: z.object({
      ...about,
      turns: z.array(turn),
      next: z.number().nullable().describe('Where the next page begins'),
      quotations: z.array(quotation).describe('Lines of the note that were taken from it'),
      losses: z.array(loss),
      lost: z.number(),
    }),
    refuses: ['transcript.unknown', 'rights.missing'],
  }),
  who: operation({
    name: 'transcripts.who',
    summary: 'Say who speaks under a name in a transcript; remembered for the next one',
    kind: 'write',
    right: 'notebook:write',
    positional: ['id', 'name'],
    input: z.object({
      id: transcriptId,
      name: z.string().max(400).describe('As the file calls them; empty for turns without a name'),
      is: whoIs.default('person').describe('person, me, nobody (who is not written down), unknown'),
      person: personId.optional(),
    }),
    output: z.object({
      voices: z.array(voice),
      renamed: z.number().describe('Lines of the note that name them now'),
    }),
    refuses: ['transcript.unknown', 'voice.unknown', 'voice.without-person', 'person.unknown'],
  }),
  quote: operation({
    name: 'transcripts.quote',
    summary: 'Take words of a transcript into the note, under a mark, with their place',
    kind: 'write',
    right: 'notebook:write',
    positional: ['id', 'turn', 'mark'],
    input: z.object({
      id: transcriptId,
      turn: turnNumber,
      start: turnNumber.default(0).describe('UTF-16 offset into the turn'),
      lastTurn: turnNumber.optional().describe('The same turn if left out'),
      end: turnNumber.optional().describe('Exclusive; to the end of the turn if left out'),
      mark: marks.nullable().default(null),
      line: idShape('line').optional().describe('Its id, where you make it'),
    }),
    output: z.object({ line: z.string(), text: z.string() }),
    refuses: [
      'transcript.unknown',
      'quotation.without-words',
      'quotation.off-record',
      'quotation.own-words',
      'line.already-there',
    ],
  }),
  close: operation({
    name: 'transcripts.close',
    summary: 'Say that turns were off the record, or open them again',
    kind: 'write',
    right: 'notebook:off-record',
    positional: ['id', 'turns'],
    input: z.object({
      id: transcriptId,
      turns: z.array(turnNumber).min(1).max(5000),
      closed: z.boolean().default(true),
    }),
    output: z.object({
      closed: z.number().describe('How many turns are off the record now'),
      lines: z.number().describe('Lines of the note that went off the record with them'),
    }),
    refuses: ['transcript.unknown', 'turn.unknown'],
  }),
  remove: operation({
    name: 'transcripts.remove',
    summary: 'Put transcripts into the bin, for thirty days; lines taken from them stay',
    kind: 'write',
    right: 'notebook:write',
    positional: ['transcripts'],
    input: z.object({ transcripts: z.array(transcriptId).min(1).max(500) }),
    output: z.object({ changed: z.number() }),
    refuses: ['transcript.unknown'],
  }),
  original: operation({
    name: 'transcripts.original',
    summary: 'The file as it was brought in, word for word, off the record or not',
    kind: 'read',
    way: 'file',
    right: 'notebook:off-record',
    positional: ['id'],
    input: z.object({ id: transcriptId }),
    output: sentFileShape,
    refuses: ['transcript.unknown', 'transcript.without-original'],
  }),
} as const
