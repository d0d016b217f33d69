import type { OwnerId } from '../../kit/ids.ts'
import { Problem } from '../../kit/problem.ts'
import type { Serving } from '../../platform/context.ts'
import type { Database } from '../../platform/database/database.ts'
import { reading } from '../../platform/transactions.ts'
import { type MailDoor, type MailPurpose, purposeOf, type SignIn } from './account.ts'
import type { KeptAccount } from './mail.store.ts'
import { type Given, secretText } from './secret.ts'

interface Sealing {
  readonly account: MailDoor
  readonly purpose: MailPurpose
  readonly kept: (db: Database, owner: OwnerId) => Promise<KeptAccount<MailDoor> | null>
}

export function signInOf({ refreshToken, clientId, tokenUrl }: Given): SignIn {
  if (clientId === undefined || tokenUrl === undefined) {
    if (refreshToken === undefined) return { kind: 'password' }
    throw new Problem('mail.invalid', 'A refresh token goes with a client id and a token URL', {
      safe: 'Nothing was changed.',
    })
  }
  return { kind: 'oauth2', clientId, tokenUrl }
}

/** What was given, sealed; or what is kept, where it was kept for the very same account. */
export async function sealedFor(
  { engine, caller }: Serving,
  { account, purpose, kept: keptOf }: Sealing,
  given: Given,
): Promise<Uint8Array> {
  const about = purposeOf(account, purpose)
  const text = secretText(given)
  if (text !== null) return engine.vault.seal(text, about)
  const kept = await reading(engine, caller, ({ db, owner }) => keptOf(db, owner))
  if (kept && purposeOf(kept.account, purpose) === about) return kept.sealed
  throw new Problem('mail.no-secret', 'This account needs its password once more', {
    safe: 'Nothing was changed.',
    mend: 'A password is kept for one server and one name alone, so that it never goes to another.',
  })
}
