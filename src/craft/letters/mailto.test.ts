import { expect, test } from 'vitest'
import { mailtoLink, safeMailtoLink } from './mailto.ts'

test('spaces, signs and letters of any script come through a mail link whole', () => {
  const link = mailtoLink(
    'ruth@example.org',
    'Dank & Gruß?',
    'Dear Ruth,\n\n50% + “more” = ¡gracias!',
  )
  expect(link).toBe(
    'mailto:ruth@example.org?subject=Dank%20%26%20Gru%C3%9F%3F&body=Dear%20Ruth%2C%0D%0A%0D%0A50%25%20%2B%20%E2%80%9Cmore%E2%80%9D%20%3D%20%C2%A1gracias!',
  )
  const url = new URL(link)
  expect(url.searchParams.get('body')).toBe('Dear Ruth,\r\n\r\n50% + “more” = ¡gracias!')
})

test('line breaks of every program become those of mail', () => {
  expect(mailtoLink('a@b.example', '', 'one\r\ntwo\rthree\nfour')).toContain(
    'one%0D%0Atwo%0D%0Athree%0D%0Afour',
  )
})

test('an address or a subject cannot smuggle in another reader', () => {
  const link = mailtoLink(
    'a@b.example?bcc=c@d.example',
    'Hello\r\nBcc: c@d.example',
    '&cc=c@d.example',
  )
  const url = new URL(link)
  expect([...url.searchParams.keys()]).toEqual(['subject', 'body'])
  expect(link).not.toMatch(/%0D|%0A/u)
})

test('a torn character does not stop the letter', () => {
  expect(mailtoLink('a@b.example', '', 'so \ud83d far')).toContain('so%20%EF%BF%BD%20far')
})

test('a letter that is too long for a link loses its text there, and nobody who is on it unseen', () => {
  expect(safeMailtoLink('eleni@b.example', 'Mud', 'short', 'ines@b.example')).toEqual({
    href: 'mailto:eleni@b.example?subject=Mud&bcc=ines@b.example&body=short',
    isLong: false,
  })
  const long = 'long '.repeat(600)
  expect(safeMailtoLink('eleni@b.example', 'Mud', long, 'ines@b.example')).toEqual({
    href: 'mailto:eleni@b.example?subject=Mud&bcc=ines@b.example&body=',
    isLong: true,
  })
})
