import { z } from 'zod'
import { operation } from '../../kit/contract.ts'
import { dayShape, idShape } from '../../kit/shapes.ts'
import { wordOrId } from '../nouns/nouns.contract.ts'
import { gaps } from './gaps.ts'
import { ways } from './whom-next.ts'
import { aspectNames, groupNames, measures } from './works.ts'

const named = z.object({ id: z.string(), name: z.string() })

const suggestionShape = z
  .object({
    field: named,
    gap: z.enum(gaps).describe('Which kind of person the field misses'),
    way: z.enum(ways).describe('How you come to them; name: ask them whom you might meet'),
    person: named.extend({ line: z.string() }),
    through: named.nullable(),
    house: z.string().nullable(),
    resting: named
      .extend({ until: dayShape })
      .nullable()
      .describe('Who would be the way, and is let be until then after the last introduction'),
    questions: z.array(z.object({ id: z.string(), text: z.string() })),
    why: z.string(),
  })
  .meta({ id: 'WhomNext' })

const shareShape = z
  .object({
    count: z.number(),
    of: z.number(),
    low: z.number().describe('Wilson, 95 %'),
    high: z.number(),
  })
  .meta({ id: 'Share' })

const sharesShape = z.object({ reply: shareShape, meeting: shareShape })

export const askingContract = {
  whom: operation({
    name: 'asking.whom',
    summary: 'Whom to ask next: who is missing, what is open, and how you come to them',
    kind: 'read',
    right: 'notebook:read',
    input: z.object({ limit: z.number().int().min(1).max(50).default(5) }),
    output: z.object({ next: z.array(suggestionShape) }),
  }),
  rest: operation({
    name: 'asking.rest',
    summary: 'Let a suggestion rest for ninety days; the next in turn comes forward',
    kind: 'write',
    right: 'notebook:write',
    positional: ['field', 'person'],
    input: z.object({
      field: wordOrId.describe('The name or id of the field'),
      person: idShape('person'),
      gap: z.enum(gaps),
    }),
    output: z.object({ until: dayShape }),
    refuses: ['field.unknown', 'person.unknown'],
  }),
  works: operation({
    name: 'asking.works',
    summary:
      'What works for you: answers and meetings by path, channel, hour and length of your first letters',
    kind: 'read',
    right: 'notebook:read',
    input: z.object({}),
    output: z.object({
      letters: z.number().describe('First letters that had their time'),
      all: sharesShape.nullable().describe('null below ten letters: so few say nothing'),
      groups: z.array(
        sharesShape.extend({ aspect: z.enum(aspectNames), group: z.enum(groupNames) }),
      ),
      differences: z
        .array(
          z.object({
            aspect: z.enum(aspectNames),
            measure: z.enum(measures),
            more: z.enum(groupNames),
            less: z.enum(groupNames),
            shares: z.object({ more: shareShape, less: shareShape }),
          }),
        )
        .describe('Only where the intervals do not touch'),
      says: z.array(z.string()),
    }),
  }),
  month: operation({
    name: 'asking.month',
    summary: 'The plan of a month: letters for so many conversations, and how far this month is',
    kind: 'read',
    right: 'notebook:read',
    positional: ['conversations'],
    input: z.object({ conversations: z.coerce.number().int().min(1).max(31).default(2) }),
    output: z.object({
      from: dayShape,
      to: dayShape,
      conversations: z.number(),
      letters: z.number().nullable().describe('null: nobody meets by these rates'),
      strangers: z.number().describe('At least so many of them to people you do not know'),
      forAnAnswer: z
        .number()
        .nullable()
        .describe('Letters after which an answer has come, nearly always'),
      rates: z.object({
        reply: z.number(),
        meeting: z.number(),
        letters: z.number().describe('Own letters they come from; 0: the usual ones'),
        answers: z.number().describe('Own answers that meetings are counted from; 0: the usual'),
      }),
      hours: z
        .object({
          choose: z.number(),
          write: z.number(),
          meet: z.number(),
          decide: z.number(),
        })
        .nullable()
        .describe('Of about ten letters; null for a month of another size'),
      soFar: z.object({
        letters: z.number(),
        strangers: z.number(),
        answers: z.number(),
        conversations: z.number(),
      }),
    }),
  }),
} as const
