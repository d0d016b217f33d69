import { fold } from '../../../kit/text.ts'
import type { Span } from '../lines.ts'
import { skipBlanks } from '../marks.ts'
import { wordAt } from '../names.ts'
import { isRoleWord } from '../role-words.ts'
import type { Tag } from '../tags.ts'
import { wellKnownHouses } from './gazetteer.ts'
import { isGivenName } from './given-names.ts'
import type { Kind } from './lexicon.ts'
import { withMadeWords } from './made-words.ts'
import { isTime } from './time-words.ts'
import { type HeadLanguage, type Kinds, kindsAt, languageOf } from './words.ts'

/** A word, a tag, or a sign that breaks the sentence; an emoji breaks it as a comma does. */
export interface Token extends Span {
  readonly kind: 'word' | 'tag' | 'break'
  readonly text: string
  /** Folded, with straight apostrophes. */
  readonly folded: string
  readonly tag: Tag | null
  /** How many words the longest phrase of each kind takes that begins here. */
  readonly kinds: Kinds
}

type Bare = Omit<Token, 'kinds'>

export interface Sentence {
  readonly text: string
  readonly tokens: readonly Token[]
  readonly language: HeadLanguage
  /** Capitals tell nothing: all is typed small, or all large. */
  readonly isCaseless: boolean
}

export interface Around {
  readonly tags: readonly Tag[]
  /** Mail and phone: one break each. */
  readonly hidden: readonly Span[]
  readonly lang: string | null
  /** What follows the head; it tells the language too. */
  readonly behind: string
}

const longestSentence = 120

