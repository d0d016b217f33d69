import ICAL from 'ical.js'
import type { Day } from '../../kit/days.ts'
import type { Property } from '../vcard/card.ts'
import type { LostInCalendar } from './event.ts'
import { lastYear, mostInstances, mostRules, mostSteps } from './limits.ts'
import type { Plan } from './plan.ts'
import { wallsIn } from './plan.ts'
import { keyOf, momentOf, type Wall, type Written } from './wall.ts'
import { timeOf, wallOfTime, type Zones } from './zones.ts'

export interface Counted {
  /** In the order of time, each once. */
  readonly walls: readonly Wall[]
  readonly lost: readonly LostInCalendar[]
}

interface Counting {
  readonly zones: Zones
  /** No day after this one. */
  readonly until: Day
  readonly most: number
  readonly patience: Patience
}

/** How many steps to nowhere a file may still ask for. */
export interface Patience {
  left: number
}

/** The days on which an event takes place: those of its rules and lists, without those that were left out. */
export function countedOut(plan: Plan, { zones, until, most, patience }: Counting): Counted {
  const lost: LostInCalendar[] = []
  const found = new Map<string, Wall>()
  const add = (wall: Wall) => found.set(keyOf(wall), wall)
  const enough = Math.min(most, mostInstances)
  const counting = { until, add, patience, isFull: () => found.size >= enough }
  for (const [at, rule] of plan.rules.entries()) {
    const reason = at < mostRules ? countRule(plan, rule, counting) : tooManyRules
    if (reason) lost.push({ line: rule.line, what: 'The repetition', reason })
    if (at === mostRules) break
  }
  if (plan.rules.length === 0 || found.size === 0) add(plan.start)
  for (const property of plan.added) {
    for (const wall of wallsIn(property, plan.zone, zones)) {
      if (wall === null) lost.push(unread(property))
      else if (wall.day <= until && found.size < enough)
        add({ ...wall, clock: clockLike(plan, wall) })
    }
  }
  const left = new Set(plan.left.flatMap((property) => leftOut(property, plan, zones)))
  const walls = [...found.values()].filter((wall) => !left.has(keyOf(wall)) && !left.has(wall.day))
  return { walls: walls.toSorted((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1)), lost }
}

const tooManyRules = `and what comes after it are more than the ${mostRules} rules that an event may have`

/** A day in a list of an event with a clock is that day, at that clock. */
function clockLike({ start }: Plan, wall: Wall): string | null {
  return start.clock === null ? null : (wall.clock ?? start.clock)
}

function leftOut(property: Property, plan: Plan, zones: Zones): string[] {
  return wallsIn(property, plan.zone, zones).flatMap((wall) => {
    if (wall === null) return []
    return [plan.start.clock === null ? wall.day : keyOf(wall)]
  })
}

function unread({ line, value }: Property): LostInCalendar {
  return { line, what: 'A day', reason: `is written "${value.slice(0, 40)}", which is none` }
}

interface RuleCounting {
  readonly until: Day
  readonly patience: Patience
  add(wall: Wall): void
  isFull(): boolean
}

/** Gives the reason, as the rest of a sentence, if the rule could not be followed. */
function countRule(plan: Plan, { value }: Property, counting: RuleCounting): string | null {
  try {
    const iterator = iteratorOf(plan, value, counting)
    if (typeof iterator === 'string') return iterator
    for (let time = iterator.next(); time; time = iterator.next()) {
      const wall = wallOfTime(time)
      if (wall.day > counting.until) return null
      if (counting.isFull())
        return `goes on for more than ${mostInstances} days; the first were taken`
      counting.add(wall)
      iterator.steps = 0
    }
    return null
  } catch (error) {
    if (error instanceof NoMoreDays) return null
    return `says "${value.slice(0, 60)}", which is no rule for it; its first day was taken`
  }
}

/** More often than once a day, it is an alarm or a machine. */
const frequencies = new Set(['DAILY', 'WEEKLY', 'MONTHLY', 'YEARLY'])
const mostValues = 400

function iteratorOf(
  plan: Plan,
  value: string,
  { until, patience }: RuleCounting,
): PatientIterator | string {
  // Some write the semicolons of a rule with backslashes, as in text.
  const parts = value.replaceAll('\\;', ';').split(';')
  const end = parts.find((part) => /^UNTIL=/i.test(part))
  const rule = ICAL.Recur.fromString(parts.filter((part) => part !== end).join(';'))
  if (!frequencies.has(rule.freq)) return 'goes by less than a day; its first moment was taken'
  if (value.split(',').length > mostValues) return 'has more parts than a rule may have'
  const last = timeOf({ day: until, clock: plan.start.clock === null ? null : '23:59' })
  rule.until = end === undefined ? last : earlier(last, endOf(end.slice(6), plan))
  if (timeOf(plan.start).compare(rule.until) > 0) throw new NoMoreDays()
  const iterator = new PatientIterator({ rule, dtstart: timeOf(plan.start) })
  iterator.patience = patience
  return iterator
}

type Time = InstanceType<typeof ICAL.Time>

function earlier(one: Time, other: Time): Time {
  return one.compare(other) < 0 ? one : other
}

/** On the clock of the event, though it is mostly written in UTC. */
function endOf(text: string, { start, zone }: Plan): Time {
  const moment = isFarOff(text) ? distant : momentOf(text)
  if (!moment) throw new Error('no day')
  const { day, isUtc } = moment
  if (start.clock === null) return timeOf({ day, clock: null })
  if (moment.clock === null) return timeOf({ day, clock: '23:59' })
  const isElsewhere = isUtc && zone !== null && zone.name !== 'UTC'
  return timeOf(isElsewhere ? zone.wallOf(`${day}T${moment.clock}:00.000Z`) : moment)
}

const distant: Written = { day: `${lastYear}-12-31`, clock: null, isUtc: false }

/** "Until the year 5000" is how some say that there is no end. */
function isFarOff(text: string): boolean {
  return /^\d{8}/.test(text) && Number(text.slice(0, 4)) > lastYear
}

class NoMoreDays extends Error {}

/**
 * ical.js looks for the next day of a rule until it finds one. A rule may have none ("every 31st, but
 * in February"), so the look is counted, and ends at the last day that anybody asked for.
 */
class PatientIterator extends ICAL.RecurIterator {
  steps = 0
  patience: Patience = { left: mostSteps }

  override check_contracting_rules(): boolean {
    this.steps += 1
    const until = this.rule.until
    if (this.steps > mostSteps || (until && this.last.compare(until) > 0)) throw new NoMoreDays()
    const isDay = super.check_contracting_rules()
    if (!isDay) this.patience.left -= 1
    if (this.patience.left < 0) throw new NoMoreDays()
    return isDay
  }
}
