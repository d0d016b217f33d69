import type { Engine } from '../../platform/context.ts'
import type { MailServer, Manner } from '../../platform/mail/smtp.ts'
import { type MailDoor, type MailPurpose, purposeOf, type SignIn } from './account.ts'
import { isShared, type KeptAccount } from './mail.store.ts'
import { secretIn } from './secret.ts'

/** The server to speak to, with its secret opened for this one time. Throws `vault.locked`. */
export async function serverOf(
  { vault }: Engine,
  { account, sealed }: KeptAccount<MailDoor>,
  purpose: MailPurpose = 'out',
): Promise<MailServer> {
  const { host, port, security, user, signIn } = account
  const secret = secretIn(await vault.open(sealed, purposeOf(account, purpose)))
  const ways =
    'password' in secret
      ? ({ kind: 'password', password: secret.password } as const)
      : ({ ...secret, ...oauthOf(signIn) } as const)
  return { host, port, security, user, secret: ways }
}

function oauthOf(signIn: SignIn) {
  if (signIn.kind === 'oauth2') return signIn
  throw new Error('A token was sealed for an account that signs in by password')
}

/**
 * Where several keep their notebooks, none of them may have this server speak to others in its own network, unless
 * whoever runs it says so. Alone on one's own server one may.
 */
export async function mannerOf({ store }: Engine): Promise<Manner> {
  const isAllowed = process.env['SOBREMESA_MAIL_INSIDE'] === '1'
  return { inside: isAllowed || !(await store.read(null, isShared)) }
}
