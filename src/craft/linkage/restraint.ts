import type { Column } from './aspects.ts'

/*
 * Fellegi and Sunter take every agreement for independent evidence. In a household it is not: people who live together
 * share a family name, a telephone and a street because they are two, and people of one office share its number.
 * What follows says, from the levels alone, how sure anybody may be.
 */

const certainlyTwo = 0.3
const perhapsTwo = 0.9

/** Levels by role, as one pair of records shows them; the best one where a role has several columns. */
export interface Shown {
  has(role: string, ...levels: readonly string[]): boolean
  missing(role: string): boolean
}

/** Reads patterns of levels for these columns. */
export function shownBy(columns: readonly Column[]) {
  return (levels: Uint8Array, from: number): Shown => ({
    has: (role, ...names) =>
      columns.some(
        (column, at) =>
          column.role === role && names.includes(column.levels[levels[from + at]! - 1]?.name ?? ''),
      ),
    missing: (role) =>
      columns.every((column, at) => column.role !== role || levels[from + at] === 0),
  })
}

/** The highest probability that a pair with this pattern may have. */
export function mostProbable(shown: Shown): number {
  if (shown.has('id', 'same')) return 1
  if (ofTwoAges(shown)) return certainlyTwo
  if (shown.has('birth', 'same', 'slip') || shown.has('id', 'slip')) return 1
  if (shown.has('given', 'other')) return certainlyTwo
  if (shown.has('given', 'alike') && shown.has('family', ...familyOfOne)) return perhapsTwo
  if (sharesFirstNameOnly(shown)) return certainlyTwo
  return ofOneOffice(shown) ? perhapsTwo : 1
}

const familyOfOne = ['same', 'part', 'close', 'elsewhere'] as const

/** More than ten years between two days of birth that no slip of the pen explains: a father and his son. */
function ofTwoAges(shown: Shown): boolean {
  return shown.has('birth', 'apart') && !shown.has('birth', 'same', 'slip')
}

/** Another family name is a marriage only where something of their own goes with the first name, not an employer. */
function sharesFirstNameOnly(shown: Shown): boolean {
  if (!shown.has('family', 'other')) return false
  if (shown.has('given', 'alike', 'initial') || shown.missing('given')) return true
  return !(
    shown.has('mail', 'same', 'local', 'close') ||
    shown.has('phone', 'same', 'tail', 'slip') ||
    shown.has('link', 'same') ||
    shown.has('street', 'same', 'close') ||
    shown.has('postcode', 'same')
  )
}

/** One first name, two family names, one employer and one telephone: a marriage, or two at neighbouring desks. */
function ofOneOffice(shown: Shown): boolean {
  if (!shown.has('family', 'other') || !shown.has('organisation', 'same')) return false
  return !(
    shown.has('mail', 'same', 'local') ||
    shown.has('link', 'same') ||
    shown.has('street', 'same', 'close')
  )
}

/**
 * The same mailbox, telephone or profile, held by few, and two ways to write one name. An initial is enough at a mailbox
 * of one's own but not at a telephone, where J. Smith may be John or Jane.
 */
export function isCertain(shown: Shown): boolean {
  const own = shown.has('mail', 'same') || shown.has('link', 'same')
  const given = own
    ? shown.has('given', 'same', 'part', 'nickname', 'initial', 'swapped')
    : shown.has('phone', 'same') && shown.has('given', 'same', 'part', 'nickname', 'swapped')
  const family =
    shown.has('family', 'same', 'part', 'close') ||
    (shown.has('given', 'swapped') && shown.missing('family'))
  const oneBirth = shown.missing('birth') || shown.has('birth', 'same', 'slip', 'partly')
  return given && family && oneBirth && mostProbable(shown) === 1
}
