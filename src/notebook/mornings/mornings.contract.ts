import { z } from 'zod'
import { operation } from '../../kit/contract.ts'
import { isZone } from '../../kit/days.ts'
import { morningLetterWords } from './morning-letter.ts'
import { morningDays, morningWords } from './morning.ts'

const at = z
  .string()
  .regex(/^(?:0[5-9]|1\d|20):[0-5]\d$/)
  .describe('By the wall clock, from 05:00 to 20:59')
const key = z.string().regex(/^[\w-]{16,200}={0,2}$/)

const when = {
  at: at.default('08:00'),
  zone: z.string().refine(isZone, 'There is no such time zone'),
  days: z.enum(morningDays).default('working'),
}

const choice = {
  ...when,
  says: z
    .enum(morningWords)
    .default('quiet')
    .describe('quiet: that the page is there; size: how much the day holds. Names are never said'),
}

const morningShape = z.object({ ...choice, at: z.string() }).meta({ id: 'Morning' })

const letterShape = z
  .object({
    ...when,
    at: z.string(),
    says: z.enum(morningLetterWords),
    link: z.string().nullable(),
    trouble: z.string().nullable().describe('Why the last did not go, in a sentence'),
    stopped: z.boolean().describe('It is not tried again before this, or the account, is set anew'),
  })
  .meta({ id: 'MorningLetter' })

export const morningsContract = {
  show: operation({
    name: 'mornings.show',
    summary:
      'Whether this browser hears in the morning, how many others do, and whether a mail goes',
    kind: 'read',
    way: 'server',
    right: 'access:manage',
    input: z.object({}),
    output: z.object({
      here: morningShape.nullable(),
      others: z.number(),
      letter: letterShape.nullable().describe('The mail to yourself'),
      address: z.string().nullable().describe('Where it would go: that of your own mail account'),
    }),
  }),
  prepare: operation({
    name: 'mornings.prepare',
    summary:
      'The public key by which services of push know this notebook, made when first asked for',
    kind: 'write',
    way: 'server',
    right: 'access:manage',
    input: z.object({}),
    output: z.object({ key: z.string() }),
    refuses: ['vault.locked'],
  }),
  keep: operation({
    name: 'mornings.keep',
    summary: 'Let this browser hear in the morning; ended by signing out',
    kind: 'write',
    way: 'server',
    right: 'access:manage',
    input: z.object({
      ...choice,
      endpoint: z.url().max(2000),
      p256dh: key,
      auth: key,
    }),
    output: morningShape,
    refuses: ['morning.no-browser', 'morning.unreachable', 'vault.locked'],
  }),
  end: operation({
    name: 'mornings.end',
    summary: 'Let this browser hear nothing any more',
    kind: 'write',
    way: 'server',
    right: 'access:manage',
    input: z.object({}),
    output: z.object({ ended: z.boolean() }),
  }),
  write: operation({
    name: 'mornings.write',
    summary: 'Let a mail to yourself tell what waits, once each morning, by your own mail account',
    kind: 'write',
    way: 'server',
    right: 'access:manage',
    input: z.object({
      ...when,
      says: z
        .enum(morningLetterWords)
        .default('items')
        .describe('items: each thing in its sentence, with names; size: how much the day holds'),
      link: z
        .url({ protocol: /^https?$/ })
        .max(500)
        .optional()
        .describe('Where you open the notebook: the mail leads there'),
    }),
    output: letterShape,
    refuses: ['mail.not-set'],
  }),
  'write-no-more': operation({
    name: 'mornings.write-no-more',
    summary: 'No mail to yourself in the morning any more',
    kind: 'write',
    way: 'server',
    right: 'access:manage',
    input: z.object({}),
    output: z.object({ ended: z.boolean() }),
  }),
} as const
