import { z } from 'zod'
import { operation } from '../../kit/contract.ts'
import { dayShape } from '../../kit/shapes.ts'
import { belongingKinds, choosable } from '../people/bond.ts'
import { personId, personShape } from '../people/people.contract.ts'

const choices = z
  .partialRecord(z.enum(choosable), z.union([z.literal('both'), personId]))
  .describe('For each part the record whose value is shown, or both; nothing is thrown away')

const thing = z
  .object({
    kind: z.enum(belongingKinds),
    id: z.string(),
    words: z.string(),
    day: dayShape.nullable(),
    with: z.string().describe('The record it stays with until you say otherwise'),
  })
  .meta({ id: 'Belonging' })

const give = z.array(z.object({ thing: z.string(), to: personId })).max(5000)

export const bondsContract = {
  merge: operation({
    name: 'people.merge',
    summary: 'Say that several people are one; the first is kept, and nothing is thrown away',
    kind: 'write',
    right: 'notebook:write',
    positional: ['people'],
    input: z.object({
      people: z.array(personId).max(200).describe('Two or more; the first is kept'),
      choices: choices.default({}),
    }),
    output: personShape.extend({
      merged: z.array(z.string()).describe('The other records that are this person'),
      bond: z.string().nullable().describe('What joins them; null when they were one already'),
      already: z.boolean().describe('They were one before, and nothing changed but the choices'),
    }),
    refuses: ['person.unknown', 'bond.alone', 'bond.distinct', 'bond.in-bin'],
  }),
  unmerge: operation({
    name: 'people.unmerge',
    summary: 'Part people again that were merged, each with what is theirs',
    kind: 'write',
    right: 'notebook:write',
    positional: ['id'],
    input: z.object({
      id: personId.describe('A record that goes; by the one that was kept all are parted'),
      only: z.boolean().default(false).describe('Take out this record alone, also the kept one'),
      give: give.default([]).describe('Whose the things are that nobody else can know'),
    }),
    output: z.object({
      people: z.array(personShape),
      undecided: z.array(thing).describe('What stays where it is until `people.assign` moves it'),
    }),
    refuses: ['person.unknown', 'bond.unknown', 'thing.unknown', 'bond.in-the-way'],
  }),
  parting: operation({
    name: 'people.parting',
    summary: 'What un-merging would do: who would stand there again, and what nobody can know',
    kind: 'read',
    right: 'notebook:read',
    positional: ['id'],
    input: z.object({ id: personId, only: z.boolean().default(false) }),
    output: z.object({
      members: z.array(
        z.object({
          id: z.string(),
          name: z.string(),
          line: z.string(),
          words: z.string().describe('Where the record came from'),
          since: dayShape.nullable(),
          leaves: z.boolean(),
        }),
      ),
      certain: z.array(thing).describe('What is known to belong to the record it is with'),
      undecided: z
        .array(thing)
        .describe(
          'What came while they were one; of people parted before, what is still open, and `members` are those it may belong to',
        ),
    }),
    refuses: ['person.unknown'],
  }),
  assign: operation({
    name: 'people.assign',
    summary: 'Say whose the things are that were left undecided when two people were parted',
    kind: 'write',
    right: 'notebook:write',
    positional: ['to', 'things'],
    input: z.object({ to: personId, things: z.array(z.string()).min(1).max(5000) }),
    output: z.object({ changed: z.number().describe('How many things are decided now') }),
    refuses: ['person.unknown', 'thing.unknown', 'bond.in-the-way'],
  }),
  distinct: operation({
    name: 'people.distinct',
    summary: 'Say that two are not the same, for ever; no import and no search proposes them again',
    kind: 'write',
    right: 'notebook:write',
    positional: ['people'],
    input: z.object({
      people: z.array(personId).max(200).describe('Two'),
      undo: z.boolean().default(false).describe('Take it back'),
    }),
    output: z.object({ distinct: z.boolean(), changed: z.number() }),
    refuses: ['person.unknown', 'bond.alone', 'bond.already-same'],
  }),
} as const
