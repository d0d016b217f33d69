import { z } from 'zod'
import { operation, rights } from '../../kit/contract.ts'
import { instantShape } from '../../kit/shapes.ts'

const key = z
  .object({
    id: z.string(),
    name: z.string(),
    rights: z.array(z.string()),
    createdAt: instantShape,
    seenAt: instantShape.nullable(),
  })
  .meta({ id: 'AccessKey' })

export const accessContract = {
  invite: operation({
    name: 'access.invite',
    summary: 'A one-time address part that signs another browser in, within fifteen minutes',
    kind: 'write',
    way: 'server',
    right: 'access:manage',
    input: z.object({}),
    output: z.object({ token: z.string(), expiresAt: instantShape }),
  }),
  list: operation({
    name: 'access.list',
    summary: 'Who may come in: browsers that are signed in, and keys of programs',
    kind: 'read',
    way: 'server',
    right: 'access:manage',
    input: z.object({}),
    output: z.object({
      browsers: z.array(
        z.object({
          id: z.string(),
          device: z.string(),
          thisOne: z.boolean(),
          createdAt: instantShape,
          seenAt: instantShape,
        }),
      ),
      keys: z.array(key),
    }),
  }),
  grant: operation({
    name: 'access.grant',
    summary: 'Make a key for a script or a program; it is shown once',
    kind: 'write',
    way: 'server',
    right: 'access:manage',
    positional: ['name'],
    input: z.object({
      name: z.string().trim().min(1).max(100),
      rights: z.array(z.enum(rights)).min(1).default(['notebook:read', 'notebook:write']),
    }),
    output: key.extend({ secret: z.string() }),
  }),
  leave: operation({
    name: 'access.leave',
    summary: 'Sign this browser out, or end this key',
    kind: 'write',
    way: 'server',
    right: 'notebook:read',
    input: z.object({}),
    output: z.object({ left: z.boolean() }),
  }),
  revoke: operation({
    name: 'access.revoke',
    summary: 'Sign a browser out, or end a key',
    kind: 'write',
    way: 'server',
    right: 'access:manage',
    positional: ['id'],
    input: z.object({ id: z.string() }),
    output: z.object({ revoked: z.number() }),
    refuses: ['access.unknown'],
  }),
} as const
