import { writeAppointment } from '../../formats/calendar/write.ts'
import { isZone } from '../../kit/days.ts'
import type { PersonId } from '../../kit/ids.ts'
import { once } from '../../kit/once.ts'
import type { Reading } from '../../platform/context.ts'
import { agreedOn } from '../appointments/agreed-on.ts'
import { appointmentOf, placeOf } from '../appointments/appointments.operations.ts'
import type { Life, Step } from '../conversations/conversation.ts'
import { nowOf, paceIn } from '../conversations/drawn.operations.ts'
import { startOf, stateOf, type StateWord } from '../conversations/life.ts'
import { maySteps } from '../conversations/possible-steps.ts'
import type { AskedThere, LinkPage } from '../links/answering.operations.ts'
import type { Link } from '../links/link.ts'
import { actFor } from './acting.operations.ts'
import { type Ground, groundOf, sitsAlone } from './ground.operations.ts'
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
  const state = stateOf(life, nowOf(ctx), await paceIn(ctx))
  const saidNo = saidNoIn(life, person.id, state.is)
  return {
    owner: settings.name,
    said: sayings.find((one) => one === asked.get('said')) ?? null,
    agreed: agreed && { ...agreed, minutes: conversation.minutes, place: placeOf(conversation) },
    times: {
      ownerZone,
      zone: isZone(wanted) ? wanted : theirs,
      zones: Intl.supportedValuesOf('timeZone'),
      offer: conversation.offer ?? null,
      saidNo,
      mayDecline: !saidNo && maySteps(state).includes('replied-no'),
      now: ctx.now(),
    },
    kept: await keptAbout(ctx, person),
    expiresAt: link.expiresAt,
  }
}

/** Their own no, where several sit at the table; a time that was agreed or chosen since stands instead of it. */
function saidNoIn(life: Life, person: PersonId, is: StateWord): boolean {
  if (sitsAlone(life)) return is === 'replied-no' || is === 'thanked-no'
  const answers = (life.conversation.fromThem ?? []).filter(
    (one) => one.person === person && (one.what === 'chose' || one.what === 'declined'),
  )
  const last = answers.at(-1)
  const isAfter = ({ kind, at }: Step) => kind === 'scheduled' && last !== undefined && at > last.at
  return last?.what === 'declined' && !life.steps.some(isAfter)
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
