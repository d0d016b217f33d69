import { expect, test } from 'vitest'
import {
  type HearingAccount,
  type MailAccount,
  usualHearingPorts,
  usualPorts,
} from '../../notebook/mail/account.ts'
import { doorDraftOf, withSecurity } from './door-draft.ts'
import { hearingDraftOf, hearingInputOf, isHearingWhole } from './hearing-draft.ts'

const account: HearingAccount = {
  host: 'imap.example.org',
  port: 993,
  security: 'tls',
  user: 'lucia',
  signIn: { kind: 'password' },
  folder: 'Answers',
}

const signIn = { kind: 'oauth2', clientId: 'us', tokenUrl: 'https://x.example/token' } as const

test('a mailbox that is kept is given again as it was, without a password', () => {
  const { signIn: _, ...same } = account
  expect(hearingInputOf(hearingDraftOf(account, null))).toEqual(same)
})

test('a first mailbox has the name and the way of the account letters go by, and none of its server', () => {
  const sending: MailAccount = {
    host: 'smtp.example.org',
    port: 465,
    security: 'starttls',
    user: 'lucia@example.org',
    signIn,
    name: 'Lucía',
    address: 'lucia@example.org',
    minutes: 5,
  }
  const draft = hearingDraftOf(null, sending)
  expect(draft).toMatchObject({ host: '', port: '993', security: 'tls', folder: 'INBOX' })
  expect(draft).toMatchObject({ user: 'lucia@example.org', way: 'oauth2', clientId: 'us' })
  expect(isHearingWhole(draft)).toBe(false)
  expect(isHearingWhole({ ...draft, host: 'imap.example.org' })).toBe(true)
})

test('a mailbox needs a server, a name, a port and a folder', () => {
  const draft = hearingDraftOf(account, null)
  expect(isHearingWhole(draft)).toBe(true)
  const lacking = [{ host: ' ' }, { user: '' }, { port: 'x' }, { folder: ' ' }] as const
  for (const lack of lacking) {
    expect([lack, isHearingWhole({ ...draft, ...lack })]).toEqual([lack, false])
  }
})

test('another encryption brings the usual port of its kind of server, and leaves one that was chosen', () => {
  const draft = doorDraftOf(account)
  expect(withSecurity(draft, 'starttls', usualHearingPorts).port).toBe('143')
  expect(withSecurity({ ...draft, port: '2525' }, 'starttls', usualHearingPorts).port).toBe('2525')
  expect(withSecurity({ ...draft, port: '465' }, 'starttls', usualPorts).port).toBe('587')
})
