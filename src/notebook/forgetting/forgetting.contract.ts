import { z } from 'zod'
import { operation } from '../../kit/contract.ts'
import { dayShape, idShape } from '../../kit/shapes.ts'
import { personId } from '../people/people.contract.ts'

const tombstone = z
  .object({
    id: z.string(),
    on: dayShape.describe('When somebody was forgotten; who, nobody can tell from this'),
  })
  .meta({ id: 'Tombstone' })

export const forgettingContract = {
  forget: operation({
    name: 'people.forget',
    summary: 'Remove people and all their words for good; no file brings them back',
    kind: 'write',
    way: 'job',
    // What they said off the record goes too, so only who may see that may do this.
    right: 'notebook:off-record',
    forGood: true,
    positional: ['people'],
    input: z.object({ people: z.array(personId).min(1).max(500) }),
    output: z.object({
      forgotten: z.number().describe('People'),
      records: z.number().describe('Records that were these people, merged ones among them'),
      conversations: z.number().describe('With them alone; they are gone'),
      shared: z.number().describe('With others too; these stay, without them and what they said'),
      lines: z.number().describe('What they said, and what was written about them'),
      letters: z.number(),
      exchanges: z.number(),
      cards: z.number(),
      named: z.number().describe('Other things in which they were named, and are no longer'),
    }),
    refuses: ['person.unknown'],
  }),
  tombstones: operation({
    name: 'people.tombstones',
    summary: 'Who was forgotten: days alone, or whether this person was forgotten before',
    kind: 'read',
    right: 'notebook:read',
    positional: ['person'],
    input: z.object({ person: personId.optional() }),
    output: z.object({ tombstones: z.array(tombstone) }),
    refuses: ['person.unknown'],
  }),
  lift: operation({
    name: 'people.lift',
    summary: 'Let somebody who was forgotten come in with a file again',
    kind: 'write',
    right: 'notebook:write',
    positional: ['id'],
    input: z.object({ id: idShape('tombstone') }),
    output: z.object({ lifted: z.number() }),
    refuses: ['tombstone.unknown'],
  }),
} as const
