import { type Picture, readPng, writePng } from './png.ts'

const most = 256
/** The grounds and inks of a page: they stay exactly as they are. */
const exact = 96

interface Share {
  readonly colour: number
  readonly count: number
}

/** The same picture in 256 colours, about half as heavy; of a page of text nobody sees the difference. */
export function lighterPicture(file: Buffer): Buffer {
  const picture = readPng(file)
  const shares = sharesIn(picture)
  const groups = [
    ...shares.slice(0, exact).map((share) => [share]),
    ...grouped(shares.slice(exact), most - exact),
  ]
  const place = new Map(groups.flatMap((group, at) => group.map(({ colour }) => [colour, at])))
  const indexes = Uint8Array.from(picture.pixels, (colour) => place.get(colour) ?? 0)
  return writePng(picture, groups.map(mean), indexes)
}

/** The colours there are, the most frequent first. */
function sharesIn({ pixels }: Picture): Share[] {
  const counts = new Map<number, number>()
  for (const colour of pixels) counts.set(colour, (counts.get(colour) ?? 0) + 1)
  return [...counts]
    .map(([colour, count]) => ({ colour, count }))
    .toSorted((one, other) => other.count - one.count || one.colour - other.colour)
}

/** Median cut (Heckbert, 1982): the group that is spread widest is parted in its middle, until there are enough. */
function grouped(shares: readonly Share[], wanted: number): Share[][] {
  const groups = shares.length === 0 ? [] : [[...shares]]
  while (groups.length < wanted) {
    const spreads = groups.map((group) => (group.length < 2 ? 0 : spreadOf(group).width))
    const widest = spreads.indexOf(Math.max(...spreads))
    const group = groups[widest]
    if (!group || group.length < 2) break
    const { shift } = spreadOf(group)
    group.sort((one, other) => channel(one.colour, shift) - channel(other.colour, shift))
    groups.push(group.splice(group.length >> 1))
  }
  return groups
}

const shifts = [16, 8, 0] as const

function channel(colour: number, shift: number): number {
  return (colour >> shift) & 0xff
}

/** How far the colours of a group lie apart, and in which channel the most. */
function spreadOf(group: readonly Share[]): { shift: number; width: number } {
  const spreads = shifts.map((shift) => {
    const values = group.map(({ colour }) => channel(colour, shift))
    return { shift, width: Math.max(...values) - Math.min(...values) }
  })
  return spreads.reduce((widest, one) => (one.width > widest.width ? one : widest))
}

function mean(group: readonly Share[]): number {
  const total = group.reduce((sum, { count }) => sum + count, 0)
  return shifts.reduce<number>((colour, shift) => {
    const sum = group.reduce((all, one) => all + channel(one.colour, shift) * one.count, 0)
    return colour | (Math.round(sum / total) << shift)
  }, 0)
}
