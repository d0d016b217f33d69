import type { IntroductionClocks } from '../../craft/clocks.ts'
import { addDays, type Day } from '../../kit/days.ts'
import { id, type PersonId } from '../../kit/ids.ts'
import type { Handlers, Reading } from '../../platform/context.ts'
import { paceIn } from '../conversations/drawn.operations.ts'
import { restingConnectors } from '../introductions/resting.operations.ts'
import { needNoun } from '../nouns/nouns.operations.ts'
import { fieldKind } from '../nouns/nouns.store.ts'
import { needPerson } from '../people/people.operations.ts'
import { rowsByRecord } from '../people/people.store.ts'
import type { askingContract } from './asking.contract.ts'
import { askedFields } from './fields-asked.operations.ts'
import { askedLetters, withLetters } from './letters-asked.operations.ts'
import { hoursFor, monthPlan, ratesFrom } from './month.ts'
import { whomNext } from './whom-next.ts'
import { whomInWords } from './why-whom.ts'
import { worksInWords } from './works-words.ts'
import { worksFor } from './works.ts'

export const askingHandlers: Handlers<typeof askingContract> = {
  async whom({ limit }, ctx) {
    const { clocks } = await paceIn(ctx)
    const today = ctx.today()
    const connectors = await restingUntil(ctx, today, clocks.introduction)
    const fields = await askedFields(ctx, connectors)
    const restDays = clocks.outreach.reopenDays
    const next = whomNext(fields, { today, restDays, connectors }).slice(0, limit)
    const people = next.map(({ person }) => id('person', person.id))
    const rows = await rowsByRecord(ctx.db, ctx.owner, people)
    return {
      next: next.map((one) => ({
        ...one,
        person: { ...one.person, line: rows.get(id('person', one.person.id))?.line ?? '' },
        questions: [...one.questions],
        why: whomInWords(one, today),
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

  async works(_input, ctx) {
    const { asked } = await askedLetters(ctx)
    const works = worksFor(await withLetters(ctx, asked))
    return {
      letters: works.letters,
      all: works.all,
      groups: [...works.groups],
      differences: works.differences.map(({ shares: [more, less], ...one }) => ({
        ...one,
        shares: { more, less },
      })),
      says: [...worksInWords(works)],
    }
  },

  async month({ conversations }, ctx) {
    const { clocks } = await paceIn(ctx)
    const { asked, held } = await askedLetters(ctx)
    const [from, to] = monthOf(ctx.today())
    const rates = ratesFrom(asked, clocks.outreach.replyRatePlan)
    const plan = monthPlan(conversations, rates)
    const hours = hoursFor(plan.letters)
    const within = asked.filter(({ day }) => day >= from && day <= to)
    return {
      from,
      to,
      conversations,
      ...plan,
      rates,
      hours: hours && { ...hours },
      soFar: {
        letters: within.length,
        strangers: within.filter(({ path }) => path === 'stranger').length,
        answers: within.filter(({ answer }) => answer !== null).length,
        conversations: held.filter((day) => day >= from && day <= to).length,
      },
    }
  },
}

async function restingUntil(
  ctx: Reading,
  today: Day,
  clocks: IntroductionClocks,
): Promise<ReadonlyMap<PersonId, Day>> {
  const resting = await restingConnectors(ctx, today, clocks)
  return new Map([...resting].map(([person, { until }]) => [person, until]))
}

/** From the first to the last day of this month. */
function monthOf(today: Day): readonly [Day, Day] {
  const first = addDays(today, 1 - Number(today.slice(8)))
  const next = addDays(first, 31)
  return [first, addDays(next, -Number(next.slice(8)))]
}
