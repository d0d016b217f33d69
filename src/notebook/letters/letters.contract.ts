import { z } from 'zod'
import { templateCodes } from '../../craft/letters/codes.ts'
import { operation } from '../../kit/contract.ts'
import { dayShape, idShape, instantShape } from '../../kit/shapes.ts'
import { conversationId, conversationShape } from '../conversations/conversations.contract.ts'

const template = z.enum(templateCodes)

const party = z.object({ name: z.string(), address: z.string() })

/** What a letter was looked through for, and whether it holds. */
export const checksShape = z.array(
  z.object({
    code: z.string(),
    ok: z.boolean(),
    asked: z.boolean().describe('While it does not hold, `sent` asks once more'),
    values: z.record(z.string(), z.union([z.string(), z.number()])),
  }),
)

export const letterShape = z
  .object({
    id: z.string(),
    conversation: z.string(),
    template,
    form: z.string().nullable().describe('Your own template it was drafted from'),
    to: z.array(z.object({ id: z.string(), name: z.string(), mail: z.string().nullable() })),
    each: z
      .array(
        z.object({
          id: z.string(),
          name: z.string(),
          sentOn: dayShape.nullable(),
          letGoOn: dayShape.nullable(),
        }),
      )
      .describe(
        'Of a thank-you to several at the table: who has been thanked or let go of, and when',
      ),
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
    gaps: z.array(z.string()).describe('What the letter still leaves open, in its own words'),
    checks: checksShape,
    mailto: z.string().describe('Opens the mail program'),
    own: z.boolean().describe('You changed it'),
    versions: z
      .array(z.object({ subject: z.string(), body: z.string(), at: instantShape }))
      .describe('Words put aside, the latest last'),
    sentOn: dayShape.nullable(),
    sentBefore: z.number().describe('How many letters of this kind went before this one'),
    going: z
      .object({
        state: z.enum(['waiting', 'handing', 'unsure', 'failed', 'bounced']),
        due: instantShape.describe('When it goes, or is tried again'),
        from: party,
        to: party,
        attachment: z.string().nullable(),
        trouble: z.string().nullable().describe('Why it did not go yet, in a sentence'),
      })
      .nullable()
      .describe('A letter that was told to go by your mail account and has not gone'),
    mail: z
      .object({ from: party, to: party, at: instantShape })
      .nullable()
      .describe('How a letter went that went by your mail account'),
  })
  .meta({ id: 'Letter' })

export const letterWhich = {
  conversation: conversationId,
  template: template.default('thanks'),
}
export const letterTo = {
  to: idShape('person')
    .optional()
    .describe('Of several at the table: a thank-you of their own, to them alone'),
}
export const letterWords = {
  subject: z.string().max(400).optional(),
  body: z.string().max(20_000).optional(),
}

export const lettersContract = {
  draft: operation({
    name: 'letters.draft',
    summary: 'A letter that begins from what the notebook knows; yours, if you changed it',
    kind: 'read',
    right: 'notebook:read',
    positional: ['conversation'],
    input: z.object({
      ...letterWhich,
      ...letterTo,
      form: idShape('template').optional().describe('Begin from your own template'),
      afresh: z.boolean().default(false).describe('Draft anew, whatever was kept'),
    }),
    output: letterShape,
    refuses: ['conversation.unknown', 'template.unknown', 'letter.not-at-table'],
  }),
  keep: operation({
    name: 'letters.keep',
    summary: 'Keep your own words of a letter',
    kind: 'write',
    right: 'notebook:write',
    positional: ['conversation'],
    input: z.object({
      ...letterWhich,
      ...letterTo,
      ...letterWords,
      form: idShape('template')
        .nullable()
        .optional()
        .describe('Your own template it begins from; null for that of the craft'),
      aside: z.boolean().default(false).describe('Put these words aside as a version too'),
    }),
    output: letterShape,
    refuses: [
      'conversation.unknown',
      'template.unknown',
      'letter.already-going',
      'letter.already-sent',
      'letter.not-at-table',
    ],
  }),
  sent: operation({
    name: 'letters.sent',
    summary: 'You sent it: keep it as it went, and move the conversation on',
    kind: 'write',
    right: 'notebook:write',
    positional: ['conversation'],
    input: z.object({
      ...letterWhich,
      ...letterTo,
      ...letterWords,
      day: dayShape.optional(),
      anyway: z
        .string()
        .trim()
        .min(3)
        .max(500)
        .optional()
        .describe('Why it went although something is asked about, in your words'),
    }),
    output: z.object({ letter: letterShape, conversation: conversationShape }),
    refuses: [
      'conversation.unknown',
      'step.not-now',
      'letter.unready',
      'letter.already-going',
      'letter.already-sent',
      'letter.not-at-table',
    ],
  }),
  'let-go': operation({
    name: 'letters.let-go',
    summary: 'Of several at a table: they are thanked otherwise, or not at all; Today asks no more',
    kind: 'write',
    right: 'notebook:write',
    positional: ['conversation', 'to'],
    input: z.object({ conversation: conversationId, to: idShape('person') }),
    output: letterShape,
    refuses: [
      'conversation.unknown',
      'letter.already-going',
      'letter.already-sent',
      'letter.not-at-table',
    ],
  }),
  list: operation({
    name: 'letters.list',
    summary: 'The letters of a conversation: drafts, and those that went',
    kind: 'read',
    right: 'notebook:read',
    positional: ['conversation'],
    input: z.object({ conversation: conversationId }),
    output: z.object({
      letters: z.array(
        z
          .object({
            id: z.string(),
            conversation: z.string(),
            template,
            subject: z.string(),
            body: z.string(),
            sentOn: dayShape.nullable(),
          })
          .meta({ id: 'LetterRow' }),
      ),
    }),
    refuses: ['conversation.unknown'],
  }),
} as const

const ownTemplate = z
  .object({
    id: z.string(),
    name: z.string(),
    kind: template.describe('Which letter it begins'),
    subject: z.string(),
    body: z.string(),
  })
  .meta({ id: 'LetterTemplate' })

export const templatesContract = {
  list: operation({
    name: 'templates.list',
    summary: 'The fifteen letters of the craft and your own beginnings, with the slots there are',
    kind: 'read',
    right: 'notebook:read',
    input: z.object({}),
    output: z.object({
      craft: z.array(
        z.object({
          kind: template,
          subject: z.string(),
          body: z.string(),
          words: z.array(z.number()).length(2),
        }),
      ),
      own: z.array(ownTemplate),
      slots: z.array(z.object({ name: z.string(), means: z.string() })),
    }),
  }),
  keep: operation({
    name: 'templates.keep',
    summary: 'Keep a beginning of letters in your own words, with {slots} that the notebook fills',
    kind: 'write',
    right: 'notebook:write',
    positional: ['name'],
    input: z.object({
      id: idShape('template').optional(),
      name: z.string().trim().min(1).max(100),
      kind: template,
      subject: z.string().max(400),
      body: z.string().trim().min(1).max(20_000),
    }),
    output: ownTemplate,
    refuses: ['template.invalid', 'template.too-many'],
  }),
  remove: operation({
    name: 'templates.remove',
    summary: 'Take one of your own templates away; letters drafted from it stay',
    kind: 'write',
    right: 'notebook:write',
    positional: ['id'],
    input: z.object({ id: idShape('template') }),
    output: z.object({ id: z.string() }),
    refuses: ['template.unknown'],
  }),
} as const
