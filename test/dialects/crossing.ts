import { expect } from 'vitest'
import { file } from './contacts-files.ts'
import type { Loose, Notebook } from './notebook.ts'

const me = 'lucia@own.example'
/** Whose the calendars and mail of these tests are. */
export const own = { own: [me] }

export const mailOf = (value: string) => ({ channels: [{ kind: 'mail', value }] })

/** Every address and number of somebody, sorted. */
export const reachedAt = ({ channels }: Loose): string[] =>
  channels.map(({ value }: Loose) => value).toSorted()

/** Brings one file in; what is told of it. */
export async function bring({ ask }: Notebook, name: string, text: string, more: object = {}) {
  return (await ask('contacts.import', { files: [await file(name, text)], ...more })).files[0]
}

/** The ids of who is found under this name, sorted. */
export async function listed({ ask }: Notebook, name: string): Promise<string[]> {
  const { people } = await ask('people.find', { text: name })
  return people.map(({ id }: Loose) => id).toSorted()
}

export async function wholeOf({ text }: { text: AsyncIterable<string> }): Promise<Loose> {
  let whole = ''
  for await (const piece of text) whole += piece
  return JSON.parse(whole)
}

/** A message of an mbox: to somebody, or from them to the owner. */
export const letterTo = (to: string, day: string, subject?: string) =>
  letter(day, [me, to], subject)
export const letterFrom = (from: string, day: string, subject?: string) =>
  letter(day, [from, me], subject)

const letter = (day: string, [from, to]: readonly [string, string], subject = 'Hello') =>
  [
    `From ${from} ${day} 10:00:00 +0100`,
    `Date: ${day} 10:00:00 +0100`,
    `From: ${from}`,
    `To: ${to}`,
    `Subject: ${subject}`,
    `Message-ID: <${day.replaceAll(/\W/g, '')}${from}${to}@x>`,
    '',
    'words',
    '',
    '',
  ].join('\r\n')

/** A calendar with one event, at which these were. */
export const calendarWith = (day: string, ...others: readonly string[]) =>
  [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'BEGIN:VEVENT',
    `UID:${day}`,
    `DTSTART:${day}T090000Z`,
    'SUMMARY:Tea',
    `ATTENDEE:mailto:${me}`,
    ...others.map((one) => `ATTENDEE:mailto:${one}`),
    'END:VEVENT',
    'END:VCALENDAR',
    '',
  ].join('\r\n')

/** Documents, indexes and the queue are the same after everything derived is made anew. */
export async function expectTheSameRebuilt({ ask, derived, documents }: Notebook): Promise<void> {
  const before = [await documents(), await derived(), await ask('contacts.review')]
  await ask('notebook.rebuild')
  expect([await documents(), await derived(), await ask('contacts.review')]).toEqual(before)
}
