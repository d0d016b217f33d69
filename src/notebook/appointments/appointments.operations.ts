import { listInWords } from '../../craft/english.ts'
import { type Appointment, type Party, writeAppointment } from '../../formats/calendar/write.ts'
import type { SentFile } from '../../kit/contract.ts'
import type { ConversationId, PersonId } from '../../kit/ids.ts'
import { once } from '../../kit/once.ts'
import { Problem } from '../../kit/problem.ts'
import type { Handlers, Reading } from '../../platform/context.ts'
import type { Conversation } from '../conversations/conversation.ts'
import { withHeads } from '../conversations/conversations.store.ts'
import { needLife } from '../conversations/drawn.operations.ts'
import { mailOf } from '../letters/letter.ts'
import { shownPeople } from '../people/groups.store.ts'
import { nameOf } from '../people/person.ts'
import { settingsOf } from '../settings/settings.store.ts'
import { agreedOn } from './agreed-on.ts'
import type { appointmentsContract } from './appointments.contract.ts'
import { readReply } from './replies.operations.ts'

export const appointmentsHandlers: Handlers<typeof appointmentsContract> = {
  async appointment({ id }, ctx) {
    const appointment = await ctx.read((inside) => appointmentOf(inside, id))
    return {
      name: `conversation-${appointment.day}.ics`,
      mediaType: 'text/calendar; charset=utf-8',
      text: once(writeAppointment(appointment)),
    } satisfies SentFile
  },

  'read-reply': ({ text }, ctx) => readReply(ctx, text),
}

/**
 * It names who comes, when and where; nothing of the notebook besides. Made for one of those who come, it names nobody
 * of the others.
 */
export async function appointmentOf(
  ctx: Reading,
  id: ConversationId,
  forWhom: PersonId | null = null,
): Promise<Appointment> {
  const kept = await needLife(ctx, id)
  const [life = kept] = await withHeads(ctx.db, ctx.owner, [kept])
  const agreed = agreedOn(life)
  if (agreed === null) {
    throw new Problem('appointment.not-agreed', 'No time is agreed for this conversation yet.', {
      mend: 'Write the time down first: sobremesa conversations step ID scheduled --start …',
    })
  }
  const { name, addresses } = await settingsOf(ctx.db, ctx.owner)
  const found = await shownPeople(ctx.db, ctx.owner, life.conversation.people)
  const named = life.conversation.people.filter((one) => forWhom === null || one === forWhom)
  const people = named.flatMap((one) => found.get(one) ?? [])
  const [mail] = addresses
  return {
    uid: `${id}@sobremesa`,
    sequence: agreed.changes,
    isCancelled: agreed.isOff,
    stamp: ctx.now(),
    ...agreed.start,
    minutes: life.conversation.minutes,
    summary: listInWords([...people.map(nameOf), ...(name ? [name] : [])]) || 'A conversation',
    place: placeOf(life.conversation),
    words: null,
    organizer: mail ? { name, mail } : null,
    attendees: people.flatMap((person): Party[] => {
      const to = mailOf(person)
      return to ? [{ name: nameOf(person), mail: to }] : []
    }),
  }
}

export function placeOf({ place, medium }: Conversation): string | null {
  if (place) return place
  if (medium === 'call') return 'By phone'
  return medium === 'video' ? 'By video' : null
}
