import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'

/** Debian's packages in which the programs are that the tests of real mail need. */
const packages = { dovecot: 'dovecot-imapd', swaks: 'swaks', msmtp: 'msmtp' } as const
type MailProgram = keyof typeof packages

/** Where a program of another maker lies; servers lie beside what everybody may call. */
export function mailProgram(name: MailProgram): string | undefined {
  const folders = ['/usr/bin', '/usr/sbin', '/usr/local/bin', '/usr/local/sbin']
  return [...folders, ...(process.env['PATH'] ?? '').split(delimiter)]
    .map((folder) => join(folder, name))
    .find((path) => existsSync(path))
}

/** Dovecot alone is no server of mailboxes: its door for IMAP is a package of its own. */
function isThere(name: MailProgram): boolean {
  if (mailProgram(name) === undefined) return false
  const doors = ['/usr/lib/dovecot', '/usr/libexec/dovecot', '/usr/local/libexec/dovecot']
  return name !== 'dovecot' || doors.some((folder) => existsSync(join(folder, 'imap')))
}

/** The packages that have to be brought in before real mail is tested. */
export function missingMailPackages(): string[] {
  return (['dovecot', 'swaks', 'msmtp'] as const)
    .filter((name) => !isThere(name))
    .map((name) => packages[name])
}

/** Why no real mailbox can be read here, with the line to type; null where one can. */
export function whyNoMailboxes(): string | null {
  if (!isThere('dovecot')) return missing('No real mailbox is read', ['dovecot'])
  const version = spawnSync(mailProgram('dovecot')!, ['--version'], { encoding: 'utf8' }).stdout
  if (version.startsWith('2.3.')) return null
  return `No real mailbox is read: the tests set up Dovecot 2.3, and here is ${version.trim()}.`
}

/** Why no other program writes mail here, with the line to type; null where one can. */
export function whyNoMailClients(): string | null {
  const absent = (['swaks', 'msmtp'] as const).filter((name) => !isThere(name))
  return absent.length === 0 ? null : missing('No other program writes a mail', absent)
}

function missing(what: string, names: readonly MailProgram[]): string {
  const line = names.map((name) => packages[name]).join(' ')
  return `${what}, for there is no ${names.join(' and no ')} here: sudo apt-get install --no-install-recommends ${line}`
}
