import { Problem } from '../../kit/problem.ts'

export const securities = ['tls', 'starttls', 'none'] as const
export type Security = (typeof securities)[number]

/** How the owner signs in: what is shown of it, which is never the secret. */
export type SignIn =
  | { readonly kind: 'password' }
  | { readonly kind: 'oauth2'; readonly tokenUrl: string; readonly clientId: string }

/** Where and as whom the owner signs in at a mail server. */
export interface MailDoor {
  readonly host: string
  readonly port: number
  readonly security: Security
  readonly user: string
  readonly signIn: SignIn
}

/** The owner's own mail account by which letters go, as it may be shown to anybody who may read the notebook. */
export interface MailAccount extends MailDoor {
  /** As who letters go: the owner's name and address. */
  readonly name: string
  readonly address: string
  /** For so many minutes a letter can be taken back; 0 to 30. */
  readonly minutes: number
}

/** The mailbox in which answers are heard. */
export interface HearingAccount extends MailDoor {
  readonly folder: string
}

/** By which of the two accounts: letters go `out`, and answers come `in`. */
export type MailPurpose = 'out' | 'in'

export const usualMinutes = 5
export const usualFolder = 'INBOX'
export const usualPorts: Readonly<Record<Security, number>> = { tls: 465, starttls: 587, none: 25 }
export const usualHearingPorts: Readonly<Record<Security, number>> = {
  tls: 993,
  starttls: 143,
  none: 143,
}

/**
 * What a secret is for. It is sealed with it, so that a password that was given for one server never goes to another:
 * who changes the server gives it again.
 */
export function purposeOf(
  { host, port, security, user, signIn }: MailDoor,
  purpose: MailPurpose = 'out',
): string {
  return JSON.stringify([protocols[purpose], host, port, security, user, signIn])
}

const protocols: Readonly<Record<MailPurpose, string>> = { out: 'smtp', in: 'imap' }

/** One address as mail knows it: nothing in it that ends a line, begins another address or quotes. */
export function isMailAddress(text: string): boolean {
  const at = text.lastIndexOf('@')
  const [local, domain] = [text.slice(0, at), text.slice(at + 1)]
  return (
    at > 0 &&
    text.length <= 254 &&
    /^[\w!#$%&'*+/=?^`{|}~-]+(?:\.[\w!#$%&'*+/=?^`{|}~-]+)*$/u.test(local) &&
    /^(?=.{1,253}$)[\p{L}\p{N}](?:[\p{L}\p{M}\p{N}-]*[\p{L}\p{M}\p{N}])?(?:\.[\p{L}\p{N}](?:[\p{L}\p{M}\p{N}-]*[\p{L}\p{M}\p{N}])?)*$/u.test(
      domain,
    )
  )
}

/** A server's name or address, and nothing besides: no path, no port, no sign that ends a line. */
export function checkHost(host: string): void {
  if (/^(?:[\p{L}\p{N}][\p{L}\p{M}\p{N}.-]{0,252}|[0-9a-f:]{2,39})$/iu.test(host)) return
  throw new Problem('mail.invalid', 'This is no name of a server', {
    safe: 'Nothing was changed.',
    mend: 'Write it as your mail provider does: smtp.example.org',
  })
}
