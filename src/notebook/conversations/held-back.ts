import { addBusinessDays } from '../../craft/business-days.ts'
import type { Day } from '../../kit/days.ts'
import type { ConversationId, PersonId } from '../../kit/ids.ts'
import type { Pace, State } from './life.ts'
import { byDay, type Now } from './moment.ts'
import type { NextStep, NextWhat } from './next-step.ts'

/** Whom a conversation is with, and where they work now: each house by its id, with its name. */
export interface AtTable {
  readonly conversation: ConversationId
  readonly people: readonly PersonId[]
  readonly houses: ReadonlyMap<string, string>
}

/** Another conversation in which a letter went unanswered so far. */
export interface OpenAsk extends AtTable {
  readonly state: State
}

/** Somebody at the house of those who are silent, whom no letter waits for. */
export interface SecondPerson {
  readonly house: string
  /** Null where nobody else there is known. */
  readonly name: string | null
}

export interface Around {
  readonly mine: AtTable
  readonly asks: readonly OpenAsk[]
  readonly second: SecondPerson | null
}

/** What leads to a first letter. Whoever rests because of silence has two letters behind them. */
const towardsALetter: ReadonlySet<NextWhat> = new Set(['research', 'draft', 'send', 'reopen'])

export function looksAround({ what }: NextStep): boolean {
  return what === 'widen' || towardsALetter.has(what)
}

/** Is a letter out there for which an answer may still come? */
export function awaitsAnswer(state: State): state is Waiting {
  const { is } = state
  return is === 'sent' || is === 'widen-due' || is === 'nudge-due' || is === 'nudged'
}

type Waiting = State<'sent' | 'widen-due' | 'nudge-due' | 'nudged'>

/** A season of rest after silence holds for the person, in whichever conversation they were silent. */
function restsInSilence(state: State): state is State<'resting'> {
  return state.is === 'resting' && state.unanswered > 0 && !state.ripe
}

/**
 * The next step as other conversations allow it: nobody is written to twice at once, two letters left unanswered
 * are enough for a season, and so are two open letters for a house.
 */
export function nextAmongOthers(next: NextStep, around: Around, now: Now, pace: Pace): NextStep {
  if (next.what === 'widen') return widening(next, around, pace)
  if (!towardsALetter.has(next.what)) return next
  return samePerson(next, around, now, pace) ?? fullHouse(next, around, now, pace) ?? next
}

/** The first of these people who has not answered a letter of another conversation, and is left in peace so far. */
export function silentElsewhere({ conversation, people }: AtTable, asks: readonly OpenAsk[]) {
  const silent = asks.filter(
    (ask) =>
      ask.conversation !== conversation && (awaitsAnswer(ask.state) || restsInSilence(ask.state)),
  )
  return people.find((one) => silent.some((ask) => ask.people.includes(one))) ?? null
}

/** At a table of several it is said of the one who is silent, not of all. */
export function isAboutOne({ why }: NextStep): boolean {
  return why.code === 'letter-elsewhere' || why.code === 'rests-elsewhere'
}

function samePerson(next: NextStep, { mine, asks }: Around, now: Now, pace: Pace): NextStep | null {
  const theirs = asks.flatMap(({ conversation, people, state }) => {
    const who = mine.people.find((one) => people.includes(one))
    return who && conversation !== mine.conversation ? [{ who, state }] : []
  })
  for (const { who, state } of theirs) {
    if (!awaitsAnswer(state)) continue
    const why = { code: 'letter-elsewhere', values: { since: state.since } } as const
    return { ...next, what: 'wait', why, by: byDay(restsOn(state, now, pace)), who }
  }
  const rests = theirs.flatMap(({ who, state }) =>
    restsInSilence(state) ? [{ who, until: state.ripeOn }] : [],
  )
  const [last] = rests.toSorted((one, other) => (one.until < other.until ? 1 : -1))
  if (!last) return null
  const { who, until } = last
  const why = { code: 'rests-elsewhere', values: { until } } as const
  return { ...next, what: 'wait', why, by: byDay(until), who }
}

function fullHouse(next: NextStep, { mine, asks }: Around, now: Now, pace: Pace): NextStep | null {
  const found = crowded(mine, asks, pace)
  if (found === null) return null
  const { house, there } = found
  const [first] = there.map((state) => restsOn(state, now, pace)).toSorted()
  const why = { code: 'house-full', values: { letters: there.length, house } } as const
  return { ...next, what: 'wait', why, by: first ? byDay(first) : null }
}

/** The first of one's houses in which as many letters wait as the owner's clocks allow. */
export function crowded(
  mine: AtTable,
  asks: readonly OpenAsk[],
  { clocks }: Pace,
): { readonly house: string; readonly there: readonly Waiting[] } | null {
  const others = asks.filter(({ conversation }) => conversation !== mine.conversation)
  for (const [key, house] of mine.houses) {
    const there = others.flatMap(({ houses, state }) =>
      houses.has(key) && awaitsAnswer(state) ? [state] : [],
    )
    if (there.length >= clocks.outreach.maxOpenPerOrganisation) return { house, there }
  }
  return null
}

/** A second person at the same place; elsewhere, where the letters that wait there are enough with this one. */
function widening(next: NextStep, { mine, asks, second }: Around, pace: Pace): NextStep {
  if (next.why.code !== 'silent-widen') return next
  const [key, house] = [...mine.houses][0] ?? []
  if (key === undefined || house === undefined) return next
  const waiting = asks.filter((ask) => awaitsAnswer(ask.state) && ask.houses.has(key)).length
  const { days, since } = next.why.values
  if (waiting >= pace.clocks.outreach.maxOpenPerOrganisation) {
    return { ...next, why: { code: 'silent-widen-elsewhere', values: { days, since, house } } }
  }
  const known = second?.house === house && second.name !== null ? second.name : null
  return {
    ...next,
    why:
      known === null
        ? { code: 'silent-widen-there', values: { days, since, house } }
        : { code: 'silent-widen-to', values: { days, since, house, second: known } },
  }
}

/** The first day on which it rests by itself, if they say nothing and the nudge goes in its time. */
function restsOn(state: Waiting, now: Now, { clocks, holidays }: Pace): Day {
  if (state.is === 'nudged') return state.restOn
  const nudge = state.nudgeOn > now.day ? state.nudgeOn : now.day
  return addBusinessDays(nudge, clocks.outreach.restAfterNudge, holidays)
}
