import { z } from 'zod'
import { operation } from '../../kit/contract.ts'
import { idShape, instantShape } from '../../kit/shapes.ts'
import { linkPurposes } from './link.ts'

export const linkShape = z
  .object({
    id: z.string(),
    purpose: z.enum(linkPurposes),
    thing: z
      .string()
      .describe('What the page is about: the id of a conversation or of an introduction'),
    person: z.object({ id: z.string(), name: z.string() }).nullable(),
    madeAt: instantShape,
    expiresAt: instantShape,
    revokedAt: instantShape.nullable(),
    usedAt: instantShape.nullable().describe('When something was first done there'),
    open: z.boolean().describe('Whether it still opens its page'),
  })
  .meta({ id: 'Link' })

export const linksContract = {
  list: operation({
    name: 'links.list',
    summary:
      'Pages made for people you speak with, the latest first; their addresses are kept nowhere',
    kind: 'read',
    right: 'notebook:read',
    input: z.object({
      thing: z
        .string()
        .max(100)
        .optional()
        .describe('Only those about this conversation or introduction'),
    }),
    output: z.object({ links: z.array(linkShape) }),
  }),
  revoke: operation({
    name: 'links.revoke',
    summary: 'Close a page for the other side, for good',
    kind: 'write',
    right: 'notebook:write',
    positional: ['id'],
    forGood: true,
    input: z.object({ id: idShape('link') }),
    output: z.object({ closed: z.boolean() }),
    refuses: ['link.unknown'],
  }),
} as const
