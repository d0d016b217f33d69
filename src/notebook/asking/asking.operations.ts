import { addDays, type Day } from '../../kit/days.ts'
import { id, type PersonId } from '../../kit/ids.ts'
import type { Handlers, Reading } from '../../platform/context.ts'
import type { Life } from '../conversations/conversation.ts'
import { livesOf, withHeads } from '../conversations/conversations.store.ts'
import { nowOf, paceIn } from '../conversations/drawn.operations.ts'
import { needNoun } from '../nouns/nouns.operations.ts'
import { fieldKind } from '../nouns/nouns.store.ts'
import { shownPeople } from '../people/groups.store.ts'
import { needPerson } from '../people/people.operations.ts'
import { rowsByRecord } from '../people/people.store.ts'
import { type Asking, askingsOf } from './asked.ts'
import type { askingContract } from './asking.contract.ts'
import { conversationsAndDays } from './asking.store.ts'
import { askedFields } from './fields-asked.operations.ts'
import { monthHours, monthPlan, ratesFrom } from './month.ts'
import { whomNext } from './whom-next.ts'
import { whomInWords } from './why-whom.ts'

export const askingHandlers: Handlers<typeof askingContract> = {
  async whom({ limit }, ctx) {
    const { clocks } = await paceIn(ctx)
    const fields = await askedFields(ctx)
    const next = whomNext(fields, ctx.today(), clocks.outreach.reopenDays).slice(0, limit)
    const people = next.map(({ person }) => id('person', person.id))
    const rows = await rowsByRecord(ctx.db, ctx.owner, people)
    return {
      next: next.map((one) => ({
        ...one,
        person: { ...one.person, line: rows.get(id('person', one.person.id))?.line ?? '' },
        questions: [...one.questions],
        why: whomInWords(one),
      })),
    }
  },

  async rest({ field: which, person, gap }, ctx) {
    const { clocks } = await paceIn(ctx)
    const { id: one } = await needPerson(ctx, person)
    const field = await needNoun(ctx, fieldKind, which)
    const since = addDays(ctx.today(), -clocks.outreach.reopenDays)
    const others = (field.rests ?? []).filter(
      (rest) => rest.on > since && !(rest.person === one && rest.gap === gap),
    )
    const rests = [...others, { gap, person: one, on: ctx.today() }]
    await ctx.record.keep(fieldKind, field.id, { ...field, rests })
    return { until: addDays(ctx.today(), clocks.outreach.reopenDays) }
  },

  async month({ conversations }, ctx) {
    const { clocks } = await paceIn(ctx)
    const { asked, held } = await letters(ctx)
    const [from, to] = monthOf(ctx.today())
    const rates = ratesFrom(asked, clocks.outreach.replyRatePlan)
    const within = asked.filter(({ day }) => day >= from && day <= to)
    return {
      from,
      to,
      conversations,
      ...monthPlan(conversations, rates),
      rates,
      hours: { ...monthHours },
      soFar: {
        letters: within.length,
        strangers: within.filter(({ stranger }) => stranger).length,
        answers: within.filter(({ answer }) => answer !== null).length,
        conversations: held.filter((day) => day >= from && day <= to).length,
      },
    }
  },
}

/** From the first to the last day of this month. */
function monthOf(today: Day): readonly [Day, Day] {
  const first = addDays(today, 1 - Number(today.slice(8)))
  const next = addDays(first, 31)
  return [first, addDays(next, -Number(next.slice(8)))]
}

interface Sent extends Asking {
  /** Nobody brought you together, and you had not spoken before. */
  readonly stranger: boolean
}

/** Every first letter there is, and the days on which one spoke. */
async function letters(
  ctx: Reading,
): Promise<{ readonly asked: readonly Sent[]; readonly held: readonly Day[] }> {
  const [now, pace] = [nowOf(ctx), await paceIn(ctx)]
  const rows = await conversationsAndDays(ctx.db, ctx.owner)
  const ids = rows.map((row) => row.id)
  const lives = await withHeads(ctx.db, ctx.owner, await livesOf(ctx.db, ctx.owner, ids))
  const days = new Map(rows.map((row) => [row.id, row.heldOn]))
  const people = await shownPeople(ctx.db, ctx.owner, [
    ...new Set(lives.flatMap(({ conversation }) => conversation.people)),
  ])
  const firstTalk = firstTalks(lives, days)
  const asked = lives.flatMap((life) => {
    const table = life.conversation.people
    const brought = table.some((who) => people.get(who)?.meeting.through)
    return askingsOf(life, now, pace).map((one) => {
      const known = table.some((who) => (firstTalk.get(who) ?? one.day) < one.day)
      return { ...one, stranger: !known && !brought }
    })
  })
  return { asked, held: rows.flatMap(({ heldOn }) => heldOn ?? []) }
}

/** The day on which one first spoke with each. */
function firstTalks(
  lives: readonly Life[],
  days: ReadonlyMap<string, Day | null>,
): ReadonlyMap<PersonId, Day> {
  const first = new Map<PersonId, Day>()
  for (const { conversation } of lives) {
    const day = days.get(conversation.id)
    if (!day) continue
    for (const who of conversation.people) {
      if (day < (first.get(who) ?? '9999')) first.set(who, day)
    }
  }
  return first
}
