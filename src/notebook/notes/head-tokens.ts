import { fold } from '../../kit/text.ts'
import type { Span } from './lines.ts'
import { skipBlanks } from './marks.ts'
import { wordAt } from './names.ts'
import type { Tag } from './tags.ts'

/** A word, a tag, or a sign that breaks the sentence; an emoji breaks it as a comma does. */
export interface Token extends Span {
  readonly kind: 'word' | 'tag' | 'break'
  readonly text: string
  /** Folded, with straight apostrophes. */
  readonly folded: string
  readonly tag: Tag | null
}

/** The tokens of a stretch; `hidden` words (mail, phone) are one break each. */
export function tokensIn(
  text: string,
  span: Span,
  { tags, hidden }: { readonly tags: readonly Tag[]; readonly hidden: readonly Span[] },
): Token[] {
  const tokens: Token[] = []
  const tagAt = new Map(tags.map((tag) => [tag.start, tag]))
  const hiddenAt = new Map(hidden.map((one) => [one.start, one]))
  for (let at = skipBlanks(text, span.start, span.end); at < span.end;) {
    const found = hiddenAt.get(at)
    const next = found
      ? tokenOf(text, found, 'break')
      : tokenAt(text, { start: at, end: span.end }, tagAt.get(at) ?? null)
    tokens.push(next)
    at = skipBlanks(text, next.end, span.end)
  }
  return tokens
}

function tokenAt(text: string, { start, end }: Span, tag: Tag | null): Token {
  if (tag) return { ...tokenOf(text, tag, 'tag'), tag }
  if (/^w\/(?=\s)/iu.test(text.slice(start, start + 3))) {
    return tokenOf(text, { start, end: start + 2 }, 'word')
  }
  const clock = /^\d{1,2}[:.h/]\d{1,2}(?!\d)/u.exec(text.slice(start, start + 6))
  if (clock) return tokenOf(text, { start, end: start + clock[0].length }, 'word')
  const word = wordAt(text, start, end)
  if (word) return tokenOf(text, withDot(text, word, end), 'word')
  const sign = String.fromCodePoint(text.codePointAt(start) ?? 0)
  const span = { start, end: start + sign.length }
  return tokenOf(text, span, '@＠&'.includes(sign) ? 'word' : 'break')
}

/** "St. Mary's": the dot belongs to the word. */
function withDot(text: string, { start, end }: Span, limit: number): Span {
  const isShort =
    end < limit && text.charAt(end) === '.' && /^(?:St|Ste|Sta|Mt)$/u.test(text.slice(start, end))
  return { start, end: isShort ? end + 1 : end }
}

function tokenOf(text: string, { start, end }: Span, kind: Token['kind']): Token {
  const words = text.slice(start, end)
  const folded = fold(words).replaceAll('’', "'")
  return { kind, text: words, folded, start, end, tag: null }
}

/** Phrases looked up by their first word, the longest first. */
export type Phrases = ReadonlyMap<string, readonly (readonly string[])[]>

export function phrases(list: readonly string[]): Phrases {
  const byFirst = new Map<string, string[][]>()
  for (const phrase of list) {
    const words = phrase.split(' ')
    const first = words[0] ?? ''
    byFirst.set(first, [...(byFirst.get(first) ?? []), words])
  }
  for (const group of byFirst.values()) group.sort((a, b) => b.length - a.length)
  return byFirst
}

/** How many tokens the longest phrase that begins here takes; 0 for none. */
export function phraseLength(tokens: readonly Token[], at: number, known: Phrases): number {
  const found = known
    .get(tokens[at]?.folded ?? '')
    ?.find((words) => words.every((word, index) => tokens[at + index]?.folded === word))
  return found?.length ?? 0
}

/** Letters of a script without capitals: 田中, محمد. */
export function isCaseless(word: string): boolean {
  return /^\p{Lo}/u.test(word)
}
