import type { Day } from '../../kit/days.ts'

interface Start {
  readonly day: Day
  readonly clock: string | null
  readonly zone?: string | undefined
}

interface Planned {
  readonly state: string
  readonly start: Start | null
}

/** Those still to come after today, the soonest first: as many as a rail holds. */
export function agreedAhead<Row extends Planned>(
  rows: readonly Row[],
  today: Day,
  most = 4,
): readonly { readonly row: Row; readonly start: Start }[] {
  return rows
    .flatMap((row) => {
      const waits = row.state === 'scheduled' || row.state === 'confirmed'
      return waits && row.start !== null && row.start.day > today ? [{ row, start: row.start }] : []
    })
    .toSorted((one, other) => (keyOf(one.start) < keyOf(other.start) ? -1 : 1))
    .slice(0, most)
}

function keyOf({ day, clock }: Start): string {
  return `${day} ${clock ?? '24:00'}`
}
