import { z } from 'zod'
import { operation } from '../../kit/contract.ts'
import { dayShape } from '../../kit/shapes.ts'
import { conversationRowShape } from '../conversations/conversations.contract.ts'
import { personRowShape } from '../people/people.contract.ts'
import { mostLeaves } from './near.ts'

const page = z.object({
  operation: z.string(),
  input: z.record(z.string(), z.unknown()),
  answer: z.unknown(),
  leaf: z.string().describe('To which leaf it belongs'),
})
const cursor = z.string().nullable()

export const nearContract = {
  mark: operation({
    name: 'notebook.mark',
    summary: 'Whether anything came in: two words that are others as soon as anything is',
    kind: 'read',
    right: 'notebook:read',
    input: z.object({}),
    output: z.object({
      mark: z.string().describe('The `mark` that `notebook.near` would give now'),
      post: z.string().describe('Another as soon as a letter on its way stands otherwise'),
    }),
  }),
  near: operation({
    name: 'notebook.near',
    summary: 'What a phone keeps for when there is no network, or what changed of it since',
    kind: 'read',
    right: 'notebook:read',
    input: z.object({
      since: z.string().max(200).optional().describe('The `mark` of the last answer'),
      landed: z
        .array(z.string().max(60))
        .max(500)
        .optional()
        .describe(
          'Changes of yours that were answered and not read since; what is not here is said',
        ),
      has: z
        .array(z.string().max(20))
        .max(mostLeaves)
        .optional()
        .describe('Versions of all leaves that you keep: they are not sent again'),
    }),
    output: z.object({
      account: z.string().describe('Whose notebook this is'),
      mark: z.string().describe('Give it back as `since` to hear only what changed'),
      revision: z.number(),
      day: dayShape.describe('The day for which states and next steps were drawn'),
      whole: z.boolean().describe('Everything anew: forget what you kept before'),
      parted: z
        .boolean()
        .describe(
          'The notebook does not have what you read last: a copy of it was brought back, and it went another way',
        ),
      lost: z
        .array(z.string())
        .describe(
          'Those of `landed` that the notebook does not have: they are to be sent once more',
        ),
      people: z
        .array(
          personRowShape.extend({
            met: z
              .object({
                day: dayShape.nullable(),
                place: z.string().nullable(),
                words: z.string().nullable(),
              })
              .describe('How you met'),
          }),
        )
        .describe('All people, a line each; of very many, those you spoke with last'),
      allPeople: z.boolean().describe('Forget everybody you kept before'),
      peopleGone: z.array(z.string()),
      count: z.number().describe('How many people the notebook holds, near or not'),
      talks: z
        .array(
          conversationRowShape.extend({
            open: z.boolean().describe('Something is still to come'),
            recent: z.boolean().describe('Of the days that are near, not older and only open'),
          }),
        )
        .describe('Conversations as the list shows them, one for each leaf `talk ID` that came'),
      beyond: z
        .object({ recent: cursor, open: cursor })
        .nullable()
        .describe(
          'From where `conversations.list` goes on after those that are recent, and those that are open; null inside: nothing more; null: as before',
        ),
      allPages: z.boolean().describe('Forget every page and conversation you kept before'),
      pages: z.array(page).describe('What operations answer to these inputs now'),
      leaves: z
        .array(z.object({ name: z.string(), version: z.string() }))
        .describe('What comes and goes together: of these all pages are here, anew'),
      leavesGone: z.array(z.string()).describe('Names of leaves that are not near any more'),
      stale: z.array(z.string()).describe('Those of `has` that do not hold any more'),
      talksGone: z.array(z.string()).describe('Conversations that are not near any more'),
      files: z
        .array(
          z.object({
            kind: z.enum(['transcript', 'picture']),
            id: z.string(),
            version: z.string().describe('Another as soon as it reads otherwise'),
            size: z.number().nullable().describe('In bytes, where it is known'),
          }),
        )
        .nullable()
        .describe(
          'Transcripts and pictures beside what is near, the nearest first: all of them, to be asked for one by one; null: as before',
        ),
    }),
  }),
} as const
