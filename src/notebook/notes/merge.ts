import type { Line } from './align.ts'

/** A line that both sides changed, each in its own way; both stay until the owner chooses. */
export interface BothLines<Id extends string = string> {
  readonly id: Id
  readonly mine: string
  readonly theirs: string
}

export type MergedLine<Id extends string = string> = Line<Id> | BothLines<Id>

/**
 * Two versions of a note made from the same base, as one:
 * 1. A line changed on one side is as that side has it. Changed alike on both, it is one line; changed
 *    differently, both texts stand side by side under its id.
 * 2. A line taken away on one side is gone, unless the other side changed it: then the change stays.
 * 3. Lines that one side added stand behind the same line as there; where both added, theirs come first.
 * 4. If one side moved lines, its order holds; if both did, theirs.
 */
export function merge<Id extends string>(
  base: readonly Line<Id>[],
  mine: readonly Line<Id>[],
  theirs: readonly Line<Id>[],
): MergedLine<Id>[] {
  const before = byId(base)
  const sides: Sides<Id> = { before, mine: byId(mine), theirs: byId(theirs) }
  const theyMoved = !keepsOrder(theirs, base, before)
  const [trunk, other] = theyMoved ? [theirs, mine] : [mine, theirs]
  const woven = wovenAfter(trunk, other, sides)
  const merged: MergedLine<Id>[] = []
  let waiting = woven.get(null) ?? []
  for (const line of trunk) {
    const isTheirsAlone = theyMoved && !before.has(line.id) && !sides.mine.has(line.id)
    if (!isTheirsAlone) {
      merged.push(...waiting)
      waiting = []
    }
    const kept = mergedLine(line.id, sides)
    if (kept) merged.push(kept)
    waiting = [...waiting, ...(woven.get(line.id) ?? [])]
  }
  return [...merged, ...waiting]
}

interface Sides<Id extends string> {
  readonly before: ReadonlyMap<Id, string>
  readonly mine: ReadonlyMap<Id, string>
  readonly theirs: ReadonlyMap<Id, string>
}

function byId<Id extends string>(lines: readonly Line<Id>[]): Map<Id, string> {
  return new Map(lines.map((line) => [line.id, line.text]))
}

/** Whether the lines that were there before still follow each other as they did. */
function keepsOrder<Id extends string>(
  lines: readonly Line<Id>[],
  base: readonly Line<Id>[],
  before: ReadonlyMap<Id, string>,
): boolean {
  const place = new Map(base.map((line, index) => [line.id, index]))
  const places = lines.flatMap((line) => (before.has(line.id) ? [place.get(line.id) ?? 0] : []))
  return places.every((at, index) => index === 0 || at > (places[index - 1] ?? -1))
}

/** What a line comes to; null when it is taken away. */
function mergedLine<Id extends string>(
  id: Id,
  { before, mine, theirs }: Sides<Id>,
): MergedLine<Id> | null {
  const [was, here, there] = [before.get(id), mine.get(id), theirs.get(id)]
  if (here === undefined && there === undefined) return null
  if (here === undefined || there === undefined) return changedOrNull(id, was, here ?? there ?? '')
  if (here === there || there === was) return { id, text: here }
  return here === was ? { id, text: there } : { id, mine: here, theirs: there }
}

/** A line that stands on one side only: added or changed there, it stays. */
function changedOrNull<Id extends string>(
  id: Id,
  was: string | undefined,
  text: string,
): Line<Id> | null {
  return was === text ? null : { id, text }
}

/** The lines that only the other side has, by the line of the trunk that they follow there; null is the start. */
function wovenAfter<Id extends string>(
  trunk: readonly Line<Id>[],
  other: readonly Line<Id>[],
  sides: Sides<Id>,
): Map<Id | null, MergedLine<Id>[]> {
  const inTrunk = byId(trunk)
  const woven = new Map<Id | null, MergedLine<Id>[]>()
  let anchor: Id | null = null
  for (const line of other) {
    if (inTrunk.has(line.id)) {
      anchor = line.id
      continue
    }
    const kept = mergedLine(line.id, sides)
    if (!kept) continue
    const list = woven.get(anchor)
    if (list) list.push(kept)
    else woven.set(anchor, [kept])
  }
  return woven
}
