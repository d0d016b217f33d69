import type { PersonId } from '../../kit/ids.ts'
import type { Bond, Distinct, Parted, Same } from '../people/bond.ts'

/** What a bond says of all but these; null where it says nothing of anybody then. What it says of others stays. */
export function bondWithout(bond: Bond, gone: ReadonlySet<string>): Bond | null {
  if (bond.kind === 'distinct') return withoutSides(bond, gone)
  if (bond.kind === 'parted') return withoutParted(bond, gone)
  return withoutSame(bond, gone)
}

/** Who left them long ago still stands in what each held when they were merged. */
function withoutSame(bond: Same, gone: ReadonlySet<string>): Same | null {
  const people = bond.people.filter((one) => !gone.has(one))
  if (people.length < 2) return null
  const choices = Object.entries(bond.choices).filter(([, chosen]) => !gone.has(chosen))
  const stood: Same['stood'] = Object.fromEntries(
    Object.entries(bond.stood)
      .filter(([one]) => !gone.has(one))
      .map(([one, held]) => [one, withoutThings(held, gone)]),
  )
  return { ...bond, people, choices: Object.fromEntries(choices), stood }
}

/** Among what somebody held are people who were met through them. */
function withoutThings(
  held: Same['stood'][PersonId],
  gone: ReadonlySet<string>,
): Same['stood'][PersonId] {
  return { ...held, things: held.things.filter((one) => !speaksOf(one, gone)) }
}

function withoutSides(bond: Distinct, gone: ReadonlySet<string>): Distinct | null {
  const people = bond.people.filter((one) => !gone.has(one))
  const others = bond.others.filter((one) => !gone.has(one))
  return people.length && others.length ? { ...bond, people, others } : null
}

function withoutParted(bond: Parted, gone: ReadonlySet<string>): Parted | null {
  const people = bond.people.filter((one) => !gone.has(one))
  const undecided = bond.undecided.flatMap((one) => {
    if (gone.has(one.with) || speaksOf(one.id, gone)) return []
    const among = one.among?.filter((other) => !gone.has(other))
    return among === undefined ? [one] : among.length > 1 ? [{ ...one, among }] : []
  })
  return people.length > 1 ? { ...bond, people, undecided } : null
}

/** The id of a thing may be made of the ids of people. */
function speaksOf(thing: string, gone: ReadonlySet<string>): boolean {
  return [...gone].some((one) => thing.includes(one))
}
