import { expect, test } from 'vitest'
import type { MailAccount } from '../../notebook/mail/account.ts'
import { draftOf, inputOf, isMinutes, isWhole } from './mail-draft.ts'

const account: MailAccount = {
  host: 'smtp.example.org',
  port: 465,
  security: 'tls',
  user: 'lucia',
  signIn: { kind: 'password' },
  name: 'Lucía',
  address: 'lucia@example.org',
  minutes: 5,
}

test('an account that is kept is given again as it was, without a password', () => {
  const { signIn: _, ...same } = account
  expect(inputOf(draftOf(account, 'Somebody'))).toEqual(same)
})

test('a token goes with what renews it, and only where it was typed', () => {
  const signIn = { kind: 'oauth2', clientId: 'us', tokenUrl: 'https://x.example/token' } as const
  const draft = draftOf({ ...account, signIn }, '')
  expect(inputOf(draft)).toMatchObject({ clientId: 'us', tokenUrl: signIn.tokenUrl })
  expect(inputOf(draft)).not.toHaveProperty('refreshToken')
  expect(inputOf({ ...draft, refreshToken: 'r' })).toMatchObject({ refreshToken: 'r' })
})

test('a form is whole with a server, a name to sign in, one address and sensible numbers', () => {
  const draft = draftOf(account, '')
  expect(isWhole(draft)).toBe(true)
  const lacking = [
    { host: ' ' },
    { user: '' },
    { address: 'a@b.example, c@d.example' },
    { port: 'x' },
    { minutes: '31' },
    { way: 'oauth2' },
  ] as const
  for (const lack of lacking) expect([lack, isWhole({ ...draft, ...lack })]).toEqual([lack, false])
  expect(['0', '30', '31', '-1', ''].map(isMinutes)).toEqual([true, true, false, false, false])
})
