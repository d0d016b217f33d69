import { z } from 'zod'
import { fileShape, operation, sentFileShape } from '../../kit/contract.ts'

const lost = z.object({ line: z.number(), what: z.string(), reason: z.string() })

export const contactsContract = {
  import: operation({
    name: 'contacts.import',
    summary:
      'Bring in people from contacts files: vCard, or the CSV of Google, LinkedIn, Outlook, Apple and others',
    kind: 'write',
    way: 'job',
    right: 'notebook:write',
    positional: ['files'],
    input: z.object({
      files: z.array(fileShape).min(1).max(10_000),
      dryRun: z.boolean().default(false).describe('Say what would happen, and change nothing'),
    }),
    output: z.object({
      files: z.array(
        z.object({
          file: z.string(),
          read: z.number().describe('Well-formed records, groups included'),
          created: z.number(),
          changed: z.number(),
          unchanged: z.number().describe('Already there'),
          passed: z.number().describe('Groups and records that are no person'),
          lost: z.array(lost).describe('Every value that could not be kept, with line and reason'),
          lostMore: z.number().describe('Losses beyond the thousand that are listed'),
          properties: z.number().describe('Properties or filled cells in the file'),
          understood: z.number(),
          kept: z.number().describe('Kept word for word with the card, and given back'),
          byField: z
            .array(z.object({ field: z.string(), kept: z.number(), lost: z.number() }))
            .describe('Which fields were kept without being shown, and which were lost'),
          import: z.string().nullable().describe('Its id in the history of imports'),
          note: z.string().nullable().describe('Something about the whole file'),
          problem: z.string().nullable().describe('Why the file could not be read at all'),
        }),
      ),
      dryRun: z.boolean(),
    }),
    refuses: ['file.unknown', 'file.unreadable', 'job.cancelled'],
  }),
  export: operation({
    name: 'contacts.export',
    summary: 'Give out everybody as vCard, CSV or JSON, with all that came in with them',
    kind: 'read',
    way: 'file',
    right: 'notebook:read',
    input: z.object({
      format: z.enum(['vcard3', 'vcard4', 'csv', 'json']).default('vcard4'),
      people: z.array(z.string()).max(5000).optional().describe('Only these'),
    }),
    output: sentFileShape,
  }),
} as const
