import { z } from 'zod'
import { operation } from '../../kit/contract.ts'
import type { ProblemCode } from '../../kit/problem.ts'
import { withArticle } from '../../kit/text.ts'

export const wordOrId = z.string().trim().min(1).max(400)
export const nounShape = z.object({
  id: z.string(),
  name: z.string(),
  otherNames: z.array(z.string()),
})

/** What fields, organisations and topics have in common: they are renamed and merged by the same words. */
export function nounOperations(nouns: string, noun: string) {
  const unknown: ProblemCode = `${noun}.unknown`
  return {
    rename: operation({
      name: `${nouns}.rename`,
      summary: `Give ${withArticle(noun)} another name; the old one still leads to it`,
      kind: 'write',
      right: 'notebook:write',
      positional: ['which', 'name'],
      input: z.object({ which: wordOrId.describe('Its name or id'), name: wordOrId }),
      output: nounShape,
      refuses: [unknown, 'name.already-taken', 'name.empty'],
    }),
    merge: operation({
      name: `${nouns}.merge`,
      summary: `Say that one ${noun} is another; it can be parted again by undoing`,
      kind: 'write',
      right: 'notebook:write',
      positional: ['which', 'into'],
      input: z.object({
        which: wordOrId.describe('The one that goes'),
        into: wordOrId.describe('The one that stays'),
      }),
      output: nounShape,
      refuses: [unknown, 'name.already-merged'],
    }),
  } as const
}
