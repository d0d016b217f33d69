import { z } from 'zod'
import { operation } from '../../kit/contract.ts'
import { dayShape, instantShape, pageInput } from '../../kit/shapes.ts'

const write = z
  .object({
    id: z.string(),
    at: instantShape,
    day: dayShape,
    operation: z.string(),
    door: z.string(),
    device: z.string(),
    things: z.number().describe('How many things it touched'),
    undone: z.boolean(),
    undoes: z.string().nullable(),
    whose: z
      .array(z.object({ id: z.string(), name: z.string() }))
      .describe('Asked of somebody in several records: those that this changed; else empty'),
  })
  .meta({ id: 'Write' })

export const changesContract = {
  list: operation({
    name: 'changes.list',
    summary: 'What was changed, when and by which door; the latest first',
    kind: 'read',
    right: 'notebook:read',
    input: z.object({
      ...pageInput,
      thing: z.string().optional().describe('Only changes of this one (its id)'),
    }),
    output: z.object({
      changes: z.array(write),
      next: z.string().nullable(),
    }),
  }),
  undo: operation({
    name: 'changes.undo',
    summary: 'Take a change back, if nothing later stands on it; undoing that brings it again',
    kind: 'write',
    right: 'notebook:write',
    positional: ['id'],
    input: z.object({ id: z.string().describe('Of the change, or of the job that made several') }),
    output: z.object({ undone: z.number().describe('How many things stand as they stood before') }),
    refuses: [
      'change.unknown',
      'change.already-undone',
      'change.already-erased',
      'change.in-the-way',
      'letter.already-gone',
    ],
  }),
} as const

const binned = z
  .object({
    kind: z.string(),
    id: z.string(),
    name: z.string(),
    binnedOn: dayShape,
    until: dayShape,
  })
  .meta({ id: 'Binned' })

export const binContract = {
  list: operation({
    name: 'bin.list',
    summary: 'What lies in the bin, and until when',
    kind: 'read',
    right: 'notebook:read',
    input: z.object({}),
    output: z.object({ things: z.array(binned) }),
  }),
  restore: operation({
    name: 'bin.restore',
    summary: 'Take things out of the bin',
    kind: 'write',
    right: 'notebook:write',
    positional: ['ids'],
    input: z.object({ ids: z.array(z.string()).min(1).max(5000) }),
    output: z.object({
      changed: z.number(),
      renamed: z
        .array(z.object({ kind: z.string(), id: z.string(), was: z.string(), name: z.string() }))
        .describe('What could not have its old name back, since another is called so by now'),
    }),
    refuses: ['thing.unknown'],
  }),
  empty: operation({
    name: 'bin.empty',
    summary: 'Remove for good what lies in the bin: these, or all that lay there for thirty days',
    kind: 'write',
    forGood: true,
    right: 'notebook:write',
    positional: ['ids'],
    input: z.object({ ids: z.array(z.string()).max(5000).default([]) }),
    output: z.object({ changed: z.number() }),
    refuses: ['thing.unknown'],
  }),
} as const

export const notebookContract = {
  rebuild: operation({
    name: 'notebook.rebuild',
    summary:
      'Make everything anew that is derived from what you wrote (search, order, indexes), and let go of what is kept only for a time',
    kind: 'write',
    way: 'job',
    right: 'notebook:write',
    input: z.object({}),
    output: z.object({ things: z.number() }),
  }),
} as const
