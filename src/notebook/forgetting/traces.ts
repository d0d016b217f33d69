import { wordsOf } from '../../kit/text.ts'
import { nameOf, type Person } from '../people/person.ts'

/** What may be written of somebody anywhere, in the words of those who wrote it. */
export interface Traces {
  /** Names of several words, which mean them wherever they stand. */
  readonly names: readonly (readonly string[])[]
  /** Single names, "Ruth", "Adeyemi", with their capital. */
  readonly words: readonly string[]
  /** Single names that are nothing but names, in any case. */
  readonly rare: readonly string[]
  /** Mail addresses and pages, as they were written. */
  readonly addresses: readonly string[]
  /** Digits of phone numbers. */
  readonly phones: readonly string[]
  /** What they said, word for word. */
  readonly sayings: readonly string[]
}

export const noTraces: Traces = {
  names: [],
  words: [],
  rare: [],
  addresses: [],
  phones: [],
  sayings: [],
}

/** What stands where a name stood; it begins no tag, so that nobody is taken for the speaker. */
export const somebody = 'somebody'

/** What stands where an address or something said stood, as for a line off the record that is not shown. */
export const removed = '·····'

/** What of these records, which are one person, may be written elsewhere. */
export function tracesOf(people: readonly Person[], uids: readonly string[]): Traces {
  const channels = people.flatMap((person) => person.channels)
  const valuesOf = (...kinds: readonly string[]) =>
    channels.filter(({ kind }) => kinds.includes(kind)).map(({ value }) => value.trim())
  const handles = valuesOf('message').filter((value) => value.length > 5)
  return {
    names: distinctLists(people.flatMap(fullNamesOf)),
    words: distinct(people.flatMap(singleNamesOf)),
    rare: [],
    addresses: distinct([
      ...valuesOf('mail', 'link').map(withoutScheme),
      ...handles,
      ...uids.filter((uid) => uid.length > 4),
    ]).filter((address) => address.length > 4),
    phones: distinct(
      valuesOf('phone')
        .map((value) => value.replace(/\D/g, ''))
        .filter((digits) => digits.length > 6),
    ),
    sayings: [],
  }
}

function withoutScheme(link: string): string {
  return link.replace(/^[a-z][a-z0-9+.-]{0,20}:\/\//i, '').replace(/\/+$/, '')
}

/** "Ruth Adeyemi", "Adeyemi Ruth", "Ruth M. Adeyemi", "Ruthie Adeyemi"; of scripts without spaces the whole. */
function fullNamesOf(person: Person): string[][] {
  const part = (wanted: string) =>
    person.names.filter((name) => name.part === wanted).flatMap(({ text }) => wordsIn(text))
  const [given, additional, family] = [part('given'), part('additional'), part('family')]
  const made = [
    [...given, ...family],
    [...family, ...given],
    [...given, ...additional, ...family],
    ...[...part('nickname')].map((nick) => [nick, ...family]),
    [...given, ...part('maiden')],
  ]
  const whole = person.names
    .filter((name) => name.part === 'full' || name.part === 'nickname')
    .map(({ text }) => wordsIn(text))
  return [wordsIn(nameOf(person)), ...whole, ...made].filter(
    (words) => words.length > 1 || isWrittenWithoutSpaces(words[0] ?? ''),
  )
}

/** A name of three signs or more in a script that puts no spaces between given and family name. */
function isWrittenWithoutSpaces(word: string): boolean {
  return /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]{3,}$/u.test(word)
}

const titles = new Set(
  'dr prof mr mrs ms sr sra frau herr van von der den de del la da do dos'.split(' '),
)

function singleNamesOf(person: Person): string[] {
  const worn = person.names.filter(({ part }) => part !== 'prefix' && part !== 'suffix')
  const all = [nameOf(person), ...worn.map(({ text }) => text)].flatMap(wordsIn)
  return all.filter((word) => [...word].length > 1 && !titles.has(word.toLowerCase()))
}

/** Words as they are written, with the hyphen or apostrophe inside them. */
export function wordsIn(text: string): string[] {
  return text.match(/[\p{L}\p{M}\p{N}]+(?:[-'’][\p{L}\p{M}\p{N}]+)*/gu) ?? []
}

export function foldedName(words: readonly string[]): string {
  return wordsOf(words.join(' ')).join(' ')
}

function distinct(all: readonly string[]): string[] {
  return [...new Set(all)].filter((one) => one !== '')
}

function distinctLists(all: readonly string[][]): string[][] {
  return [...new Map(all.map((words) => [words.join(' '), words])).values()]
}
