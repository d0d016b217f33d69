import type { z } from 'zod'
import type { nearContract } from './near.contract.ts'

/** An answer as a page of the app asks for it. */
export interface Page {
  readonly operation: string
  readonly input: Record<string, unknown>
  readonly answer: unknown
}

/** Pages that come and go together, under a name that stays. */
export interface Leaf {
  readonly name: string
  readonly pages: readonly Page[]
  /** Of a conversation: its line in the list. */
  readonly row?: TalkRow
}

type TalkRow = z.input<typeof nearContract.near.output>['talks'][number]
