const longest = 64
const codesOfA = new Uint16Array(longest)
const codesOfB = new Uint16Array(longest)
const takenOfA = new Uint8Array(longest)
const takenOfB = new Uint8Array(longest)

/**
 * Jaro-Winkler similarity, 0 to 1 (Winkler 1990, prefix of four, weight 0.1). The same in both directions.
 * Only the first 64 letters are looked at, so that hostile text costs no more than a name.
 */
export function jaroWinkler(a: string, b: string): number {
  if (a === b) return a === '' ? 0 : 1
  const lengthOfA = spell(a, codesOfA)
  const lengthOfB = spell(b, codesOfB)
  if (lengthOfA === 0 || lengthOfB === 0) return 0
  const matches = markMatches(lengthOfA, lengthOfB)
  if (matches === 0) return 0
  const jaro =
    (matches / lengthOfA +
      matches / lengthOfB +
      (matches - transpositions(lengthOfA, lengthOfB)) / matches) /
    3
  let prefix = 0
  while (prefix < 4 && prefix < lengthOfA && codesOfA[prefix] === codesOfB[prefix]) {
    if (prefix >= lengthOfB) break
    prefix += 1
  }
  return jaro + prefix * 0.1 * (1 - jaro)
}

function spell(text: string, codes: Uint16Array): number {
  const length = Math.min(text.length, longest)
  for (let at = 0; at < length; at++) codes[at] = text.charCodeAt(at)
  return length
}

function markMatches(lengthOfA: number, lengthOfB: number): number {
  const reach = Math.max(0, (Math.max(lengthOfA, lengthOfB) >> 1) - 1)
  takenOfA.fill(0, 0, lengthOfA)
  takenOfB.fill(0, 0, lengthOfB)
  let matches = 0
  for (let at = 0; at < lengthOfA; at++) {
    const code = codesOfA[at]
    const last = Math.min(lengthOfB - 1, at + reach)
    for (let other = Math.max(0, at - reach); other <= last; other++) {
      if (takenOfB[other] === 1 || codesOfB[other] !== code) continue
      takenOfA[at] = 1
      takenOfB[other] = 1
      matches += 1
      break
    }
  }
  return matches
}

function transpositions(lengthOfA: number, lengthOfB: number): number {
  let other = 0
  let crossed = 0
  for (let at = 0; at < lengthOfA; at++) {
    if (takenOfA[at] === 0) continue
    while (other < lengthOfB && takenOfB[other] === 0) other += 1
    if (codesOfA[at] !== codesOfB[other]) crossed += 1
    other += 1
  }
  return crossed / 2
}

const rows = [0, 1, 2].map(() => new Uint8Array(longest + 1))

/**
 * How many slips of the pen lie between two texts: letters left out, put in, changed, or two neighbours swapped
 * (optimal string alignment). More than `most` is told as `most + 1`; what differs is looked at for 64 letters.
 */
export function slips(a: string, b: string, most: number): number {
  if (a === b) return 0
  const shorter = Math.min(a.length, b.length)
  if (Math.abs(a.length - b.length) > most) return most + 1
  let begin = 0
  while (begin < shorter && a.charCodeAt(begin) === b.charCodeAt(begin)) begin += 1
  let end = 0
  const [lastOfA, lastOfB] = [a.length - 1, b.length - 1]
  while (end < shorter - begin && a.charCodeAt(lastOfA - end) === b.charCodeAt(lastOfB - end)) {
    end += 1
  }
  const [restOfA, restOfB] = [a.length - begin - end, b.length - begin - end]
  if (most === 1 && Math.max(restOfA, restOfB) > 2) return 2
  return slipsBetween(a.slice(begin, begin + restOfA), b.slice(begin, begin + restOfB), most)
}

function slipsBetween(a: string, b: string, most: number): number {
  const lengthOfA = spell(a, codesOfA)
  const lengthOfB = spell(b, codesOfB)
  if (Math.abs(lengthOfA - lengthOfB) > most) return most + 1
  let [beforeLast, last, row] = [rows[0]!, rows[1]!, rows[2]!]
  for (let at = 0; at <= lengthOfB; at++) last[at] = at
  for (let at = 1; at <= lengthOfA; at++) {
    row[0] = at
    const least = fillRow(at, lengthOfB, { row, last, beforeLast })
    if (least > most) return most + 1
    ;[beforeLast, last, row] = [last, row, beforeLast]
  }
  return Math.min(last[lengthOfB]!, most + 1)
}

interface Rows {
  readonly row: Uint8Array
  readonly last: Uint8Array
  readonly beforeLast: Uint8Array
}

function fillRow(at: number, lengthOfB: number, { row, last, beforeLast }: Rows): number {
  const code = codesOfA[at - 1]
  let least = at
  for (let other = 1; other <= lengthOfB; other++) {
    const same = code === codesOfB[other - 1]
    let cost = Math.min(last[other]! + 1, row[other - 1]! + 1, last[other - 1]! + (same ? 0 : 1))
    if (
      at > 1 &&
      other > 1 &&
      code === codesOfB[other - 2] &&
      codesOfA[at - 2] === codesOfB[other - 1]
    ) {
      cost = Math.min(cost, beforeLast[other - 2]! + 1)
    }
    row[other] = cost
    if (cost < least) least = cost
  }
  return least
}
