import type { MailDoor, Security } from '../../notebook/mail/account.ts'

/** How one signs in at a mail server, as it stands in a form, in texts; a secret is in it only while it is typed. */
export interface DoorDraft {
  readonly host: string
  readonly security: Security
  readonly port: string
  readonly user: string
  readonly way: 'password' | 'oauth2'
  readonly password: string
  readonly refreshToken: string
  readonly clientId: string
  readonly clientSecret: string
  readonly tokenUrl: string
}

type Ports = Readonly<Record<Security, number>>

export const noSecret = { password: '', refreshToken: '', clientSecret: '' } as const

export function emptyDoor(ports: Ports): DoorDraft {
  return {
    ...noSecret,
    host: '',
    security: 'tls',
    port: String(ports.tls),
    user: '',
    way: 'password',
    clientId: '',
    tokenUrl: '',
  }
}

export function doorDraftOf({ host, security, port, user, signIn }: MailDoor): DoorDraft {
  const { clientId, tokenUrl } = signIn.kind === 'oauth2' ? signIn : { clientId: '', tokenUrl: '' }
  return {
    ...noSecret,
    host,
    security,
    port: String(port),
    user,
    way: signIn.kind,
    clientId,
    tokenUrl,
  }
}

/** Another encryption has another usual port; one that was chosen by hand stays. */
export function withSecurity(
  draft: DoorDraft,
  security: Security,
  ports: Ports,
): Pick<DoorDraft, 'security' | 'port'> {
  const isUsual = draft.port === String(ports[draft.security])
  return { security, port: isUsual ? String(ports[security]) : draft.port }
}

/** Whether all stands there that a server asks for; the secret may be kept already. */
export function isDoorWhole({ host, user, port, way, clientId, tokenUrl }: DoorDraft): boolean {
  const needed = way === 'password' ? [host, user] : [host, user, clientId, tokenUrl]
  return needed.every((text) => text.trim() !== '') && /^\d{1,5}$/u.test(port.trim())
}

/** What `mail.set` and `mail.hear` both ask for. */
export function doorInputOf(draft: DoorDraft) {
  const { host, security, user, way, password, refreshToken, clientSecret } = draft
  const door = { host: host.trim(), port: Number(draft.port), security, user: user.trim() }
  if (way === 'password') return { ...door, ...(password === '' ? {} : { password }) }
  return {
    ...door,
    clientId: draft.clientId.trim(),
    tokenUrl: draft.tokenUrl.trim(),
    ...(refreshToken === '' ? {} : { refreshToken, clientSecret }),
  }
}
