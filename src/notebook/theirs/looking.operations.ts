import { writeAppointment } from '../../formats/calendar/write.ts'
import { once } from '../../kit/once.ts'
import type { Reading } from '../../platform/context.ts'
import { agreedOn } from '../appointments/agreed-on.ts'
import { appointmentOf, placeOf } from '../appointments/appointments.operations.ts'
import type { LinkPage } from '../links/answering.operations.ts'
import type { Link } from '../links/link.ts'
import { type Ground, groundOf } from './ground.operations.ts'
import { type TheirView, theirPage } from './their-page.ts'
import { inEnglish } from './their-words.ts'

/** The page about a conversation, for one of those who sit at it. */
export const conversationPage: LinkPage = {
  async look(ctx, link, asked) {
    const ground = await groundOf(ctx, link)
    if (ground === null) return null
    if (asked.has('calendar')) return calendarFor(ctx, ground)
    return { is: 'page', html: theirPage(viewOf(ctx, ground, link), inEnglish) }
  },

  /** There is nothing to do here beyond reading. */
  deedOf: () => null,
  act: async () => null,
}

function viewOf(ctx: Reading, { life, settings }: Ground, link: Link): TheirView {
  const agreed = agreedOn(life)
  const { minutes } = life.conversation
  const place = placeOf(life.conversation)
  return {
    owner: settings.name,
    ownerZone: settings.zone ?? ctx.zone,
    agreed: agreed && { ...agreed, minutes, place },
    expiresAt: link.expiresAt,
  }
}

/** Who else sits at the table is theirs to know: the file names the owner and them. */
async function calendarFor(ctx: Reading, { life, person }: Ground) {
  if (agreedOn(life) === null) return null
  const appointment = await appointmentOf(ctx, life.conversation.id, person.id)
  const file = {
    name: 'time.ics',
    mediaType: 'text/calendar; charset=utf-8',
    text: once(writeAppointment(appointment)),
  }
  return { is: 'file', file } as const
}
