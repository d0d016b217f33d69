import type { Day } from '../../kit/days.ts'
import type { CalendarRead, LostInCalendar } from './event.ts'
import { mostIdleSteps, mostInstancesOfAll } from './limits.ts'
import { type Plan, startOf, wallsIn } from './plan.ts'
import { countedOut, type Patience } from './repetition.ts'
import { addMinutes, keyOf, minutesBetween, type Wall } from './wall.ts'
import type { Zones } from './zones.ts'

/** Repeating events and the changed days of them, which may stand anywhere in a file. */
export interface Series {
  add(plan: Plan): void
  all(): Generator<CalendarRead>
}

interface Known {
  readonly masters: Plan[]
  readonly changes: Plan[]
}

export function seriesUntil(until: Day, zones: Zones): Series {
  const byUid = new Map<string, Known>()
  let without = 0
  return {
    add(plan) {
      const uid = plan.details.uid ?? `\0${(without += 1)}`
      const known = byUid.get(uid) ?? { masters: [], changes: [] }
      byUid.set(uid, known)
      if (plan.changes) known.changes.push(plan)
      else known.masters.push(plan)
    },
    *all() {
      let left = mostInstancesOfAll
      const patience = { left: mostIdleSteps }
      for (const { masters, changes } of byUid.values()) {
        const changed = changesOf(changes, masters[0] ?? null, zones)
        for (const master of masters) {
          for (const read of instancesOf(master, changed, { until, zones, most: left, patience })) {
            left = Math.max(0, left - 1)
            yield read
          }
        }
        for (const change of changed.values()) if (!change.isUsed) yield readOf(change)
      }
    },
  }
}

/** One day of a series as it is to be told. */
interface Changed {
  readonly plan: Plan
  readonly key: string
  /** The day, on the clock of the series, that this is the change of. */
  readonly from: Wall
  /** Whether all later days change with it. */
  readonly isForAll: boolean
  isUsed: boolean
}

function changesOf(
  plans: readonly Plan[],
  master: Plan | null,
  zones: Zones,
): ReadonlyMap<string, Changed> {
  const changed = new Map<string, Changed>()
  for (const plan of plans) {
    if (!plan.changes) continue
    const [wall] = wallsIn(plan.changes, (master ?? plan).zone, zones)
    const from = wall ?? plan.start
    // Some say only the day of a meeting that has a clock.
    const clock = from.clock ?? master?.start.clock ?? null
    const key = keyOf({ day: from.day, clock: master?.start.clock === null ? null : clock })
    const isForAll = plan.changes.parameters.some(
      ({ name, values }) => /^range$/i.test(name) && /^thisandfuture$/i.test(values[0] ?? ''),
    )
    changed.set(key, { plan, key, from: { day: from.day, clock }, isForAll, isUsed: false })
  }
  return changed
}

interface Counting {
  readonly until: Day
  readonly zones: Zones
  readonly most: number
  readonly patience: Patience
}

function* instancesOf(
  master: Plan,
  changed: ReadonlyMap<string, Changed>,
  counting: Counting,
): Generator<CalendarRead> {
  const { walls, lost } = countedOut(master, counting)
  let remarks: readonly LostInCalendar[] = [...master.lost, ...lost]
  let forAll: Changed | null = null
  for (const wall of walls) {
    const key = keyOf(wall)
    const own = changed.get(key)
    if (own) {
      own.isUsed = true
      if (own.isForAll) forAll = own
      yield readOf(own, remarks)
    } else {
      const [plan, at] = forAll ? [forAll.plan, shifted(wall, forAll)] : [master, wall]
      yield {
        kind: 'event',
        line: plan.line,
        lost: remarks,
        event: { ...plan.details, instance: key, start: startOf(at, plan.zone) },
      }
    }
    remarks = []
  }
}

function shifted(wall: Wall, { plan, from }: Changed): Wall {
  return addMinutes(wall, minutesBetween(from, plan.start))
}

function readOf(
  { plan, key }: Changed,
  remarks: readonly LostInCalendar[] = [],
): Extract<CalendarRead, { kind: 'event' }> {
  return {
    kind: 'event',
    line: plan.line,
    lost: [...remarks, ...plan.lost],
    event: { ...plan.details, instance: key, start: startOf(plan.start, plan.zone) },
  }
}
