import { z } from 'zod'
import { operation } from '../../kit/contract.ts'
import { pageInput } from '../../kit/shapes.ts'
import { nounOperations, nounShape, wordOrId } from '../nouns/nouns.contract.ts'
import { personRowShape } from '../people/people.contract.ts'

export const organisationsContract = {
  list: operation({
    name: 'organisations.list',
    summary: 'The organisations of the people you know, with how many are there',
    kind: 'read',
    right: 'notebook:read',
    input: z.object({
      ...pageInput,
      text: z.string().max(400).default('').describe('How its name begins'),
    }),
    output: z.object({
      organisations: z.array(nounShape.extend({ people: z.number() })),
      next: z.string().nullable(),
    }),
  }),
  show: operation({
    name: 'organisations.show',
    summary: 'One organisation, and who is or was there',
    kind: 'read',
    right: 'notebook:read',
    positional: ['which'],
    input: z.object({ which: wordOrId }),
    output: nounShape.extend({ people: z.array(personRowShape) }),
    refuses: ['organisation.unknown'],
  }),
  ...nounOperations('organisations', 'organisation'),
} as const
