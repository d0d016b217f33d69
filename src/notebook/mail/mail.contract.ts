import { z } from 'zod'
import { operation } from '../../kit/contract.ts'
import { isMailAddress, securities } from './account.ts'

const address = z.string().trim().refine(isMailAddress, 'Write one mail address: name@example.org')

export const signInShape = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('password') }),
  z.object({ kind: z.literal('oauth2'), tokenUrl: z.string(), clientId: z.string() }),
])

const account = z
  .object({
    host: z.string(),
    port: z.number(),
    security: z.enum(securities),
    user: z.string(),
    signIn: signInShape,
    name: z.string(),
    address: z.string(),
    minutes: z.number().describe('For so long a letter can be taken back'),
  })
  .meta({ id: 'MailAccount' })

const secret = z.string().min(1).max(10_000)

/** What a door asks for whoever signs in at a mail server. */
export const doorInput = {
  port: z.coerce.number<number>().int().min(1).max(65_535).optional(),
  security: z
    .enum(securities)
    .default('tls')
    .describe('Encrypted from the first byte, after STARTTLS, or not at all'),
  user: z.string().trim().min(1).max(320).describe('The name you sign in with'),
  password: secret
    .optional()
    .describe('From a file, or - for what comes in; left out, the one that is kept stays'),
  refreshToken: secret.optional().describe('Instead of a password: OAuth2'),
  clientId: z.string().max(1000).optional(),
  clientSecret: z.string().max(1000).optional(),
  tokenUrl: z
    .url({ protocol: /^https?$/ })
    .max(1000)
    .optional(),
}

export const mailContract = {
  show: operation({
    name: 'mail.show',
    summary: 'The mail account by which your letters go, if you set one; never its password',
    kind: 'read',
    right: 'notebook:read',
    input: z.object({}),
    output: z.object({ account: account.nullable() }),
  }),
  try: operation({
    name: 'mail.try',
    summary: 'Connect to your mail server and sign in, and send nothing',
    kind: 'read',
    way: 'server',
    right: 'access:manage',
    input: z.object({}),
    output: z.object({ ok: z.boolean(), says: z.string().describe('In one sentence') }),
    refuses: ['mail.not-set', 'vault.locked'],
  }),
  set: operation({
    name: 'mail.set',
    summary: 'Set the mail account by which your letters go; the password is kept sealed',
    kind: 'write',
    way: 'server',
    right: 'access:manage',
    positional: ['host', 'password'],
    fromFile: 'password',
    input: z.object({
      host: z.string().trim().min(1).max(253).describe('As smtp.example.org'),
      ...doorInput,
      name: z
        .string()
        .trim()
        .max(200)
        .optional()
        .describe('As who your letters go; else your name'),
      address: address.describe('From which address'),
      minutes: z.coerce
        .number<number>()
        .int()
        .min(0)
        .max(30)
        .default(5)
        .describe('For so long a letter can be taken back'),
    }),
    output: z.object({ account }),
    refuses: ['mail.invalid', 'mail.no-secret'],
  }),
  forget: operation({
    name: 'mail.forget',
    summary: 'Forget the mail account and its password',
    kind: 'write',
    way: 'server',
    right: 'access:manage',
    input: z.object({}),
    output: z.object({ forgotten: z.number() }),
  }),
} as const
