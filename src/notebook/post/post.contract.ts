import { z } from 'zod'
import { operation } from '../../kit/contract.ts'
import { idShape } from '../../kit/shapes.ts'
import { letterShape, letterTo, letterWhich, letterWords } from '../letters/letters.contract.ts'

const party = z.object({ name: z.string(), address: z.string() })
const to = idShape('person').optional().describe('Where there are several: to whom of them')

export const postContract = {
  preview: operation({
    name: 'letters.preview',
    summary:
      'A letter exactly as it would go by your mail account: from whom, to whom, which words',
    kind: 'read',
    right: 'notebook:read',
    positional: ['conversation'],
    input: z.object({ ...letterWhich, ...letterWords, to }),
    output: z.object({
      from: party,
      to: party.extend({ person: z.string() }),
      others: z.array(party.extend({ person: z.string() })).describe('To whom it could go too'),
      subject: z.string(),
      body: z.string(),
      attachment: z.string().nullable().describe('The time agreed, as a calendar file'),
      minutes: z.number().describe('For so long it can be taken back'),
      seen: z
        .string()
        .describe('Stands for all of this; given to letters.send, no other letter goes'),
    }),
    refuses: ['conversation.unknown', 'mail.not-set', 'letter.no-address'],
  }),
  send: operation({
    name: 'letters.send',
    summary: 'Let a letter go by your mail account, when the minutes to take it back are over',
    kind: 'write',
    right: 'mail:send',
    positional: ['conversation'],
    input: z.object({
      ...letterWhich,
      ...letterWords,
      to,
      seen: z
        .string()
        .max(100)
        .optional()
        .describe(
          'What letters.preview gave: refused where other words would go by now, or elsewhere',
        ),
      anyway: z
        .string()
        .trim()
        .min(3)
        .max(500)
        .optional()
        .describe('Why it goes although something is asked about, in your words'),
      again: z
        .boolean()
        .default(false)
        .describe('Where it may have gone already and you looked: it did not, send it again'),
    }),
    output: letterShape,
    refuses: [
      'conversation.unknown',
      'mail.not-set',
      'letter.no-address',
      'letter.several',
      'letter.changed',
      'letter.unready',
      'letter.already-sent',
      'letter.already-going',
      'letter.unsure',
      'step.not-now',
    ],
  }),
  'take-back': operation({
    name: 'letters.take-back',
    summary:
      'Take back a letter that was told to go and has not gone: it is a draft again, and no more is said of it',
    kind: 'write',
    right: 'notebook:write',
    positional: ['conversation'],
    input: z.object({ ...letterWhich, ...letterTo }),
    output: letterShape,
    refuses: [
      'conversation.unknown',
      'letter.not-at-table',
      'letter.not-going',
      'letter.already-gone',
      'letter.unsure',
    ],
  }),
  went: operation({
    name: 'letters.went',
    summary: 'You looked, and a letter that may have gone did: keep it as it went',
    kind: 'write',
    right: 'notebook:write',
    positional: ['conversation'],
    input: z.object({ ...letterWhich, ...letterTo }),
    output: letterShape,
    refuses: ['conversation.unknown', 'letter.not-at-table', 'letter.not-going'],
  }),
} as const
