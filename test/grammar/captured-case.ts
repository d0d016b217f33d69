import { fold } from '../../src/kit/text.ts'

export interface Somebody {
  /** `~` before what is only a description. */
  readonly name: string
  /** What may stand there, `none` for nothing and `*` for anything; null: nothing is expected of it. */
  readonly role: readonly string[] | null
  readonly house: readonly string[]
  readonly place: readonly string[]
}

export interface Expected {
  readonly text: string
  readonly people: readonly Somebody[]
  readonly day: string | null
  readonly thoughts: readonly string[]
}

export function wordsOfCase(row: string): Expected {
  const [text = '', who = '', thoughts = ''] = row.split(' => ')
  const day = / \^(\S+)/u.exec(who)?.[1] ?? null
  const people = who
    .replace(/ \^\S+/u, '')
    .split(' + ')
    .map(somebodyOf)
  return { text, people, day, thoughts: thoughts.split(' ¦ ').filter(Boolean) }
}

function somebodyOf(words: string): Somebody {
  const parts = /^(~?[^(@~]*)(?:\(([^)]*)\))?\s*(?:@([^~]*))?(?:~(.*))?$/u.exec(words.trim())
  const [, name = '', role, house = 'none', place = 'none'] = parts ?? []
  return { name, role: role?.split('|') ?? null, house: house.split('|'), place: place.split('|') }
}

/** Whether what was found is one of what may stand there; a sensible reader may choose between several. */
export function isOneOf(found: string | null | undefined, expected: readonly string[]): boolean {
  return expected.some((words) => {
    if (words.trim() === '*') return true
    return barely(words.trim() === 'none' ? '' : words) === barely(found)
  })
}

const article =
  /^(?:the|a|an|el|la|los|las|le|les|der|die|das|dem|den|einem|einer|o|os|as|um|uma|un|una|une|eine?|einen|my|mi|su)\s+/u

/** Without case, accents, punctuation and a leading article, which are a matter of taste; marks stay. */
export function barely(words: string | null | undefined): string {
  const described = words?.startsWith('~') === true ? '~' : ''
  const plain = fold((words ?? '').slice(described.length))
    .replaceAll(/['’]/gu, ' ')
    .trim()
    .replace(article, '')
    .replace(/^l /u, '')
  return `${described}${plain}`
    .replaceAll(/[^\p{L}\p{N}!?=+$<>"%~#\s]/gu, ' ')
    .replaceAll(/\s+/g, ' ')
    .trim()
}
