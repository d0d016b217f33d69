import { describe, expect, test } from 'vitest'
import { bounceInWords } from '../../craft/letters/bounce-words.ts'
import { readIncoming } from './incoming.ts'

function report(
  fields: readonly string[],
  back: readonly string[] = ['Message-ID: <one@example.org>'],
): string {
  return [
    'Return-Path: <>',
    'From: Mail Delivery System <MAILER-DAEMON@mx.example>',
    'Subject: Undelivered Mail Returned to Sender',
    'Content-Type: multipart/report; report-type=delivery-status; boundary="b"',
    'Auto-Submitted: auto-replied',
    '',
    '--b',
    'Content-Type: text/plain',
    '',
    'I am sorry to have to inform you.',
    '--b',
    'Content-Type: message/delivery-status',
    '',
    'Reporting-MTA: dns; mx.example',
    '',
    ...fields,
    '',
    '--b',
    'Content-Type: message/rfc822',
    '',
    ...back,
    'Subject: Ink',
    '',
    'Dear Ruth',
    '--b--',
    '',
  ].join('\r\n')
}

describe('a report of delivery', () => {
  test('names whom the letter did not reach, why, and which letter it was', async () => {
    const text = report([
      'Final-Recipient: rfc822; ruth@archive.example',
      'Action: failed',
      'Status: 5.1.1',
      'Diagnostic-Code: smtp; 550 5.1.1 <ruth@archive.example>:',
      ' Recipient address rejected',
    ])
    expect(await readIncoming(text)).toMatchObject({
      kind: 'bounce',
      answers: ['one@example.org'],
      bounce: {
        recipient: 'ruth@archive.example',
        status: '5.1.1',
        isFinal: true,
        says: '550 5.1.1 <ruth@archive.example>: Recipient address rejected',
        message: 'one@example.org',
      },
    })
  })

  test('that it is late is not that it did not arrive; that it arrived is no bounce', async () => {
    const late = report([
      'Final-Recipient: rfc822; r@x.example',
      'Action: delayed',
      'Status: 4.4.1',
    ])
    expect((await readIncoming(late)).bounce).toMatchObject({ isFinal: false, status: '4.4.1' })
    const there = report([
      'Final-Recipient: rfc822; r@x.example',
      'Action: delivered',
      'Status: 2.0.0',
    ])
    expect((await readIncoming(there)).bounce).toBeNull()
  })
})

function head(...more: readonly string[]): string {
  return ['From: MAILER-DAEMON@mx.example', 'Content-Type: text/plain', ...more].join('\r\n')
}

describe('a report that keeps to no standard', () => {
  const qmail = [
    'Hi. This is the qmail-send program at mx.example.',
    '',
    '<ruth@archive.example>:',
    '203.0.113.1 does not like recipient.',
    'Remote host said: 550 5.1.1 User unknown',
    '',
    '--- Below this line is a copy of the message.',
    '',
    'Message-ID: <one@example.org>',
  ].join('\r\n')
  const exim = [
    'A message that you sent could not be delivered to one or more of its recipients.',
    '',
    '  ruth@archive.example',
    '    SMTP error from remote mail server after RCPT TO: 552 mailbox full',
  ].join('\r\n')

  test('of qmail is read', async () => {
    const text = `${head('Subject: failure notice')}\r\n\r\n${qmail}`
    expect((await readIncoming(text)).bounce).toEqual({
      recipient: 'ruth@archive.example',
      status: '5.1.1',
      isFinal: true,
      says: 'Remote host said: 550 5.1.1 User unknown',
      message: 'one@example.org',
    })
  })

  test('of Exim and Gmail is read by whom it failed to reach', async () => {
    const text = `${head('Subject: Mail delivery failed: returning message to sender', 'X-Failed-Recipients: ruth@archive.example')}\r\n\r\n${exim}`
    expect((await readIncoming(text)).bounce).toMatchObject({
      recipient: 'ruth@archive.example',
      status: '5.0.0',
      isFinal: true,
    })
  })

  test('is not what a person writes about one', async () => {
    const text =
      'From: Ruth <ruth@archive.example>\r\nSubject: Returned mail\r\n\r\n550 pages came back.'
    expect((await readIncoming(text)).kind).toBe('answer')
  })
})

test.each([
  ['5.1.1', 'There is no such mailbox.'],
  ['5.2.2', 'The mailbox is full.'],
  ['5.7.26', 'Their mail server did not want it.'],
  ['4.4.7', 'Their mail server could not be reached.'],
  ['5.0.0', 'Their mail server gave it back.'],
  [null, 'Their mail server gave it back.'],
])('the status %s is said in words', (status, words) => {
  expect(bounceInWords(status)).toBe(words)
})
