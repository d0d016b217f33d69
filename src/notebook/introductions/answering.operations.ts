import { courseOf } from '../../craft/introductions/course.ts'
import {
  answered,
  introductionAnswers,
  type IntroductionStep,
  otherSide,
  type Side,
} from '../../craft/introductions/introduction.ts'
import { mayStep } from '../../craft/introductions/may-step.ts'
import { isOtherNamed, sideView } from '../../craft/introductions/views.ts'
import { addDays, type Day } from '../../kit/days.ts'
import type { Reading } from '../../platform/context.ts'
import { load } from '../../platform/database/things.ts'
import type { LinkPage } from '../links/answering.operations.ts'
import type { Link } from '../links/link.ts'
import { headsOf, shownPeople } from '../people/groups.store.ts'
import { nameOf } from '../people/person.ts'
import { settingsOf } from '../settings/settings.store.ts'
import { paceOf } from '../settings/settings.ts'
import { answerPage, type AnswerView } from './answer-page.ts'
import { inEnglish } from './answer-words.ts'
import { givenAway, wordsFor } from './discreet.ts'
import { introductionClocks } from './drawn.operations.ts'
import { type Introduction, peopleIn, type ReadOnPage } from './introduction.ts'
import { introductionKind } from './introductions.store.ts'

/** The page on which a side says yes, or a no that is kept nowhere. */
export function answerPageFor(side: Side): LinkPage {
  return {
    async look(ctx, link, asked) {
      const introduction = await groundOf(ctx, link, side)
      if (introduction === null) return null
      const view = await viewOf(ctx, introduction, side)
      const saidNo = asked.has('no') && view.view.is === 'asked'
      return { is: 'page', html: answerPage({ ...view, saidNo }, inEnglish) }
    },

    deedOf: (form) => (answerIn(form) === 'yes' ? 'links.answered' : null),

    async hear(ctx, link, form) {
      if (answerIn(form) !== 'no' || (await groundOf(ctx, link, side)) === null) return null
      return { is: 'leads-on', words: new URLSearchParams('no') }
    },

    async act(ctx, link) {
      const introduction = await groundOf(ctx, link, side)
      if (introduction === null) return null
      // Never before what was written down last, wherever that was.
      const on = latest([ctx.today(), ...introduction.steps.map((step) => step.on)])
      const clocks = await introductionClocks(ctx)
      // Who has the address was asked, also where the owner has not written that down yet.
      const isAsked = courseOf(introduction).asked[side] !== null
      const before: readonly IntroductionStep[] = isAsked
        ? introduction.steps
        : [...introduction.steps, { kind: 'asked', side, on }]
      if (mayStep({ ...introduction, steps: before }, { kind: 'yes', side, on }, clocks)) {
        const steps = answered(before, { side, answer: 'yes', on })
        await ctx.record.keep(introductionKind, introduction.id, { ...introduction, steps })
      }
      return { is: 'leads-on', words: new URLSearchParams('yes') }
    },
  }
}

function latest(days: readonly Day[]): Day {
  return days.reduce((one, other) => (other > one ? other : one))
}

function answerIn(form: URLSearchParams) {
  const said = form.get('answer')
  return introductionAnswers.find((one) => one === said) ?? null
}

/** Null where the introduction or the person is gone, or they are no longer that side of it: then nothing opens. */
async function groundOf(ctx: Reading, link: Link, side: Side): Promise<Introduction | null> {
  const introduction = await load(ctx.db, ctx.owner, introductionKind, link.thing)
  const person = introduction?.people[side]
  if (!introduction || introduction.me !== 'connector' || !person) return null
  const heads = await headsOf(ctx.db, ctx.owner, [person, link.person])
  if (heads.get(person) !== heads.get(link.person)) return null
  const shown = (await shownPeople(ctx.db, ctx.owner, [link.person])).get(link.person)
  return shown && !shown.binnedOn ? introduction : null
}

async function viewOf(
  ctx: Reading,
  introduction: Introduction,
  side: Side,
): Promise<Omit<AnswerView, 'saidNo'>> {
  const settings = await settingsOf(ctx.db, ctx.owner)
  const clocks = paceOf(settings).clocks.introduction
  const seen = sideView(introduction, side, ctx.today(), clocks)
  // Whoever has the address was asked.
  const until = addDays(ctx.today(), clocks.askExpiresDays)
  const view = seen.is === 'nothing' ? ({ is: 'asked', on: ctx.today(), until } as const) : seen
  return {
    owner: settings.name,
    view,
    ...(await discreetWords(ctx, introduction, side)),
    other: isOtherNamed(introduction, side, introduction)
      ? await nameOfOther(ctx, introduction, side)
      : null,
    minutes: introduction.minutes,
    until: view.is === 'asked' ? view.until : until,
  }
}

/** The owner's words for a side; those that name the other, whom it may not know yet, are left out. */
async function discreetWords(ctx: Reading, introduction: Introduction, side: Side) {
  const people = await shownPeople(ctx.db, ctx.owner, peopleIn(introduction))
  const away = givenAway(introduction, (party) => {
    const person = introduction.people[party]
    return person === null ? null : people.get(person)
  })
  const { line, reason, about } = wordsFor(introduction, side)
  const kept = (which: ReadOnPage, words: string) =>
    away.some((one) => one.side === side && one.words === which) ? '' : words
  return { line: kept('line', line), reason: kept('reason', reason), about: kept('about', about) }
}

async function nameOfOther(
  ctx: Reading,
  { people }: Introduction,
  side: Side,
): Promise<string | null> {
  const other = people[otherSide(side)]
  if (other === null) return null
  const person = (await shownPeople(ctx.db, ctx.owner, [other])).get(other)
  return person ? nameOf(person) : null
}
