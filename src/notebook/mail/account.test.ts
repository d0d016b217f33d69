import { expect, test } from 'vitest'
import { checkHost, isMailAddress, type MailAccount, purposeOf } from './account.ts'

test.each(['ruth@archive.example', "o'hara+ink@a-b.example", 'x@localhost', 'a@bücher.example'])(
  '%s is one address that mail goes to',
  (text) => {
    expect(isMailAddress(text)).toBe(true)
  },
)

test.each([
  '',
  'ruth',
  '@archive.example',
  'ruth@',
  'ruth@archive.example, eve@evil.example',
  'ruth@archive.example\r\nBcc: eve@evil.example',
  'ruth@archive.example>',
  '<ruth@archive.example',
  '"ruth x"@archive.example',
  'ruth@archive.example\0',
  'ruth@arch ive.example',
  'ruth..x@archive.example',
  'ruth@-archive.example',
  'ruth@archive..example',
  `${'a'.repeat(250)}@archive.example`,
])('%j is no address that mail goes to', (text) => {
  expect(isMailAddress(text)).toBe(false)
})

test.each(['smtp.example.org', '127.0.0.1', '::1', 'bücher.example'])(
  '%s may be a server',
  (host) => {
    expect(() => checkHost(host)).not.toThrow()
  },
)

test.each(['smtp.example.org:25', 'smtp.example.org/x', 'a b', 'x\r\ny', 'user@host', ''])(
  '%j is no name of a server',
  (host) => {
    expect(() => checkHost(host)).toThrow('This is no name of a server')
  },
)

test('a secret belongs to one server, one port, one manner of encryption and one name', () => {
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
  const others = [{ host: 'x' }, { port: 25 }, { security: 'none' }, { user: 'x' }] as const
  const purposes = others.map((other) => purposeOf({ ...account, ...other }))
  expect(new Set([purposeOf(account), ...purposes]).size).toBe(5)
  const shownOtherwise: MailAccount = { ...account, name: 'L', minutes: 0 }
  expect(purposeOf(shownOtherwise)).toBe(purposeOf(account))
  expect(purposeOf(account, 'in')).not.toBe(purposeOf(account, 'out'))
})
