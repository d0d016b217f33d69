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

export function tokensIn(text: string, span: Span, tags: readonly Tag[]): Token[] {
  const tokens: Token[] = []
  const tagAt = new Map(tags.map((tag) => [tag.start, tag]))
  for (let at = skipBlanks(text, span.start, span.end); at < span.end;) {
    const token = tokenAt(text, { start: at, end: span.end }, tagAt.get(at) ?? null)
    tokens.push(token)
    at = skipBlanks(text, token.end, span.end)
  }
  return tokens
}

function tokenAt(text: string, span: Span, tag: Tag | null): Token {
  const { start } = span
  if (tag) return token(text, { start, end: tag.end }, 'tag', tag)
  if (/^w\/(?=\s)/iu.test(text.slice(start, start + 3)))
    return token(text, { start, end: start + 2 }, 'word', null)
  const word = wordAt(text, start, span.end)
  if (word) return token(text, word, 'word', null)
  const end = start + String.fromCodePoint(text.codePointAt(start) ?? 0).length
  const isAt = '@＠'.includes(text.charAt(start))
  return token(text, { start, end }, isAt ? 'word' : 'break', null)
}

function token(text: string, { start, end }: Span, kind: Token['kind'], tag: Tag | null): Token {
  const words = text.slice(start, end)
  return { kind, text: words, folded: fold(words).replaceAll('’', "'"), start, end, tag }
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
