import { fold } from '../../../kit/text.ts'
import { english } from './in-english.ts'
import { french } from './in-french.ts'
import { german } from './in-german.ts'
import { portuguese } from './in-portuguese.ts'
import { spanish } from './in-spanish.ts'
import type { Kind, Lexicon } from './lexicon.ts'

/** What words mean, by language and by their first word: how a line is read word by word. */

export type HeadLanguage = 'en' | 'es' | 'fr' | 'de' | 'pt'

const lexicons: Readonly<Record<HeadLanguage, Lexicon>> = {
  en: english,
  es: spanish,
  fr: french,
  de: german,
  pt: portuguese,
}

const kindsOfWords = [
  'plain',
  'article',
  'owner',
  'and',
  'several',
  'at',
  'from',
  'of',
  'for',
  'with',
  'about',
  'via',
  'met',
  'reached',
  'introduced',
  'is',
  'works',
  'called',
  'says',
  'relation',
  'someone',
  'title',
  'kind',
  'talk',
  'message',
  'channel',
  'place',
  'house',
  'trade',
] as const satisfies readonly (keyof Lexicon)[]

const headLanguages: readonly HeadLanguage[] = ['en', 'es', 'fr', 'de', 'pt']

interface Phrase {
  readonly words: readonly string[]
  readonly kind: Kind
}

/** By first word, the phrases that begin with it, the longest first. */
type Dictionary = ReadonlyMap<string, readonly Phrase[]>

/** "j'ai" is two words, and so is "l'école". */
function withElisionsApart(words: string): string {
  return words.replaceAll(/(?<![\p{L}\p{N}])([ldjmtsnc]|qu)['’](?=[\p{L}])/giu, "$1' ")
}

function dictionaryOf(language: HeadLanguage): Dictionary {
  const found = new Map<string, Phrase[]>()
  for (const kind of kindsOfWords) {
    for (const text of lexicons[language][kind].split(',')) {
      const plain = fold(text).replaceAll('’', "'")
      const words = (language === 'fr' ? withElisionsApart(plain) : plain).split(' ')
      const first = words[0] ?? ''
      const others = found.get(first) ?? []
      others.push({ words, kind })
      found.set(first, others)
    }
  }
  for (const list of found.values()) list.sort((a, b) => b.words.length - a.words.length)
  return found
}

const made = new Map<HeadLanguage, Dictionary>()

function dictionary(language: HeadLanguage): Dictionary {
  const known = made.get(language) ?? dictionaryOf(language)
  made.set(language, known)
  return known
}

/** How many words the longest phrase of each kind takes that begins with the word at a place. */
export type Kinds = ReadonlyMap<Kind, number>

const noKinds: Kinds = new Map()

/** What begins here in the language of the line; where that does not know the word, in any other. */
export function kindsAt(
  words: readonly string[],
  at: number,
  language: HeadLanguage,
): { readonly own: boolean; readonly found: Kinds } {
  const own = kindsIn(words, at, language)
  if (
    own.size > 0 ||
    dictionary(language)
      .get(words[at] ?? '')
      ?.some(({ words: w }) => w.length === 1)
  )
    return { own: true, found: own }
  const others = headLanguages.filter((other) => other !== language)
  const found = others.map((other) => kindsIn(words, at, other)).find((kinds) => kinds.size > 0)
  return { own: false, found: found ?? noKinds }
}

function kindsIn(words: readonly string[], at: number, language: HeadLanguage): Kinds {
  const phrases = dictionary(language).get(words[at] ?? '')
  if (!phrases) return noKinds
  const kinds = new Map<Kind, number>()
  for (const phrase of phrases) {
    const isHere =
      !kinds.has(phrase.kind) && phrase.words.every((word, index) => words[at + index] === word)
    if (isHere) kinds.set(phrase.kind, phrase.words.length)
  }
  return kinds
}

const telling: ReadonlySet<Kind> = new Set([
  'plain',
  'article',
  'owner',
  'and',
  'at',
  'from',
  'of',
  'for',
  'with',
  'about',
  'met',
  'is',
  'works',
  'says',
  'called',
  'reached',
  'introduced',
])

interface Words {
  readonly words: readonly string[]
  /** Which of them begin with a capital in the midst of a sentence: they are no small words. */
  readonly names: readonly boolean[]
}

/** The language with the most small words of its own; the one hinted at where that tells nothing. */
export function languageOf({ words, names }: Words, hint: string | null): HeadLanguage {
  const hinted = headLanguages.find((language) => hint?.toLowerCase().startsWith(language))
  const points = headLanguages.map((language) => {
    const sum = words.slice(0, 80).reduce((total, _word, at) => {
      const kinds = [...kindsIn(words, at, language)]
      const tells = kinds.filter(([kind]) => telling.has(kind) && names[at] !== true)
      const small = Math.max(0, ...tells.map(([, length]) => length))
      return total + (small > 0 ? 1 + small : kinds.length > 0 ? 1 : 0)
    }, 0)
    return { language, sum: sum + (language === hinted ? 3 : 0) }
  })
  return points.toSorted((a, b) => b.sum - a.sum)[0]?.language ?? 'en'
}
