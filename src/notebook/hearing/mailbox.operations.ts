import { createHash } from 'node:crypto'
import type { HearingAccount } from '../mail/account.ts'
import type { KeptAccount } from '../mail/mail.store.ts'

/** Which folder of whom on which server. */
export function placeOf({ host, user, folder }: HearingAccount): string {
  return JSON.stringify([host, user, folder])
}

/**
 * What numbers of messages hold for: this folder, as long as its UIDVALIDITY is the same. Other folders may have the same
 * one, so it alone says nothing.
 */
export function boxIn(account: HearingAccount, uidValidity: string): string {
  const place = createHash('sha256').update(placeOf(account)).digest('base64url')
  return `${place.slice(0, 16)}.${uidValidity}`
}

/** An account as it was set, with its secret; set anew it has another mark, also with the same words. */
export function markOf({ account, sealed }: KeptAccount<HearingAccount>): string {
  return createHash('sha256').update(JSON.stringify(account)).update(sealed).digest('base64url')
}
