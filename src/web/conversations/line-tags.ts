import { knownNames } from '../../notebook/notes/names.ts'
import type { Tag } from '../../notebook/notes/tags.ts'
import { understandLine } from '../../notebook/notes/understand.ts'
import { keyOf } from '../../notebook/nouns/noun.ts'
import { tagFor } from '../notes/tag-completion.ts'

type Kind = 'field' | 'topic'

/** The line with a field or a topic at its end; as it was, if it bears that already. */
export function withTag(line: string, kind: Kind, name: string): string {
  const tag = tagFor(kind === 'field' ? 'fields' : 'topics', name.replaceAll(/\s+/gu, '_'))
  if (tagsOf(line).some((one) => one.kind === kind && isSame(one.text, tag.slice(1)))) return line
  return `${line.trimEnd()} ${tag}`
}

/**
 * The line without it. A tag at the end goes; inside a sentence, where it is one of the words, it stays
 * as a plain word.
 */
export function withoutTag(line: string, kind: Kind, name: string): string {
  const { textEnd } = read(line)
  const gone = tagsOf(line).filter((one) => one.kind === kind && isSame(one.text, name))
  return gone.reduceRight((text, { start, end }) => {
    if (start < textEnd) {
      return (
        text.slice(0, start) + text.slice(start + 1, end).replaceAll('_', ' ') + text.slice(end)
      )
    }
    return (text.slice(0, start).trimEnd() + text.slice(end)).trimEnd()
  }, line)
}

/** The line with who said it right after its mark. */
export function withSpeaker(line: string, name: string): string {
  const { textStart } = read(line)
  return `${line.slice(0, textStart)}${tagFor('people', name)} ${line.slice(textStart)}`
}

/** The text of a note with one of its lines, counted from 0, changed. */
export function withLine(text: string, at: number, change: (line: string) => string): string {
  return text
    .split('\n')
    .map((line, index) => (index === at ? change(line) : line))
    .join('\n')
}

function tagsOf(line: string): readonly Tag[] {
  return read(line).tags
}

const options = { day: null, zone: null, lang: null, names: knownNames([]) }

function read(line: string) {
  return understandLine(line, 0, options)
}

/** `#paper_conservation`, `#paper-conservation` and "Paper conservation" are one. */
export function isSame(tag: string, name: string): boolean {
  return keyOf(tag) === keyOf(name)
}
