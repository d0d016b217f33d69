import { z } from 'zod'
import { fileShape, operation, sentFileShape } from '../../kit/contract.ts'
import { dayShape } from '../../kit/shapes.ts'
import { columnMeanings, columnPlaces } from './column-meanings.ts'
import { fileFormats } from './file-format.ts'

const mapped = z.object({
  column: z
    .string()
    .max(2000)
    .describe('Its name; "Name (2)" for the second of that name, "Column 3" for one without'),
  meaning: z.enum(columnMeanings),
  place: z.enum(columnPlaces).nullable().default(null).describe('Of a number, address or link'),
})

const lost = z.object({ line: z.number(), what: z.string(), reason: z.string() })

export const contactsContract = {
  look: operation({
    name: 'contacts.look',
    summary:
      'Say what files are and what the columns of a table seem to hold, before bringing them in',
    kind: 'read',
    way: 'job',
    right: 'notebook:read',
    positional: ['files'],
    input: z.object({ files: z.array(fileShape).min(1).max(10_000) }),
    output: z.object({
      files: z.array(
        z.object({
          file: z.string(),
          is: z
            .enum(fileFormats)
            .nullable()
            .describe('What kind of file; null where nobody can tell'),
          holds: z.enum(['people', 'conversations', 'exchanges']).nullable(),
          from: z.string().nullable().describe('The program that wrote it, where that is sure'),
          asks: z
            .boolean()
            .describe('Nobody can tell which column is the name: say so with `mapping`'),
          mapping: z
            .object({ on: dayShape })
            .nullable()
            .describe('When you said before what the columns hold; it is used again'),
          columns: z.array(
            z.object({
              column: z.string(),
              meaning: z.enum(columnMeanings),
              place: z.enum(columnPlaces).nullable(),
              by: z
                .enum(['its name', 'what stands in it', 'you'])
                .nullable()
                .describe('From what the meaning was told'),
              look: z.enum(['mail', 'phone', 'link', 'day', 'number', 'text', 'empty']),
              samples: z.array(z.string()).describe('The first three filled cells'),
            }),
          ),
          own: z
            .array(z.string())
            .describe('Of a calendar or mailbox: the addresses that seem to be yours'),
          problem: z.string().nullable(),
        }),
      ),
    }),
    refuses: ['file.unknown', 'file.unreadable', 'job.cancelled'],
  }),
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
      mapping: z
        .array(
          z.object({
            file: z
              .string()
              .nullable()
              .default(null)
              .describe('Which file; null for every table that has these columns'),
            columns: z.array(mapped).min(1).max(2000),
          }),
        )
        .max(10_000)
        .default([])
        .describe('What the columns of a table hold, where their names do not tell; remembered'),
      people: z
        .enum(['known', 'all'])
        .default('known')
        .describe('Of calendars and mail: only people of your notebook, or everybody they name'),
      subjects: z
        .boolean()
        .default(false)
        .describe('Keep the subject of meetings and messages, one line each'),
      own: z
        .array(z.string().trim().max(254))
        .max(50)
        .default([])
        .describe('Your own mail addresses, by which calendars and mail know you; remembered'),
      map: z
        .string()
        .max(20_000)
        .optional()
        .describe('The same in words: "Nom=name,Tél.=work phone,Âge=nothing"'),
    }),
    output: z.object({
      files: z.array(
        z.object({
          file: z.string(),
          read: z.number().describe('Records, groups included, also one that was cut short'),
          created: z.number(),
          changed: z.number(),
          unchanged: z.number().describe('Already there'),
          passed: z.number().describe('Groups and records that are no person'),
          forgotten: z
            .array(z.object({ line: z.number(), reason: z.string() }))
            .describe('Records passed by because their person was forgotten (people.lift)'),
          conversations: z.number().describe('Conversations of a table that were kept'),
          exchanges: z
            .number()
            .describe(
              'Days on which somebody was met or written with elsewhere, new to the notebook',
            ),
          strangers: z
            .object({
              count: z.number(),
              most: z.array(
                z.object({ name: z.string().nullable(), address: z.string(), times: z.number() }),
              ),
            })
            .nullable()
            .describe('Of a calendar or mailbox: whom the notebook does not know'),
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
    refuses: [
      'file.unknown',
      'file.unreadable',
      'mapping.unclear',
      'mapping.unheard',
      'mapping.column-unknown',
      'mapping.without-name',
      'job.cancelled',
    ],
  }),
  export: operation({
    name: 'contacts.export',
    summary: 'Give out everybody as vCard, jCard, CSV or JSON, with all that came in with them',
    kind: 'read',
    way: 'file',
    right: 'notebook:read',
    input: z.object({
      format: z.enum(['vcard3', 'vcard4', 'jcard', 'csv', 'json']).default('vcard4'),
      people: z.array(z.string()).max(5000).optional().describe('Only these'),
      strict: z
        .boolean()
        .default(false)
        .describe(
          'vCard and jCard to the letter of their standard, also where what came in was not',
        ),
    }),
    output: sentFileShape,
  }),
} as const
