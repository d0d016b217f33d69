import type { Right } from '../../kit/contract.ts'
import type { AccountId, OwnerId } from '../../kit/ids.ts'

/** Somebody who is let in, and what they may do. */
export interface Visitor {
  readonly account: AccountId
  readonly owner: OwnerId
  readonly rights: ReadonlySet<Right>
  readonly device: string
  readonly listedAs: string
}

/** Who knows who may come in; given by the server. */
export interface Gatekeeper {
  /** Takes a one-time token and gives the secret of a cookie; null where it is used, too old or unknown. */
  signIn(token: string, device: string): Promise<string | null>
  byCookie(secret: string): Promise<Visitor | null>
  byKey(secret: string): Promise<Visitor | null>
}
