/** The eight signs that begin a thought, and what each says about it. `%` is not one: it locks a line. */
export const kindOfMark = {
  '"': 'quote',
  '!': 'advice',
  '=': 'fact',
  '?': 'question',
  '+': 'referral',
  $: 'lead',
  '>': 'mine',
  '<': 'theirs',
} as const

export type Mark = keyof typeof kindOfMark
export type LineKind = (typeof kindOfMark)[Mark]

/**
 * What phones and other alphabets type for each sign: curly, angular and full-width quotes, full-width
 * and small forms, the emoji that keyboards offer, and the upside-down signs of Spanish.
 */
const waysToType: Readonly<Record<Mark, string>> = {
  '"': '"“”„‟«»＂❝❞〝〞「『',
  '!': '!！﹗❗❕¡',
  '=': '=＝﹦🟰',
  '?': '?？﹖❓❔¿؟\u037e',
  '+': '+＋﹢➕',
  $: '$＄﹩💲',
  '>': '>＞﹥',
  '<': '<＜﹤',
}

const markBySign: ReadonlyMap<string, Mark> = new Map(
  Object.entries(waysToType).flatMap(([mark, signs]) =>
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the keys of a record of marks are marks
    Array.from(signs, (sign) => [sign, mark as Mark] as const),
  ),
)

const locks = '%％﹪٪'
const bullets = '-*•–—·◦‣∙●○▪'

/** Spaces of every width, and the invisible signs of direction and joining that right-to-left text brings. */
const blank =
  /\s|\u00ad|\u061c|\u180e|[\u200b\u200c\u200e\u200f]|\u200d|[\u202a-\u202e]|[\u2060-\u2069]|\ufe0f/u

export function isBlank(text: string, at: number): boolean {
  const character = text[at]
  return character !== undefined && blank.test(character)
}

export function skipBlanks(text: string, from: number, end: number): number {
  let at = from
  while (at < end && isBlank(text, at)) at++
  return at
}

/** The invisible sign that makes a picture of "✈" belongs to it. */
export function trimBlanksBack(text: string, start: number, end: number): number {
  let at = end
  while (at > start && isBlank(text, at - 1)) at--
  return at > start && at < end && text[at] === '\ufe0f' ? at + 1 : at
}

/** Past spaces, and past one list bullet when a space follows it. */
export function skipIndent(text: string, from: number, end: number): number {
  const at = skipBlanks(text, from, end)
  const isBullet = at < end && bullets.includes(text.charAt(at)) && isBlank(text, at + 1)
  return isBullet && at + 1 < end ? skipBlanks(text, at + 1, end) : at
}

export interface FoundMark {
  readonly mark: Mark
  readonly at: number
  /** Where the words after the mark begin. */
  readonly next: number
}

/** The mark at a place: one sign and then at least one space. Without the space it is only a sign. */
export function markAt(text: string, at: number, end: number): FoundMark | null {
  if (at >= end) return null
  const sign = String.fromCodePoint(text.codePointAt(at) ?? 0)
  const mark = markBySign.get(sign)
  if (mark === undefined) return null
  let after = at + sign.length
  if (text[after] === '\ufe0f') after++
  if (after >= end || !isBlank(text, after)) return null
  return { mark, at, next: skipBlanks(text, after, end) }
}

/** Where the words begin after a `%`, which counts with or without a space; null when there is none. */
export function lockAt(text: string, at: number, end: number): number | null {
  if (at >= end || !locks.includes(text.charAt(at))) return null
  return skipBlanks(text, at + 1, end)
}

/** How a mark is written when we write it. */
export function kindOf(mark: Mark | null): LineKind | null {
  return mark === null ? null : kindOfMark[mark]
}
