import { fold } from '../../kit/text.ts'
import type { Span } from './lines.ts'
import { isBlank, trimBlanksBack } from './marks.ts'
import { type KnownNames, nameAt, spaced } from './names.ts'

/**
 * A tag follows a space or begins the words. So `and/or`, `24/7`, `https://x/y`, `C#` and `ana@acme.com` are none.
 * 1. `#field`: letters, digits, `-` and `_` of any script, at least one letter. `#1` is a number.
 * 2. `/topic`: begins with a letter, two signs or more, and no path goes on behind it: `/usr/bin` is none.
 * 3. `@Name`: as far as names.ts says, or all that stands in `@[Ana de la Cruz]`.
 * 4. Tags at the end belong to the line, not to its words, unless the sentence leans on them:
 *    after a small word ("works in #archives", "write to @Ana"), or when a name follows a single word ("call @Ana").
 */
export interface Tag extends Span {
  readonly kind: 'field' | 'topic' | 'person'
  /** Without its sign; a topic in small letters, a name as the notebook writes it if it is known. */
  readonly text: string
}

const kindOfSign = new Map<string, Tag['kind']>([
  ['#', 'field'],
  ['＃', 'field'],
  ['/', 'topic'],
  ['／', 'topic'],
  ['@', 'person'],
  ['＠', 'person'],
])

const fieldWord = /[\p{L}\p{N}](?:[\p{L}\p{M}\p{N}\u200c_-]|\u200d)*/uy
const topicWord = /\p{L}(?:[\p{L}\p{M}\p{N}\u200c_-]|\u200d)+/uy
const namedInBrackets = /\[([^[\]\r\n\u2028\u2029]{1,80})\]/uy

export function tagsIn(text: string, span: Span, known: KnownNames): Tag[] {
  const tags: Tag[] = []
  for (let at = span.start; at < span.end; at++) {
    const kind = kindOfSign.get(text.charAt(at))
    if (kind === undefined || (at > span.start && !isBlank(text, at - 1))) continue
    const tag = tagAt(text, { start: at, end: span.end }, kind, known)
    if (!tag) continue
    tags.push(tag)
    at = tag.end - 1
  }
  return tags
}

function tagAt(text: string, span: Span, kind: Tag['kind'], known: KnownNames): Tag | null {
  if (kind === 'person') return personTag(text, span, known)
  return kind === 'field' ? fieldTag(text, span) : topicTag(text, span)
}

function matched(pattern: RegExp, text: string, span: Span): RegExpExecArray | null {
  pattern.lastIndex = span.start + 1
  const found = pattern.exec(text)
  return found && pattern.lastIndex <= span.end ? found : null
}

function fieldTag(text: string, span: Span): Tag | null {
  const word = matched(fieldWord, text, span)?.[0].replace(/[-_]+$/, '')
  if (!word || !/\p{L}/u.test(word)) return null
  const end = span.start + 1 + word.length
  if (/[+#=&@]/.test(text.charAt(end)) || goesOn(text, end)) return null
  return { kind: 'field', text: word, start: span.start, end }
}

function topicTag(text: string, span: Span): Tag | null {
  const word = matched(topicWord, text, span)?.[0].replace(/[-_]+$/, '')
  if (!word || word.length < 2) return null
  const end = span.start + 1 + word.length
  if (/[/\\+#=&@]/.test(text.charAt(end)) || goesOn(text, end)) return null
  return { kind: 'topic', text: word.toLowerCase(), start: span.start, end }
}

/** "/index.html", "#v2.1": more of the same word comes after a dot. */
function goesOn(text: string, end: number): boolean {
  return /^[.:]$/.test(text.charAt(end)) && /^[\p{L}\p{N}]/u.test(text.slice(end + 1, end + 3))
}

function personTag(text: string, span: Span, known: KnownNames): Tag | null {
  const inBrackets = matched(namedInBrackets, text, span)
  if (inBrackets?.[1]?.trim()) {
    const end = span.start + 1 + inBrackets[0].length
    return { kind: 'person', text: spaced(inBrackets[1]), start: span.start, end }
  }
  const name = nameAt(text, { start: span.start + 1, end: span.end }, known)
  if (!name || text.charAt(name.end) === '@' || !/\p{L}/u.test(name.name)) return null
  return { kind: 'person', text: name.name, start: span.start, end: name.end }
}

/** Small words that want a follower; those that end English sentences ("no", "do", "am") are left out. */
const leaning = new Set(
  (
    'to with in on at of for from by about via into and or the a an as than like near vs ' +
    'con en de del para por sobre y e o u el la los las un una al como sin ' +
    'avec dans du des pour par sur et ou le les une au aux chez comme sans ' +
    'zu zum zur mit im auf von vom fur uber und oder der das dem den ein eine bei beim als wie aus ohne ' +
    'ao com em na da pelo pela os um uma sem'
  ).split(' '),
)

/** Where the words end when the tags behind them are taken away. */
export function endWithoutTrailingTags(text: string, span: Span, tags: readonly Tag[]): number {
  let end = trimBlanksBack(text, span.start, span.end)
  for (const tag of tags.toReversed()) {
    const tagEnd = trimStops(text, tag.start, end)
    if (tagEnd !== tag.end) return end
    if (leansOn(text, { start: span.start, end: tag.start }, tag)) return end
    end = trimBlanksBack(text, span.start, tag.start)
  }
  return end
}

function trimStops(text: string, start: number, end: number): number {
  let at = end
  while (at > start && /[.,;]/.test(text.charAt(at - 1))) at--
  return at
}

/** German verbs leave a part of theirs at the end: "fang nachts an #pharma", "stellen im Mai ein #telekom". */
const separated =
  /(?<!\p{L})(?:(?:mach|nimm|nehm|komm|bring|geh|fahr|lauf)\p{L}* (?:\S+ ){0,8}mit|(?:fang|stell|hor|ruf|mach|nimm|nehm|komm|steig|reich|schreib|tritt|zieh|kauf|setz|meld|seh|sieh|pack|zeig|probier|such|fuhr|tausch|pass|steh|gib|bau|wach|raum|schau|sag|lern|lad|schick|leg)\p{L}* (?:\S+ ){0,8}(?:an|ein|auf|aus|vor|zu))$/u

function leansOn(text: string, before: Span, tag: Tag): boolean {
  const words = text
    .slice(Math.max(before.start, before.end - 200), before.end)
    .trim()
    .split(/\s+/u)
  if (leaning.has(fold(words.at(-1) ?? ''))) {
    return tag.kind === 'person' || !separated.test(fold(words.slice(-10).join(' ')))
  }
  return tag.kind === 'person' && words.length === 1 && words[0] !== ''
}
