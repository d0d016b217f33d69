import { z } from 'zod'
import { operation } from '../../kit/contract.ts'
import { dayShape, idShape, pageInput } from '../../kit/shapes.ts'
import { conversationRowShape } from '../conversations/conversations.contract.ts'
import { movings, wants } from '../nouns/noun.ts'
import { wordOrId } from '../nouns/nouns.contract.ts'
import { defaultWant } from './place.ts'

const want = z.literal(wants).describe('How much you want to be there, 0 to 3')
const level = z.literal(movings).describe('Whether anything moves: 1 quiet, 2 something, 3 much')
const why = z.string().trim().max(2000).default('').describe('What moves, in a line')

const placeShape = z
  .object({
    id: z.string(),
    name: z.string(),
    houses: z
      .array(z.string())
      .describe('The ids that mean it: its own, and of what was merged into it'),
    want,
    moving: z.object({ level, why: z.string(), on: dayShape }).nullable(),
    since: dayShape,
    now: z.number().describe('How many who work there now you know'),
    before: z.number().describe('How many who did'),
    waiting: z.number().describe('Letters to people there that wait for an answer'),
    talks: z.number().describe('Conversations you had with people of that house'),
  })
  .meta({ id: 'Place' })

const colleagueShape = z.object({
  id: z.string(),
  name: z.string(),
  role: z.string().nullable().describe('What they do there, or did'),
  now: z.boolean(),
  until: z.string().nullable(),
  through: z.string().nullable().describe('Who brought you together'),
  spokeOn: dayShape.nullable(),
  lastOn: dayShape.nullable().describe('The last step of a conversation that is underway'),
})

export const placesContract = {
  list: operation({
    name: 'places.list',
    summary: 'Where you would like to work or learn: most wanted first, then where something moves',
    kind: 'read',
    right: 'notebook:read',
    input: z.object({
      person: idShape('person').optional().describe('Only those where they are now'),
      ...pageInput,
    }),
    output: z.object({ places: z.array(placeShape), next: z.string().nullable() }),
    refuses: ['person.unknown'],
  }),
  show: operation({
    name: 'places.show',
    summary: 'One place: whom you know there and how, what is open there, and what you heard',
    kind: 'read',
    right: 'notebook:read',
    positional: ['which'],
    input: z.object({ which: wordOrId.describe('Its name or id') }),
    output: placeShape.extend({
      people: z.array(colleagueShape),
      underway: z.array(conversationRowShape),
      heard: z.array(
        z.object({
          line: z.string(),
          mark: z.string(),
          text: z.string(),
          person: z.string().nullable(),
          day: dayShape,
          conversation: z.string().nullable(),
        }),
      ),
    }),
    refuses: ['organisation.unknown', 'place.unknown'],
  }),
  add: operation({
    name: 'places.add',
    summary:
      'Write down where you would like to work or learn; the organisation may be known already',
    kind: 'write',
    right: 'notebook:write',
    positional: ['name'],
    input: z.object({
      name: wordOrId.describe('Its name, or the id of an organisation'),
      want: want.default(defaultWant),
      moving: z.object({ level: level.default(2), why }).optional(),
    }),
    output: placeShape,
    refuses: ['name.empty', 'organisation.unknown'],
  }),
  change: operation({
    name: 'places.change',
    summary: 'Say how much you want to be there, or what moves there',
    kind: 'write',
    right: 'notebook:write',
    positional: ['which'],
    input: z.object({
      which: wordOrId.describe('Its name or id'),
      want: want.optional(),
      moving: z.object({ level, why }).nullable().optional().describe('null: nothing is known'),
    }),
    output: placeShape,
    refuses: ['organisation.unknown', 'place.unknown'],
  }),
  leave: operation({
    name: 'places.leave',
    summary: 'Take a place off the list; the organisation and its people stay',
    kind: 'write',
    right: 'notebook:write',
    positional: ['which'],
    input: z.object({ which: wordOrId.describe('Its name or id') }),
    output: z.object({ id: z.string(), name: z.string() }),
    refuses: ['organisation.unknown', 'place.unknown'],
  }),
} as const
