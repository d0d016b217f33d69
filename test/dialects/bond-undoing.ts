import { Problem } from '../../src/kit/problem.ts'
import type { Merged, Taken } from './bond-model.ts'
import type { BondWalk } from './bond-walk.ts'

/** The last merge, as long as nobody was parted or joined since. */
export async function undoMerge(walk: BondWalk): Promise<void> {
  const last = walk.merges.pop()
  if (!last?.change || !areOne(walk, last)) return
  if (await takeBack(walk, last.change, last)) walk.fallApart(last.parts)
}

/** The last parting, as long as its parts stand as they stood. */
export async function undoUnmerge(walk: BondWalk): Promise<void> {
  const last = walk.partings.pop()
  if (!last?.change || !areParts(walk, last)) return
  if (!(await takeBack(walk, last.change, last))) return
  joinAgain(walk, last)
  for (const { thing, among } of last.gave) {
    thing.among = new Set(among)
    thing.of = null
  }
}

/** What was taken back last is done again. */
export async function redo(walk: BondWalk): Promise<void> {
  const last = walk.takenBack.pop()
  if (!last?.change) return
  const { of } = last
  const isParting = 'gave' in of
  if (isParting ? !areOne(walk, of) : !areParts(walk, of)) return
  if (!(await undone(walk, last.change))) return
  if (isParting) {
    walk.fallApart(of.parts)
    for (const { thing, to } of of.gave) walk.decide(thing, to)
  } else {
    joinAgain(walk, of)
  }
}

async function takeBack(walk: BondWalk, id: string, of: Merged | Taken): Promise<boolean> {
  const change = await undone(walk, id)
  if (change === false) return false
  walk.takenBack.push({ change, of })
  return true
}

/** Later work may be in the way, which is said. */
async function undone(walk: BondWalk, id: string): Promise<string | null | false> {
  try {
    return (await walk.notebook.answer('changes.undo', { id })).change
  } catch (error) {
    if (!(error instanceof Problem)) throw error
    return false
  }
}

/** Who was removed for good meanwhile is not one with anybody again. */
function joinAgain(walk: BondWalk, { parts }: Merged): void {
  const [first, ...others] = parts.flatMap(([one]) =>
    one !== undefined && walk.model.people.includes(one) ? [one] : [],
  )
  if (first === undefined) return
  for (const one of others) walk.join(walk.group(first), walk.group(one))
}

function areOne(walk: BondWalk, { parts }: Merged): boolean {
  const whole = parts.flat()
  const group = walk.group(whole[0] ?? '')
  return group.size === whole.length && whole.every((one) => group.has(one))
}

function areParts(walk: BondWalk, { parts }: Merged): boolean {
  return parts.every((part) => areOne(walk, { change: null, parts: [part] }))
}
