import { fold } from '../../kit/text.ts'

/** Something that may be named in a line. */
export interface Suggestion {
  readonly name: string
  /** A quiet second word: a role, what a topic means. */
  readonly under?: string
}

/** A short list, or a question to the server that answers with the best first. */
export type Suggestions =
  | readonly Suggestion[]
  | ((typed: string) => Promise<readonly Suggestion[]>)

export interface TagSuggestions {
  readonly people?: Suggestions
  readonly fields?: Suggestions
  readonly topics?: Suggestions
}

export interface TypedTag {
  readonly kind: keyof TagSuggestions
  /** Where its sign stands. */
  readonly from: number
  readonly typed: string
}

const kindOfSign: Readonly<Record<string, keyof TagSuggestions>> = {
  '@': 'people',
  '＠': 'people',
  '#': 'fields',
  '＃': 'fields',
  '/': 'topics',
  '／': 'topics',
}

/** How far back a tag may begin; a name is shorter than this. */
const reach = 60

/** The tag that is being typed at the end of this text: after a space or at the beginning, names with spaces in them. */
export function typedTag(before: string): TypedTag | null {
  const start = Math.max(0, before.length - reach)
  for (let at = before.length - 1; at >= start; at--) {
    const kind = kindOfSign[before.charAt(at)]
    if (kind === undefined || (at > 0 && !/\s/u.test(before.charAt(at - 1)))) continue
    const typed = before.slice(at + 1)
    return isOneTag(kind, typed) ? { kind, from: at, typed } : null
  }
  return null
}

function isOneTag(kind: keyof TagSuggestions, typed: string): boolean {
  if (kind !== 'people') return /^[\p{L}\p{M}\p{N}_-]*$/u.test(typed)
  return (
    /^\[?[\p{L}\p{M}\p{N}.'’_-]*$/u.test(typed) ||
    /^\[?[\p{L}\p{M}][^\s,:;!?]*(?: [^\s,:;!?]*){1,3}$/u.test(typed)
  )
}

/** The text that stands for a name in a note, so that the parser finds exactly this name again. */
export function tagFor(kind: keyof TagSuggestions, name: string): string {
  if (kind === 'topics') return `/${name}`
  if (kind === 'fields') return `#${name.trim().replaceAll(/[^\p{L}\p{M}\p{N}_-]+/gu, '_')}`
  const words = name.split(' ')
  const reads =
    words.length <= 3 &&
    words.every((word) => /^\p{Lu}[\p{L}\p{M}]*(?:[-’'][\p{L}\p{M}]+)*$/u.test(word))
  return reads ? `@${name}` : `@[${name.replaceAll(/[[\]]/g, '')}]`
}

/** Whether the tag stands there whole already: then there is nothing to offer, and Enter ends the line. */
export function isWhole({ kind, typed }: TypedTag, found: readonly Suggestion[]): boolean {
  return found.some(({ name }) => fold(tagFor(kind, name).slice(1)) === fold(typed))
}

/** Those whose name, or a word of it, begins as typed; the list's own order is kept. */
export function matching(list: readonly Suggestion[], typed: string): Suggestion[] {
  const wanted = fold(typed.replace(/^\[/, '').replaceAll('_', ' '))
  return list.filter(({ name }) => ` ${fold(name).replaceAll('_', ' ')}`.includes(` ${wanted}`))
}
