import type { NameWord, PersonName } from './person-name.ts'
import { jaroWinkler } from './similarity.ts'

export const givenLevels = [
  'same',
  'part',
  'nickname',
  'initial',
  'close',
  'alike',
  'swapped',
  'other',
] as const
export type GivenLevel = (typeof givenLevels)[number]

export const familyLevels = ['same', 'part', 'close', 'alike', 'elsewhere', 'other'] as const
export type FamilyLevel = (typeof familyLevels)[number]

export const restLevels = ['same', 'part', 'other'] as const
export type RestLevel = (typeof restLevels)[number]

/** Similarity from which two words are one word with a slip, or alike (measured on names with typing mistakes). */
const close = 0.92
const alike = 0.82

/** How the given names agree; null where one side has none. Reads no family name but to see whether the two stand swapped. */
export function compareGiven(a: PersonName, b: PersonName): GivenLevel | null {
  const direct = givenWords(a, b)
  if (direct !== null && direct !== 'other' && direct !== 'alike') return direct
  if (swapped(a, b)) return 'swapped'
  return direct
}

function givenWords(a: PersonName, b: PersonName): GivenLevel | null {
  if (!hasGiven(a) || !hasGiven(b)) return null
  if (a.generation && b.generation && a.generation !== b.generation) return 'other'
  if (a.givenText === b.givenText && a.givenText !== '') return 'same'
  return firstWords(a, b)
}

function firstWords(a: PersonName, b: PersonName): GivenLevel {
  const [firstOfA, firstOfB] = [a.given[0], b.given[0]]
  if (!firstOfA || !firstOfB) return nicknames(a, b) ? 'nickname' : 'other'
  if (firstOfA.text === firstOfB.text && firstOfA.text.length > 1) return middles(a, b)
  return nicknames(a, b) ? 'nickname' : differentFirst(a, b)
}

function differentFirst(a: PersonName, b: PersonName): GivenLevel {
  if (oneInitial(a.given[0]!, b.given[0]!)) return 'initial'
  return laterGiven(a, b) ? 'part' : spelling(a, b)
}

function hasGiven(name: PersonName): boolean {
  return name.given.length > 0 || name.also.length > 0
}

/** "Annmarie" and "Ann Marie", "Micheal" and "Michael"; but "Mario" and "Maria" are two names, not one with a slip. */
function spelling(a: PersonName, b: PersonName): GivenLevel {
  if (closedUp(a.givenText) === closedUp(b.givenText)) return 'close'
  const [firstOfA, firstOfB] = [a.given[0]!, b.given[0]!]
  if (oneUmlaut(firstOfA.text, firstOfB.text)) return 'nickname'
  if (firstOfA.groups.length > 0 && firstOfB.groups.length > 0) return 'other'
  const first = jaroWinkler(firstOfA.text, firstOfB.text)
  const single = a.given.length === 1 && b.given.length === 1
  const similar = single ? first : Math.max(jaroWinkler(a.givenText, b.givenText), first)
  if (similar >= close) return 'close'
  return similar >= alike ? 'alike' : 'other'
}

function closedUp(text: string): string {
  return text.includes(' ') ? text.replaceAll(' ', '') : text
}

/** "Müller" is Muller in plain letters, and Mueller where somebody typed it on another keyboard. */
function oneUmlaut(a: string, b: string): boolean {
  // Most pairs are strangers: the first letter, which stays, tells them apart at once.
  if (a.length === b.length || a.charCodeAt(0) !== b.charCodeAt(0)) return false
  return a.replace(/([aou])e/g, '$1') === b.replace(/([aou])e/g, '$1')
}

/** "Maria Jose" and "Maria Teresa" are two people; "Maria J." and "Maria" may be one. */
function middles(a: PersonName, b: PersonName): GivenLevel {
  const [secondOfA, secondOfB] = [a.given[1], b.given[1]]
  if (!secondOfA || !secondOfB || oneInitial(secondOfA, secondOfB)) return 'part'
  return jaroWinkler(secondOfA.text, secondOfB.text) >= alike ? 'part' : 'alike'
}

/** The second name of one is what the other is called by: "Hans Peter" and "Peter". */
function laterGiven(a: PersonName, b: PersonName): boolean {
  return calledBy(a, b) || calledBy(b, a)
}

