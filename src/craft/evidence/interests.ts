/** The six kinds of interests of J. L. Holland, in the order of his hexagon. */
const interestLetters = 'RIASEC'

/** Six numbers, in the order of the letters: what somebody likes, or what an occupation tends to be. */
export type InterestProfile = readonly [number, number, number, number, number, number]

/**
 * How alike two profiles run, by Pearson's r, −1 to 1; null where one of them is level, for then nothing runs. With six
 * numbers .729 is past chance at 5 %. Interests are not abilities: it is never a verdict.
 */
export function alikeness(one: InterestProfile, other: InterestProfile): number | null {
  const ours = fromMean(one)
  const theirs = fromMean(other)
  const product = sum(ours.map((value, at) => value * (theirs[at] ?? 0)))
  const spread = Math.sqrt(sum(ours.map(square)) * sum(theirs.map(square)))
  return spread === 0 ? null : product / spread
}

/**
 * How alike two codes of three letters are: `3·m1 + 2·m2 + m3`, m being 3 less the steps between the letters along the
 * hexagon; 0 to 18. Throws RangeError for what is no such code.
 */
export function codeAlikeness(one: string, other: string): number {
  const [first, second] = [placesOf(one), placesOf(other)]
  return sum([3, 2, 1].map((weight, at) => weight * (3 - steps(first[at] ?? 0, second[at] ?? 0))))
}

/** The three letters of a profile that stand out, the strongest first; equal ones in the hexagon's order. */
export function codeOf(profile: InterestProfile): string {
  return Array.from(interestLetters)
    .map((letter, at) => ({ letter, value: profile[at] ?? 0 }))
    .toSorted((a, b) => b.value - a.value)
    .slice(0, 3)
    .map(({ letter }) => letter)
    .join('')
}

function placesOf(code: string): number[] {
  const places = Array.from(code, (letter) => interestLetters.indexOf(letter))
  if (places.length !== 3 || places.includes(-1)) throw new RangeError(`No code: ${code}`)
  return places
}

function steps(one: number, other: number): number {
  const apart = Math.abs(one - other)
  return Math.min(apart, interestLetters.length - apart)
}

function fromMean(values: readonly number[]): number[] {
  const mean = sum(values) / values.length
  return values.map((value) => value - mean)
}

const square = (value: number) => value ** 2
const sum = (values: readonly number[]) => values.reduce((so, value) => so + value, 0)
