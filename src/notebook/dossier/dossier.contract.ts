import { z } from 'zod'
import { operation, sentFileShape } from '../../kit/contract.ts'
import { personId } from '../people/people.contract.ts'

export const dossierContract = {
  dossier: operation({
    name: 'people.dossier',
    summary: 'All that is kept about one person on one page, for that person to read',
    kind: 'read',
    way: 'file',
    right: 'notebook:read',
    positional: ['id'],
    input: z.object({
      id: personId,
      format: z.enum(['html', 'json']).default('html'),
      offRecord: z.boolean().default(false).describe('With what was said off the record'),
    }),
    output: sentFileShape,
    refuses: ['person.unknown', 'rights.missing'],
  }),
} as const
