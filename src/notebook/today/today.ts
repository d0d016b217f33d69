import type { IntroductionNext, IntroductionWhyFacts } from '../../craft/introductions/next.ts'
import type { TemplateCode } from '../../craft/letters/codes.ts'
import { addDays, type Day } from '../../kit/days.ts'
import type { ConversationId, IntroductionId, LineId, PersonId } from '../../kit/ids.ts'
import { compare } from '../../kit/order.ts'
import type { Conversation, FromThem } from '../conversations/conversation.ts'
import { byDay, type By, type Now } from '../conversations/moment.ts'
import type { NextStep, WhyFacts } from '../conversations/next-step.ts'
import type { Called } from '../introductions/why-words.ts'
import type { LeftToThank } from '../letters/left-to-thank.ts'
import { type DaySize, durationOf } from './day-size.ts'
import { type HeardFacts, whyHeard } from './heard.ts'
import { type LetterInTrouble, type MailFacts, whyInTrouble } from './mail-trouble.ts'
import { places, type TodayGroup, todayGroups, type TodayWhat } from './places.ts'

/** A conversation with its next step, as `nextStep` tells it. */
export interface Underway {
  readonly conversation: Conversation
  readonly next: NextStep
  /** A line they said that may be shown; never one off the record. */
  readonly quote: string | null
}

/** A promise from a line of the notes, not yet kept and not let rest. Those off the record do not come here. */
export interface OpenPromise {
  readonly line: LineId
  readonly conversation: ConversationId | null
  readonly person: PersonId | null
  readonly whose: 'mine' | 'theirs'
  readonly text: string
  readonly due: Day | null
}

/** An introduction with its next step, whom that is about, and how those who take part are called. */
export interface IntroductionUnderway {
  readonly id: IntroductionId
  readonly who: PersonId | null
  readonly called: Called
  readonly next: IntroductionNext
}

export interface TodayInput {
  readonly now: Now
  readonly underway: readonly Underway[]
  readonly promises: readonly OpenPromise[]
  readonly introductions: readonly IntroductionUnderway[]
  readonly letters: readonly LetterInTrouble[]
  readonly thanks: readonly LeftToThank[]
  readonly names: ReadonlyMap<PersonId, string>
}

type IntroductionFacts = {
  readonly [Code in keyof IntroductionWhyFacts]: IntroductionWhyFacts[Code] & Called
}

/** The facts of each reason: those of next steps, of introductions with who takes part, and the promises. */
export interface TodayFacts extends WhyFacts, HeardFacts, MailFacts, IntroductionFacts {
  readonly 'you-promised': { readonly text: string }
  readonly 'they-promised': { readonly text: string }
  /** Another at the same table was thanked. */
  readonly 'sat-there-too': { readonly thanked: string; readonly since: Day }
}

/** The reason of an item. Every language has a sentence for each code. */
export type TodayWhy<Code extends keyof TodayFacts = keyof TodayFacts> = {
  readonly [One in Code]: { readonly code: One; readonly values: TodayFacts[One] }
}[Code]

export interface TodayItem {
  readonly group: TodayGroup
  readonly what: TodayWhat
  readonly who: { readonly id: PersonId; readonly name: string } | null
  readonly why: TodayWhy
  readonly by: By | null
  readonly quote: string | null
  readonly conversation: ConversationId | null
  readonly line: LineId | null
  readonly introduction: IntroductionId | null
  /** The letter it is about, where it is about one that was told to go. */
  readonly template?: TemplateCode
}

export interface Today {
  readonly day: Day
  readonly size: DaySize
  readonly items: readonly TodayItem[]
  /** How many more wait without hurry; they come when there is room. */
  readonly asleep: number
}

/** What is at hand today is never cut; the rest is as much as a day holds, and more sleeps. */
const room: Readonly<Record<TodayGroup, number>> = {
  now: Infinity,
  thank: 5,
  promises: 5,
  waiting: 5,
  ahead: 3,
}

/** A promise of mine is shown two days before it is due, one of theirs on its day. */
const promiseAhead = 2

/** The day in order: what is at hand, thanks, promises, silence, and a little of what lies ahead. */
export function todayOf(input: TodayInput): Today {
  const all = [
    ...stepsOf(input),
    ...heardOf(input),
    ...lettersOf(input),
    ...thanksOf(input),
    ...introductionsOf(input),
    ...promisesOf(input),
  ].toSorted(bySoonest)
  const items = todayGroups.flatMap((group) =>
    all.filter((item) => item.group === group).slice(0, room[group]),
  )
  return {
    day: input.now.day,
    size: sizeOf(items, input.underway),
    items,
    asleep: all.length - items.length,
  }
}

function stepsOf({ underway, names }: TodayInput): readonly TodayItem[] {
  return underway.flatMap(({ conversation, next, quote }) => {
    const { what, why, by } = next
    if (what === 'wait' || what === 'nothing' || conversation.binnedOn !== null) return []
    const { group } = places[what]
    const who = next.who && { id: next.who, name: names.get(next.who) ?? '' }
    const about = { conversation: conversation.id, line: null, introduction: null }
    return { group, what, who, why, by, quote, ...about }
  })
}

