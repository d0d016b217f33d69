import { z } from 'zod'
import { operation } from '../../kit/contract.ts'
import { dayShape, instantShape, pageInput } from '../../kit/shapes.ts'
import { personId, personRowShape } from '../people/people.contract.ts'
import { evidenceKinds } from './evidence.ts'

const likelihood = z.number().min(0).max(1).describe('How likely they are one person')
const certain = z.boolean().describe('Beyond doubt: may be merged without a look')

const duplicatePair = z
  .object({
    a: z.string(),
    b: z.string(),
    p: likelihood,
    certain,
    reasons: z.array(z.string()).describe('What speaks for it and against it'),
    aName: z.string(),
    bName: z.string(),
  })
  .meta({ id: 'DuplicatePair' })

const cluster = z.array(z.string()).meta({ id: 'DuplicateCluster' })

const skippedBlock = z.object({
  by: z.string().describe('What these records have in common'),
  records: z.number(),
})

const reason = z
  .object({
    field: z.string(),
    level: z.string().describe('How well the two agree: a word that the page says in its language'),
    speaks: z.enum(['for', 'against']),
    values: z.array(z.string()).describe('What the two say'),
    words: z.string(),
  })
  .meta({ id: 'DuplicateReason' })

const comparable = z.object({
  kind: z.enum(evidenceKinds),
  value: z.string(),
  sources: z.array(
    z.object({
      by: z.string(),
      file: z.string().nullable().describe('The file that an import brought'),
      on: dayShape,
    }),
  ),
})

const side = personRowShape.extend({ has: z.array(comparable) }).meta({ id: 'DuplicateSide' })

export const duplicatesContract = {
  duplicates: operation({
    name: 'contacts.duplicates',
    summary: 'Look through everybody for people who stand in the notebook more than once',
    kind: 'write',
    way: 'job',
    right: 'notebook:write',
    input: z.object({
      limit: z.coerce
        .number<number>()
        .int()
        .min(1)
        .max(1_000_000)
        .default(100_000)
        .describe('How many pairs to name at most'),
    }),
    output: z.object({
      pairs: z.array(duplicatePair).describe('The likeliest first'),
      clusters: z.array(cluster).describe('Who seem to be one, by id'),
      more: z.number().describe('Pairs beyond the limit'),
      people: z.number().describe('How many people were looked at'),
      skipped: z
        .array(skippedBlock)
        .describe('What so many have in common that they were not compared for it alone'),
    }),
    refuses: ['job.cancelled'],
  }),
  review: operation({
    name: 'contacts.review',
    summary: 'Pairs of people who may be one, the surest first, with all that tells',
    kind: 'read',
    right: 'notebook:read',
    input: z.object({
      ...pageInput,
      certain: z.boolean().optional().describe('Only those beyond doubt, or only the others'),
      person: personId.optional().describe('Only pairs of this person'),
    }),
    output: z.object({
      pairs: z.array(
        z
          .object({ a: side, b: side, p: likelihood, certain, reasons: z.array(reason) })
          .meta({ id: 'ReviewPair' }),
      ),
      next: z.string().nullable().describe('Give it as `after` for the next page; null at the end'),
      counts: z.object({
        certain: z.number(),
        likely: z.number(),
        total: z.number(),
        looked: instantShape.nullable().describe('When everybody was last looked through'),
        peopleSince: z
          .number()
          .describe('People who came or changed since, and were not compared when they did'),
      }),
    }),
  }),
  'merge-certain': operation({
    name: 'contacts.merge-certain',
    summary: 'Make one of all who are beyond doubt one person; can be taken back at once',
    kind: 'write',
    way: 'job',
    right: 'notebook:write',
    input: z.object({
      dryRun: z.boolean().default(false).describe('Say who would be merged, and change nothing'),
    }),
    output: z.object({
      merged: z.number().describe('How many records became fewer'),
      into: z.number().describe('How many people these are now'),
      groups: z.array(z.object({ id: z.string(), name: z.string(), people: z.array(z.string()) })),
      left: z
        .number()
        .describe('Pairs beyond doubt that were left to the eye, since they join more than two'),
      dryRun: z.boolean(),
    }),
    refuses: ['job.cancelled'],
  }),
} as const
