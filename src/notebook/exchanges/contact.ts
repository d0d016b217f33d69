import type { CalendarEvent } from '../../formats/calendar/event.ts'
import type { Mail, MailAddress } from '../../formats/mail/mail.ts'
import { type Day, dayIn } from '../../kit/days.ts'
import type { Direction, ExchangeChannel } from './exchange.ts'

/** Somebody as a calendar or a message names them. */
export interface Named {
  readonly name: string | null
  readonly address: string
}

/** What one event or message tells: with whom the owner had to do on a day. */
export interface Contact {
  readonly with: readonly Named[]
  readonly day: Day
  readonly channel: ExchangeChannel
  readonly direction: Direction
  readonly subject: string | null
}

/** Where the owner was, by the clock of the file. */
export interface Around {
  readonly isOwn: (address: string) => boolean
  readonly zone: string
  readonly today: Day
}

/** Whoever is one of more than so many has not met the others, nor written to them. */
const mostTogether = 20

/** Null for what was not, is yet to come, or was for nobody or for everybody. */
export function contactOfEvent(event: CalendarEvent, around: Around): Contact | null {
  const { start } = event
  const day = start.kind === 'instant' ? dayIn(around.zone, start.instant) : start.day
  if (event.status === 'cancelled' || day > around.today) return null
  const everybody = [...event.attendees, ...(event.organizer ? [event.organizer] : [])]
  const people = everybody.filter((one) => one.kind === 'person' && one.answer !== 'no')
  const declined = everybody.some(
    (one) => one.answer === 'no' && one.mail !== null && around.isOwn(one.mail),
  )
  const others = distinct(
    people.flatMap(({ name, mail }) => (mail ? [{ name, address: mail }] : [])),
  ).filter(({ address }) => !around.isOwn(address))
  if (declined || others.length === 0 || others.length > mostTogether) return null
  return { with: others, day, channel: 'met', direction: 'both', subject: event.summary }
}

/** Who writes to the owner, or whom the owner writes to; others who read along had nothing to do with each other. */
export function contactOfMail(mail: Mail, around: Around): Contact | null {
  if (mail.sent === null || mail.isAutomatic) return null
  const isMine = mail.from.some(({ address }) => around.isOwn(address))
  const others = distinct(isMine ? [...mail.to, ...mail.cc] : mail.from).filter(
    ({ address }) => !around.isOwn(address),
  )
  if (others.length === 0 || others.length > mostTogether) return null
  const day = dayIn(around.zone, mail.sent)
  const direction = isMine ? 'out' : 'in'
  return { with: others, day, channel: 'mail', direction, subject: mail.subject }
}

function distinct(all: readonly MailAddress[]): Named[] {
  return [...new Map(all.map((one) => [one.address.toLowerCase(), one])).values()]
}

/** Most messages and meetings of somebody have one address in common: their own. */
export function mostFrequent(addresses: readonly (readonly string[])[]): string[] {
  const counts = new Map<string, number>()
  for (const all of addresses) {
    for (const one of new Set(all)) counts.set(one, (counts.get(one) ?? 0) + 1)
  }
  const [first, second] = [...counts].toSorted(([, one], [, other]) => other - one)
  const isAlone = first && first[1] > (second?.[1] ?? 0)
  return isAlone && first[1] > 1 && first[1] * 2 > addresses.length ? [first[0]] : []
}
