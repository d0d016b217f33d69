import {
  isMailAddress,
  type MailAccount,
  type Security,
  usualMinutes,
  usualPorts,
} from '../../notebook/mail/account.ts'

/** The form as it stands, in texts; a secret is in it only while it is typed. */
export interface MailDraft {
  readonly name: string
  readonly address: string
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
  readonly minutes: string
}

const noSecret = { password: '', refreshToken: '', clientSecret: '' } as const

export function draftOf(account: MailAccount | null, name: string): MailDraft {
  if (account === null) {
    return {
      ...noSecret,
      name,
      address: '',
      host: '',
      security: 'tls',
      port: String(usualPorts.tls),
      user: '',
      way: 'password',
      clientId: '',
      tokenUrl: '',
      minutes: String(usualMinutes),
    }
  }
  const { signIn, port, minutes, ...rest } = account
  const token = signIn.kind === 'oauth2' ? signIn : { clientId: '', tokenUrl: '' }
  return {
    ...noSecret,
    ...rest,
    port: String(port),
    minutes: String(minutes),
    way: signIn.kind,
    clientId: token.clientId,
    tokenUrl: token.tokenUrl,
  }
}

/** Another encryption has another usual port; one that was chosen by hand stays. */
export function withSecurity(draft: MailDraft, security: Security): MailDraft {
  const isUsual = draft.port === String(usualPorts[draft.security])
  return { ...draft, security, port: isUsual ? String(usualPorts[security]) : draft.port }
}

export function isMinutes(text: string): boolean {
  return /^\d{1,2}$/u.test(text.trim()) && Number(text) <= 30
}

/** Whether all stands there that an account needs; the secret may be kept already. */
export function isWhole(draft: MailDraft): boolean {
  const { host, user, port, minutes, address, way, clientId, tokenUrl } = draft
  const isToken = clientId.trim() !== '' && tokenUrl.trim() !== ''
  return (
    [host, user].every((text) => text.trim() !== '') &&
    /^\d{1,5}$/u.test(port.trim()) &&
    isMinutes(minutes) &&
    isMailAddress(address.trim()) &&
    (way === 'password' || isToken)
  )
}

/** The input of `mail.set`. */
export function inputOf(draft: MailDraft) {
  const { host, security, user, name, address, way } = draft
  const account = {
    host: host.trim(),
    port: Number(draft.port),
    security,
    user: user.trim(),
    name: name.trim(),
    address: address.trim(),
    minutes: Number(draft.minutes),
  }
  if (way === 'password') {
    return { ...account, ...(draft.password === '' ? {} : { password: draft.password }) }
  }
  const { refreshToken, clientSecret } = draft
  return {
    ...account,
    clientId: draft.clientId.trim(),
    tokenUrl: draft.tokenUrl.trim(),
    ...(refreshToken === '' ? {} : { refreshToken, clientSecret }),
  }
}
