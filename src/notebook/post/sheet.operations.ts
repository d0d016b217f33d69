import { writeAppointment } from '../../formats/calendar/write.ts'
import { headText } from '../../kit/head-text.ts'
import type { PersonId } from '../../kit/ids.ts'
import { Problem } from '../../kit/problem.ts'
import type { Reading } from '../../platform/context.ts'
import { appointmentOf } from '../appointments/appointments.operations.ts'
import { type Going, isUnderWay } from '../letters/going.ts'
import { type OnDesk, onDesk, type Which } from '../letters/on-desk.operations.ts'
import { goingOf } from '../letters/outgoing.store.ts'
import type { MailAccount } from '../mail/account.ts'
import { notSet } from '../mail/mail.operations.ts'
import { mailAccount } from '../mail/mail.store.ts'
import { recipientOf, recipientsAmong, type Recipient } from './recipients.ts'

export interface Asked extends Which {
  readonly subject?: string | undefined
  readonly body?: string | undefined
  readonly to?: PersonId | undefined
}

/** A letter as it would go. */
export interface Sheet extends Pick<Going, 'subject' | 'body' | 'calendar'> {
  readonly account: MailAccount
  readonly desk: OnDesk
  readonly to: Recipient
  readonly others: readonly Recipient[]
}

/** Letters that the time agreed goes with, where one is. */
const withTime: ReadonlySet<string> = new Set(['schedule', 'confirm'])

/** The letter as it was told to go or lies on the desk, or with the words that were given; to whom it goes, and by which account. */
export async function sheetOf(
  ctx: Reading,
  { to, subject, body, ...which }: Asked,
  { may }: { readonly may: 'choose' | 'be told' },
): Promise<Sheet> {
  const kept = await mailAccount(ctx.db, ctx.owner)
  const { table } = await onDesk(ctx, which, { afresh: false, form: null })
  if (kept === null) throw notSet()
  const all = recipientsAmong(table)
  const wanted = to ?? (may === 'choose' ? all[0]?.person : undefined)
  const recipient = recipientOf(table, wanted)
  const theirs = { ...which, to: recipient.person }
  const desk = await onDesk(ctx, theirs, { afresh: false, form: null })
  const going = await goingOf(ctx.db, ctx.owner, desk.id)
  const lying = going && isUnderWay(going) ? going : desk
  return {
    account: kept.account,
    desk,
    to: recipient,
    others: all.filter(({ person }) => person !== recipient.person),
    subject: headText(subject ?? lying.subject),
    body: body ?? lying.body,
    calendar: withTime.has(which.template) ? await calendarOf(ctx, which, recipient) : null,
  }
}

/** The time agreed as a file; null while there is none. */
async function calendarOf(
  ctx: Reading,
  { conversation }: Which,
  { person }: Recipient,
): Promise<Going['calendar']> {
  try {
    const appointment = await appointmentOf(ctx, conversation, person)
    return { name: `conversation-${appointment.day}.ics`, text: writeAppointment(appointment) }
  } catch (error) {
    if (error instanceof Problem && error.code === 'appointment.not-agreed') return null
    throw error
  }
}