function introductionsOf({ introductions, names }: TodayInput): readonly TodayItem[] {
  return introductions.flatMap(({ id, who, called, next: { what, why, by } }) => {
    if (what === 'wait' || what === 'nothing') return []
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- its facts, with who takes part
    const told = { code: why.code, values: { ...called, ...why.values } } as TodayWhy
    const { group } = places[what]
    return {
      group,
      what,
      who: who && { id: who, name: names.get(who) ?? '' },
      why: told,
      by: by && byDay(by),
      quote: null,
      conversation: null,
      line: null,
      introduction: id,
    }
  })
}

const heardAs: Partial<Readonly<Record<FromThem['what'], TodayWhat>>> = {
  forget: 'forget-asked',
  wrote: 'open-mail',
}

/** What they did on their page, or wrote, since you last looked. */
function heardOf({ underway, names, now }: TodayInput): readonly TodayItem[] {
  return underway.flatMap(({ conversation }) =>
    (conversation.fromThem ?? [])
      .filter(({ isSeen }) => !isSeen && conversation.binnedOn === null)
      .map((one): TodayItem => {
        const what = heardAs[one.what] ?? 'hear'
        const who = { id: one.person, name: names.get(one.person) ?? '' }
        const { group } = places[what]
        const why = whyHeard(one, now.zone)
        return {
          group,
          what,
          who,
          why,
          by: null,
          quote: null,
          conversation: conversation.id,
          line: null,
          introduction: null,
        }
      }),
  )
}

/** What the mail account could not do is the owner's to look at. */
function lettersOf({ letters, names }: TodayInput): readonly TodayItem[] {
  return letters.map((letter): TodayItem => {
    const { conversation, template, person } = letter
    const what = letter.state === 'unsure' ? 'look-sent' : 'send-again'
    const who = { id: person, name: names.get(person) ?? '' }
    const why = whyInTrouble(letter)
    const { group } = places[what]
    const about = { conversation, template, line: null, introduction: null }
    return { group, what, who, why, by: null, quote: null, ...about }
  })
}

/** The thanks of the first at a table moved the conversation on; the others who sat there are still to be thanked. */
function thanksOf({ thanks, underway, names }: TodayInput): readonly TodayItem[] {
  const steps = new Map(underway.map(({ conversation, next }) => [conversation.id, next.what]))
  return thanks
    .filter(({ conversation }) => steps.get(conversation) !== 'thank')
    .map(({ conversation, person, thanked, since }): TodayItem => {
      const what = 'thank-too'
      const who = { id: person, name: names.get(person) ?? '' }
      const values = { thanked: names.get(thanked) ?? '', since }
      const why = { code: 'sat-there-too', values } as const
      const { group } = places[what]
      const about = { conversation, line: null, introduction: null }
      return { group, what, who, why, by: null, quote: null, ...about }
    })
}

function promisesOf({ promises, now, names }: TodayInput): readonly TodayItem[] {
  return promises.flatMap(({ line, conversation, person, whose, text, due }) => {
    const from = due && (whose === 'mine' ? addDays(due, -promiseAhead) : due)
    if (from === null || from > now.day) return []
    const who = person && { id: person, name: names.get(person) ?? '' }
    const what = whose === 'mine' ? 'keep-promise' : 'recall-promise'
    const code = whose === 'mine' ? 'you-promised' : 'they-promised'
    const why = { code, values: { text } } as const
    const { group } = places[what]
    const about = { conversation, line, introduction: null }
    return { group, what, who, why, by: byDay(due ?? from), quote: null, ...about }
  })
}

const order = new Map(Object.keys(places).map((what, index) => [what, index]))

/** What has an hour comes first, by hour; what has none, in the order of the table, the oldest silence first. */
function keysOf({ by, what, why, who, conversation, introduction }: TodayItem): readonly string[] {
  return [
    by ? `${by.day} ${by.clock ?? '24:00'}` : '9999',
    String(order.get(what) ?? 0).padStart(2, '0'),
    'since' in why.values ? why.values.since : '',
    who?.name ?? '',
    conversation ?? introduction ?? '',
  ]
}

function bySoonest(one: TodayItem, other: TodayItem): number {
  const others = keysOf(other)
  return keysOf(one).reduce((sooner, key, index) => sooner || compare(key, others[index] ?? ''), 0)
}

function sizeOf(items: readonly TodayItem[], underway: readonly Underway[]): DaySize {
  const asked = new Map(underway.map(({ conversation }) => [conversation.id, conversation.minutes]))
  const minutes = items.map(({ what, conversation }) => {
    const talk = what === 'start' && conversation !== null ? asked.get(conversation) : undefined
    return talk ?? places[what].minutes
  })
  const conversations = items.filter(({ what }) => what === 'start').length
  const total = minutes.reduce((sum, one) => sum + one, 0)
  return {
    conversations,
    small: items.length - conversations,
    about: items.length === 0 ? null : durationOf(total),
  }
}