export function sentenceIn(text: string, span: Span, around: Around): Sentence {
  const bare = tokensIn(text, span, around).slice(0, longestSentence)
  const words = bare.map(({ folded, kind }) => (kind === 'word' ? folded : ''))
  const names = bare.map(({ text: word }, at) => {
    const isFirst = at === 0 || bare[at - 1]?.kind === 'break'
    return !isFirst && /^[\p{Lu}\p{Lt}]/u.test(word)
  })
  const following = fold(around.behind).split(/[^\p{L}']+/u)
  const language = languageOf(
    { words: [...words, ...following], names: isCaseless(bare) ? [] : names },
    around.lang,
  )
  const tokens = bare.map((token, at) => ({
    ...token,
    kinds:
      token.kind === 'word'
        ? withMadeWords(token, language, kindsOf(token, kindsAt(words, at, language)))
        : noKinds,
  }))
  return { text, tokens, language, isCaseless: isCaseless(bare) }
}

const noKinds: Kinds = new Map()

const nouns: ReadonlySet<Kind> = new Set([
  'place',
  'house',
  'trade',
  'talk',
  'message',
  'channel',
  'title',
  'relation',
])

/** A capitalised word that only another language knows is a noun, or no such word: "Carla Dias". */
function kindsOf(
  { text, folded }: Bare,
  { own, found }: { readonly own: boolean; readonly found: Kinds },
): Kinds {
  if (own || !/^[\p{Lu}\p{Lt}]/u.test(text)) return found
  // "Kelly", "Pepe"
  const isName = isGivenName(folded, { small: true })
  const isOther = (kind: Kind) => isName && (kind === 'trade' || kind === 'relation')
  return new Map([...found].filter(([kind]) => nouns.has(kind) && !isOther(kind)))
}

function isCaseless(tokens: readonly Bare[]): boolean {
  const words = tokens.filter(({ kind, text }) => kind === 'word' && /^\p{L}/u.test(text))
  const isSmall = words.slice(1).every(({ text }) => !/^[\p{Lu}\p{Lt}]/u.test(text) || text === 'I')
  const long = words.filter(({ text }) => text.length > 2 && /^[\p{Lu}\p{Ll}]/u.test(text))
  const isLarge = long.length > 1 && long.every(({ text }) => text === text.toUpperCase())
  return isLarge || (isSmall && !/^[\p{Lu}\p{Lt}]/u.test(words[0]?.text ?? ''))
}

function tokensIn(text: string, span: Span, { tags, hidden }: Around): Bare[] {
  const tokens: Bare[] = []
  const tagAt = new Map(tags.map((tag) => [tag.start, tag]))
  const hiddenAt = new Map(hidden.map((one) => [one.start, one]))
  for (let at = skipBlanks(text, span.start, span.end); at < span.end;) {
    const found = hiddenAt.get(at)
    const next = found
      ? tokenOf(text, found, 'break')
      : nextToken(text, { start: at, end: span.end }, tagAt.get(at) ?? null)
    tokens.push(next)
    at = skipBlanks(text, next.end, span.end)
  }
  return tokens
}

function nextToken(text: string, { start, end }: Span, tag: Tag | null): Bare {
  if (tag) return { ...tokenOf(text, tag, 'tag'), tag }
  const short = /^(?:w\/|c\/|m\.|u\.)(?=\s)/iu.exec(text.slice(start, start + 3))
  if (short) return tokenOf(text, { start, end: start + 2 }, 'word')
  // "18:04", "1&1"
  const clock = /^\d{1,2}[:.h/&]\d{1,2}(?!\d)/u.exec(text.slice(start, start + 6))
  if (clock) return tokenOf(text, { start, end: start + clock[0].length }, 'word')
  const word = wordAt(text, start, end)
  if (word) return tokenOf(text, wholeWord(text, word, end), 'word')
  const sign = String.fromCodePoint(text.codePointAt(start) ?? 0)
  return tokenOf(
    text,
    { start, end: start + sign.length },
    '@＠&+'.includes(sign) ? 'word' : 'break',
  )
}

const short =
  /^(?:St|Ste|Sta|Mt|Tel|Hr|Fr|Dr|Dra|Prof|Profa|Pr|Sr|Sra|Srta|Mr|Mrs|Ms|Mme|Rev|Jr|Hno|Eng|Ing|Lic|Univ|Min|Nr|Fa)$/iu
const elided = /^(?:[ldjmtsnc]|qu)['’]/iu

/** "l'école" is two words, "St." one with its dot, "lou.peintures", "re:publica" and "Idea!Zarvos" one. */
function wholeWord(text: string, word: Span, limit: number): Span {
  const words = text.slice(word.start, word.end)
  const elision = elided.exec(words)?.[0] ?? ''
  const isSmall = /^\p{Ll}/u.test(words) || /^\p{Ll}/u.test(words.slice(elision.length))
  if (elision !== '' && isSmall) return { start: word.start, end: word.start + elision.length }
  if (word.end >= limit) return word
  if (endsWithSign(text, word, words)) return { ...word, end: word.end + 1 }
  const rest = isJoinedBySign(text, word, words) ? wordAt(text, word.end + 1, limit) : null
  return rest ? { start: word.start, end: rest.end } : word
}

/** "Dr.", "Lukas' Mutter". */
function endsWithSign(text: string, { end }: Span, words: string): boolean {
  const sign = text.charAt(end)
  if (sign === '.') return short.test(words)
  return /['’]/u.test(sign) && /[sxzß]$/u.test(words) && /^\s/u.test(text.charAt(end + 1))
}

function isJoinedBySign(text: string, { end }: Span, words: string): boolean {
  const next = text.charAt(end + 1)
  switch (text.charAt(end)) {
    case '.':
      return /\p{Ll}$/u.test(words) && /^\p{Ll}/u.test(next)
    case ':':
      return words.length <= 3 && /^\p{Ll}/u.test(next)
    case '!':
      return /^\p{Lu}/u.test(next)
    default:
      return false
  }
}

function tokenOf(text: string, { start, end }: Span, kind: Token['kind']): Bare {
  const words = text.slice(start, end)
  const folded = fold(words)
    .replaceAll('’', "'")
    .replace(/(?<=\p{L})[.]$/u, '')
  return { kind, text: words, folded, start, end, tag: null }
}

/** Letters of a script without capitals: 田中, محمد. */
export function isOfCaselessScript(token: Token | undefined): boolean {
  return token?.kind === 'word' && /^\p{Lo}/u.test(token.text)
}

/** "Ana", "iFood", "7-Eleven", "1&1", "23andMe". */
const capital =
  /^(?:[\p{Lu}\p{Lt}]|\p{Ll}\p{Lu}\p{Ll}|\d+(?:&\d|-?\p{Lu}\p{L}|\p{Ll}{2,}\p{Lu}|\p{Ll}{6}))/u

export function isCapital(token: Token | undefined): boolean {
  return token?.kind === 'word' && capital.test(token.text)
}

export function isShouted(token: Token | undefined): boolean {
  return token?.kind === 'word' && /^[\p{Lu}\p{N}&-]{2,}$/u.test(token.text)
}

export function lengthOf(token: Token | undefined, kind: Kind): number {
  return token?.kinds.get(kind) ?? 0
}

export function has(token: Token | undefined, ...kinds: readonly Kind[]): boolean {
  return kinds.some((kind) => token?.kinds.has(kind) === true)
}

export function isBreak(token: Token | undefined): boolean {
  return token?.kind === 'break'
}

const noTrades: readonly Kind[] = [
  'place',
  'house',
  'plain',
  'talk',
  'message',
  'channel',
  'of',
  'at',
  'met',
  'reached',
  'says',
  'works',
  'with',
  'article',
  'someone',
]

/** How many words for work begin here; 0 where none does. */
export function tradeLength(token: Token | undefined): number {
  if (token?.kind !== 'word' || /['’]s$/u.test(token.text)) return 0
  const listed = lengthOf(token, 'trade')
  if (listed > 0) return listed
  // "notaria", but "notaría" is the house.
  if (placesOfTrade.test(token.folded)) return token.text.endsWith('ía') ? 0 : 1
  if (compoundHouse.test(token.folded)) return 0
  const isTrade = token.text.split('-').some(isRoleWord)
  return isTrade && !has(token, ...noTrades) ? 1 : 0
}

/** "Koch-Institut", "Lektorat". */
const compoundHouse =
  /(?:orat|ariat)$|-(?:institut|stiftung|klinik|schule|verlag|gruppe|verein|werke?|innung)$/

/** Who is also where one goes: "my dentist", "at the dentist". */
const placesOfTrade =
  /^(?:dentist|dentista|dentiste|doctor|medico|medecin|arzt|arztin|hausarzt|zahnarzt|tierarzt|kine|friseur|coiffeur|peluquero|cabeleireiro|hairdresser|vet|backer|metzger|notaria|secretaria|productora|produtora)$/

const nothing: Token = {
  kind: 'break',
  text: '',
  folded: '',
  start: 0,
  end: 0,
  tag: null,
  kinds: noKinds,
}

type Tokens = Pick<Sentence, 'tokens'>

/** The token at a place; before the first and behind the last one a break of no letters. */
export function tokenAt({ tokens }: Tokens, at: number): Token {
  return tokens[at] ?? nothing
}

export function foldedAt(sentence: Tokens, at: number): string {
  return tokenAt(sentence, at).folded
}

export function textAt(sentence: Tokens, at: number): string {
  return tokenAt(sentence, at).text
}

/** "Greg's", "Lukas'". */
export function isGenitive({ kind, text }: Token): boolean {
  return kind === 'word' && /\p{L}['’]s?$/u.test(text)
}

const verbEnding =
  /(?:ing|ed|ks|lls|ys|ts)$|^(?:told|gave|went|left|came|did|does|made|took|lives?|loves?)$/
const adverb = /^(?:\p{L}+ly|\p{L}+mente?)$/u

/** A word that is no word we know, capital or small: it may be a name. */
export function isUnknownSmall(token: Token): boolean {
  const { text, folded } = token
  const isWord = token.kind === 'word' && /^[\p{L}][\p{L}\p{M}'’.-]*$/u.test(text)
  if (!isWord || token.kinds.size > 0 || isRoleWord(text) || isTime(folded)) return false
  return !verbEnding.test(folded) && !adverb.test(folded) && !wellKnownHouses.has(folded)
}

/** "engenheiro civil", "banque alimentaire": an adjective behind its noun, by its ending. */
export function isQuality(folded: string): boolean {
  return /(?:[ai]l|[ai]r|ic[oa]|iv[oa]|ari[oa]|ense|aire|ique|ine)$/.test(folded)
}
