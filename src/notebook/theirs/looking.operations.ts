import { writeAppointment } from '../../formats/calendar/write.ts'
import { isZone } from '../../kit/days.ts'
import { once } from '../../kit/once.ts'
import type { Reading } from '../../platform/context.ts'
import { agreedOn } from '../appointments/agreed-on.ts'
import { appointmentOf, placeOf } from '../appointments/appointments.operations.ts'
import { nowOf, paceIn } from '../conversations/drawn.operations.ts'
import { startOf, stateOf } from '../conversations/life.ts'
import { maySteps } from '../conversations/possible-steps.ts'
import type { AskedThere, LinkPage } from '../links/answering.operations.ts'
import type { Link } from '../links/link.ts'
import { actFor } from './acting.operations.ts'
import { type Ground, groundOf } from './ground.operations.ts'
import { keptAbout } from './kept.operations.ts'
import { deedIn } from './their-deed.ts'
import { type TheirView, theirPage } from './their-page.ts'
import { inEnglish, type Said, sayings } from './their-words.ts'

/** The page about a conversation, for one of those who sit at it. */
export const conversationPage: LinkPage = {
  async look(ctx, link, asked) {
    const ground = await groundOf(ctx, link)
    if (ground === null) return null
    if (asked.has('calendar')) return calendarFor(ctx, ground)
    return { is: 'page', html: theirPage(await viewOf(ctx, ground, link, asked), inEnglish) }
  },

  deedOf(form) {
    const deed = deedIn(form)
    return `links.${deed?.is ?? 'misunderstood'}`
  },

  async act(ctx, link, form) {
    const ground = await groundOf(ctx, link)
    if (ground === null) return null
    const deed = deedIn(form)
    return ledOn(deed ? await actFor(ctx, ground, link, deed) : 'not-understood', form)
  },
}

function ledOn(said: Said, form: AskedThere) {
  const zone = form.get('zone')
  const words = new URLSearchParams({ said, ...(zone === null ? {} : { zone }) })
  return { is: 'leads-on', words } as const
}

async function viewOf(
  ctx: Reading,
  { life, person, settings }: Ground,
  link: Link,
  asked: AskedThere,
): Promise<TheirView> {
  const { conversation } = life
  const agreed = agreedOn(life)
  const ownerZone = settings.zone ?? ctx.zone
  const wanted = asked.get('zone') ?? ''
  const theirs = conversation.offer?.zone ?? startOf(life)?.zone ?? ownerZone
  const may = maySteps(stateOf(life, nowOf(ctx), await paceIn(ctx)))
  return {
    owner: settings.name,
    said: sayings.find((one) => one === asked.get('said')) ?? null,
    agreed: agreed && { ...agreed, minutes: conversation.minutes, place: placeOf(conversation) },
    times: {
      ownerZone,
      zone: isZone(wanted) ? wanted : theirs,
      zones: Intl.supportedValuesOf('timeZone'),
      offer: conversation.offer ?? null,
      mayDecline: may.includes('replied-no'),
      now: ctx.now(),
    },
    kept: await keptAbout(ctx, person),
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
