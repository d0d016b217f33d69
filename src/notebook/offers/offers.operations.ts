import { type Busy, proposeSlots } from '../../craft/slots.ts'
import { addHours, clockIn, dayIn, hoursBetween, type Instant, instantAt } from '../../kit/days.ts'
import type { ConversationId } from '../../kit/ids.ts'
import { Problem } from '../../kit/problem.ts'
import type { Handlers, Reading } from '../../platform/context.ts'
import type { Life, Offer, OfferedTime } from '../conversations/conversation.ts'
import {
  conversationKind,
  conversationPage,
  livesOf,
} from '../conversations/conversations.store.ts'
import { needLife, showConversation } from '../conversations/drawn.operations.ts'
import { startOf } from '../conversations/life.ts'
import { momentOfStart } from '../conversations/moment.ts'
import { wakingConversations } from '../conversations/waking.store.ts'
import { settingsOf } from '../settings/settings.store.ts'
import { paceOf } from '../settings/settings.ts'
import type { offersContract } from './offers.contract.ts'

export const offersHandlers: Handlers<typeof offersContract> = {
  async times({ id, zone, count }, ctx) {
    const { conversation } = await needLife(ctx, id)
    const settings = await settingsOf(ctx.db, ctx.owner)
    const { clocks, holidays } = paceOf(settings)
    const own = settings.zone ?? ctx.zone
    const theirs = zone ?? (await zoneOf(ctx, id)) ?? own
    const { workingHours, wakingHours, ...offer } = clocks.meeting
    const slots = proposeSlots({
      now: ctx.now(),
      minutes: conversation.minutes,
      mine: own,
      theirs,
      working: workingHours,
      waking: wakingHours,
      holidays,
      busy: [...settings.busy, ...(await takenTimes(ctx, id, { offers: true }))],
      daysAhead: offer.offerAheadDays,
      withinDays: offer.offerWithinDays,
      count: count ?? offer.offerTimes,
    })
    return {
      zone: theirs,
      ownZone: own,
      times: slots.map(({ day, clock, instant }) => ({
        day,
        clock,
        at: instant,
        own: { day: dayIn(own, instant), clock: clockIn(own, instant) },
      })),
    }
  },

  async offer({ id, zone, times }, ctx) {
    const { conversation } = await needLife(ctx, id)
    const settings = await settingsOf(ctx.db, ctx.owner)
    const hangs = zone ?? settings.zone ?? ctx.zone
    needPossible(times, hangs, ctx.now())
    const offer: Offer | null =
      times.length === 0 ? null : { zone: hangs, times: inOrder(times), on: ctx.today() }
    await ctx.record.keep(conversationKind, id, { ...conversation, offer })
    return showConversation(ctx, id)
  },

  async seen({ id, page }, ctx) {
    const { conversation } = await needLife(ctx, id)
    const fromThem = conversation.fromThem?.map((one) =>
      page && one.what === 'wrote' ? one : { ...one, isSeen: true },
    )
    if (fromThem) await ctx.record.keep(conversationKind, id, { ...conversation, fromThem })
    return showConversation(ctx, id)
  },
}

/** A clock that a change of clocks skips is on no wall, and nobody can choose what is over. */
function needPossible(times: readonly OfferedTime[], zone: string, now: Instant): void {
  for (const { day, clock } of times) {
    const instant = instantAt(zone, day, clock)
    const isThere = dayIn(zone, instant) === day && clockIn(zone, instant) === clock
    if (isThere && hoursBetween(now, instant) > 0) continue
    const why = isThere ? 'is over' : `is on no clock in ${zone} that day`
    throw new Problem('offer.not-possible', `${day}, ${clock} ${why}`, {
      safe: 'What you offered before stands.',
      mend: 'Choose another time, or let some be found: sobremesa conversations times ID.',
    })
  }
}

function inOrder(times: readonly OfferedTime[]): OfferedTime[] {
  const keys = new Map(times.map((time) => [`${time.day} ${time.clock}`, time]))
  return [...keys.keys()].toSorted().flatMap((key) => keys.get(key) ?? [])
}

/** Where they were last: of what was offered or agreed in this conversation, else in the latest with somebody of it. */
async function zoneOf(ctx: Reading, id: ConversationId): Promise<string | null> {
  const life = await needLife(ctx, id)
  const [first] = life.conversation.people
  const before = first
    ? await conversationPage(
        ctx.db,
        ctx.owner,
        { person: first },
        { after: null, limit: lookedBack },
      )
    : []
  const lives = await livesOf(
    ctx.db,
    ctx.owner,
    before.map((one) => one.id),
  )
  return [life, ...lives].map(zoneIn).find((zone) => zone !== null) ?? null
}

const lookedBack = 10

function zoneIn({ conversation, steps }: Life): string | null {
  return conversation.offer?.zone ?? startOf({ conversation, steps })?.zone ?? null
}

/** More than anybody has agreed on at one time. */
const mostAgreed = 2000

/**
 * What is agreed on in other conversations, and with `offers` what others may still choose: it is offered to nobody
 * else, but whoever chooses first has it.
 */
export async function takenTimes(
  ctx: Reading,
  but: ConversationId,
  { offers }: { readonly offers: boolean },
): Promise<Busy[]> {
  const ids = await wakingConversations(ctx.db, ctx.owner, mostAgreed)
  const lives = await livesOf(
    ctx.db,
    ctx.owner,
    ids.filter((one) => one !== but),
  )
  return lives.flatMap((life) => {
    const { minutes, offer } = life.conversation
    const open = offers && offer ? offer.times.map((time) => ({ ...time, zone: offer.zone })) : []
    return [startOf(life), ...open].flatMap((start) => {
      const from = start && momentOfStart(start).instant
      return from ? [{ from, to: addHours(from, minutes / 60) }] : []
    })
  })
}
