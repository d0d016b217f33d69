import { z } from 'zod'
import { operation } from '../../kit/contract.ts'
import { dayShape, idShape, pageInput } from '../../kit/shapes.ts'

const broughtIn = z
  .object({
    id: z.string().describe('What the sources of values name'),
    file: z.string(),
    on: dayShape,
    format: z.string().nullable(),
    created: z
      .number()
      .nullable()
      .describe('People who came; null of what came before this was counted'),
    changed: z.number().nullable(),
    conversations: z.number(),
    exchanges: z.number().describe('Days of contact elsewhere'),
    takenOutOn: dayShape.nullable(),
    unfinished: z.boolean().describe('Taking it out was stopped on the way; ask again to go on'),
  })
  .meta({ id: 'BroughtIn' })

export const importsContract = {
  imports: operation({
    name: 'contacts.imports',
    summary: 'What was brought in, from which file and when; the latest first',
    kind: 'read',
    right: 'notebook:read',
    input: z.object({
      ...pageInput,
      ids: z
        .array(z.string())
        .max(1000)
        .optional()
        .describe('Only these, as the sources of values name them'),
    }),
    output: z.object({ imports: z.array(broughtIn), next: z.string().nullable() }),
  }),
  'undo-import': operation({
    name: 'contacts.undo-import',
    summary:
      'Take out what one file brought, however long ago; what a hand or another file said stays',
    kind: 'write',
    way: 'job',
    right: 'notebook:write',
    positional: ['id'],
    input: z.object({ id: idShape('import').describe('As contacts imports shows it') }),
    output: z.object({
      import: broughtIn,
      people: z.number().describe('How many went into the bin, for nothing else speaks of them'),
      changed: z.number().describe('How many stay and lost what only this file had said'),
      kept: z.number().describe('How many stay as they are'),
      conversations: z
        .number()
        .describe('How many conversations went; those touched since then stay'),
      exchanges: z.number().describe('How many days of contact no other file tells of'),
    }),
    refuses: ['import.unknown', 'import.already-taken-out', 'job.cancelled'],
  }),
} as const