function calledBy(long: PersonName, short: PersonName): boolean {
  const [only] = short.given
  return (
    short.given.length === 1 &&
    only !== undefined &&
    only.text.length > 2 &&
    long.given.slice(1).some((word) => word.text === only.text)
  )
}

function nicknames(a: PersonName, b: PersonName): boolean {
  const [firstOfA, firstOfB] = [a.given[0], b.given[0]]
  if (firstOfA && firstOfB && oneName(firstOfA, firstOfB)) return true
  return goesBy(a, b) || goesBy(b, a)
}

function goesBy(a: PersonName, b: PersonName): boolean {
  const [first] = b.given
  return a.also.some(
    (word) =>
      (first !== undefined && (word.text === first.text || oneName(word, first))) ||
      b.also.some((other) => other.text === word.text),
  )
}

function oneName(a: NameWord, b: NameWord): boolean {
  return a.groups.some((group) => b.groups.includes(group))
}

function oneInitial(a: NameWord, b: NameWord): boolean {
  return (a.text.length === 1 || b.text.length === 1) && a.text[0] === b.text[0]
}

/** Given and family name stand in each other's place. */
function swapped(a: PersonName, b: PersonName): boolean {
  const forth = likeness(a.givenText, b.familyText)
  const back = likeness(a.familyText, b.givenText)
  return (onlyHalf(a, b) ? Math.max(forth, back) : Math.min(forth, back)) >= close
}

/** One side of the swap is missing from one of the names. */
function onlyHalf(a: PersonName, b: PersonName): boolean {
  return !a.givenText || !a.familyText || !b.givenText || !b.familyText
}

function likeness(a: string, b: string): number {
  if (a === '' || b === '') return 0
  return a === b ? 1 : jaroWinkler(a, b)
}

/** How the family names agree; null where one side has none, and where the given names say already that the two stand swapped. */
export function compareFamily(a: PersonName, b: PersonName): FamilyLevel | null {
  if (a.familyText !== '' && a.familyText === b.familyText) return 'same'
  const direct = a.family.length && b.family.length ? familyWords(a, b) : null
  if (direct !== null && direct !== 'other' && direct !== 'alike') return direct
  if (swapped(a, b)) return null
  return foundElsewhere(a, b) || foundElsewhere(b, a) ? 'elsewhere' : direct
}

function familyWords(a: PersonName, b: PersonName): FamilyLevel {
  if (
    a.family.some(({ text }) => text.length > 2 && b.family.some((other) => other.text === text))
  ) {
    return 'part'
  }
  if (oneLetter(a, b)) return a.familyText[0] === b.familyText[0] ? 'part' : 'other'
  if (oneUmlaut(a.familyText, b.familyText)) return 'close'
  const similar = jaroWinkler(a.familyText, b.familyText)
  if (similar >= close) return 'close'
  return similar >= alike ? 'alike' : 'other'
}

function oneLetter(a: PersonName, b: PersonName): boolean {
  return a.familyText.length === 1 || b.familyText.length === 1
}

/** A family name of one stands among the other words of the other: a maiden name, a title of land. */
function foundElsewhere(a: PersonName, b: PersonName): boolean {
  return a.family.some(
    ({ text }) =>
      text.length > 2 &&
      (b.rest.some((word) => word.text === text) ||
        b.given.slice(1).some((word) => word.text === text)),
  )
}

/** How the words beyond given and family name agree. */
export function compareRest(a: PersonName, b: PersonName): RestLevel | null {
  if (a.rest.length === 0 || b.rest.length === 0) return null
  const shared = a.rest.filter((word) => b.rest.includes(word)).length
  if (shared === 0) return 'other'
  return shared === a.rest.length && shared === b.rest.length ? 'same' : 'part'
}

const compatibleGiven: ReadonlySet<GivenLevel | null> = new Set<GivenLevel | null>([
  null,
  'same',
  'part',
  'nickname',
  'initial',
  'close',
  'swapped',
])
const compatibleFamily: ReadonlySet<FamilyLevel | null> = new Set<FamilyLevel | null>([
  null,
  'same',
  'part',
  'close',
  'elsewhere',
])

/** Could these be two ways to write one person's name? A different family name with the same given name is not enough. */
export function compatible(a: PersonName, b: PersonName): boolean {
  return compatibleGiven.has(compareGiven(a, b)) && compatibleFamily.has(compareFamily(a, b))
}
