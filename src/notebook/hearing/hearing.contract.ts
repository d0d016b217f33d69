import { z } from 'zod'
import { operation } from '../../kit/contract.ts'
import { instantShape } from '../../kit/shapes.ts'
import { conversationId } from '../conversations/conversations.contract.ts'
import { securities, usualFolder } from '../mail/account.ts'
import { doorInput, signInShape } from '../mail/mail.contract.ts'
import { answersContract } from '../post/answers.contract.ts'

const account = z
  .object({
    host: z.string(),
    port: z.number(),
    security: z.enum(securities),
    user: z.string(),
    signIn: signInShape,
    folder: z.string(),
  })
  .meta({ id: 'HearingAccount' })

export const hearingContract = {
  hearing: operation({
    name: 'mail.hearing',
    summary: 'The mailbox in which answers are heard, if you set one, and how that goes',
    kind: 'read',
    right: 'notebook:read',
    input: z.object({}),
    output: z.object({
      account: account.nullable(),
      lookedAt: instantShape.nullable().describe('When it was last looked into'),
      trouble: z.string().nullable().describe('Why it cannot be looked into, in a sentence'),
    }),
  }),
  hear: operation({
    name: 'mail.hear',
    summary:
      'Have answers to your letters heard in a mailbox: heads of mails of people you asked, and nothing else',
    kind: 'write',
    way: 'server',
    right: 'access:manage',
    positional: ['host', 'password'],
    fromFile: 'password',
    input: z.object({
      host: z.string().trim().min(1).max(253).describe('As imap.example.org'),
      ...doorInput,
      folder: z.string().trim().min(1).max(200).default(usualFolder).describe('Where mail comes'),
    }),
    output: z.object({ account }),
    refuses: ['mail.invalid', 'mail.no-secret'],
  }),
  'try-hearing': operation({
    name: 'mail.try-hearing',
    summary: 'Connect to the mailbox in which answers are heard and open its folder; read nothing',
    kind: 'read',
    way: 'server',
    right: 'access:manage',
    input: z.object({}),
    output: z.object({ ok: z.boolean(), says: z.string().describe('In one sentence') }),
    refuses: ['mail.not-hearing', 'vault.locked'],
  }),
  'stop-hearing': operation({
    name: 'mail.stop-hearing',
    summary: 'Hear no answers any more, and forget the mailbox and its password',
    kind: 'write',
    way: 'server',
    right: 'access:manage',
    input: z.object({}),
    output: z.object({ forgotten: z.number() }),
  }),
} as const

/** Characters by which a mail is named; one whose Message-ID is longer is named by its place. */
export const longestMessageName = 1000

export const openContract = {
  open: operation({
    name: 'letters.open',
    summary:
      'Open an answer that was heard: its words come from your mailbox now, and are kept nowhere; nothing is changed',
    kind: 'read',
    way: 'server',
    right: 'mail:read',
    positional: ['conversation', 'message'],
    input: z.object({
      conversation: conversationId,
      message: z.string().min(1).max(longestMessageName).describe('As conversations.show names it'),
    }),
    output: answersContract.answer.output,
    refuses: [
      'conversation.unknown',
      'answer.unknown',
      'answer.gone',
      'mail.not-hearing',
      'mail.out-of-reach',
      'vault.locked',
    ],
  }),
} as const
