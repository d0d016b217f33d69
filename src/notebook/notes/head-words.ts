import {
  companions,
  connectors,
  determiners,
  houses,
  notNames,
  places,
  relations,
  stops,
} from './head-lexicon.ts'
import { phraseLength, phrases, type Token } from './head-tokens.ts'
import { beginsASentence, beginsLikeAName, isParticle, isShouted } from './names.ts'
import { isRoleWord } from './role-words.ts'

/** What one word of a captured line could be: the beginning of a name, a surname, a word of a name typed small. */

/** A token's word folded; empty where there is none. */
export function foldedAt(tokens: readonly Token[], at: number): string {
  return tokens[at]?.folded ?? ''
}

/** Begins as names do, and not as sentences do. */
export function isNameLike(word: string): boolean {
  return beginsLikeAName(word) && !beginsASentence(word)
}

export function couldBeName(token: Token): boolean {
  const isCapital = token.kind === 'word' && beginsLikeAName(token.text) && !isShouted(token.text)
  return isCapital && !isRoleWord(token.text) && !relations.has(token.folded)
}

/** Tim Cook, Anna Koch, Sarah Baker; but not "UX", nor "Hydrologin". */
export function couldBeSurname({ text, folded }: Token): boolean {
  return beginsLikeAName(text) && !isShouted(text) && !folded.endsWith('in')
}

export const adverbs =
  /^(?:again|briefly|later|quickly|there|here|too|also|twice|once|now|then|\p{L}+ly|otra|aqui|alli|luego|tambien|encore|aussi|ici|wieder|noch|dort|auch|kurz|novamente|tambem|ali|\p{L}+mente?)$/u

/** "Ana thinks", "Ana told", "Ana smiling": more likely what she does than what she is called. */
export const verbEnding =
  /(?:ing|ed|ks|lls|ys|ts)$|^(?:told|gave|went|left|came|did|does|made|took|lives?|loves?|schrieb|schreibt|sagt|meint|meinte|escribe|escribio|escreveu|ecrit|wrote)$/

const companionPhrases = phrases(companions)

/** Whether a name typed without capitals is over at this token. */
export function endsAName(token: Token | undefined): boolean {
  if (token?.kind !== 'word') return true
  const isSmallWord = [stops, places, houses, connectors].some((words) => words.has(token.folded))
  return isSmallWord || phraseLength([token], 0, companionPhrases) > 0
}

const verbs = /^(?:is|was|has|had|es|est|ist|e|era|war|ha|hat|have|are|were|will|would)$/

export function isNameTypedSmall(token: Token | undefined): boolean {
  if (!token || endsAName(token) || !/^\p{L}/u.test(token.text)) return false
  const isOther = [determiners, relations, notNames].some((words) => words.has(token.folded))
  if (isOther) return false
  if (isRoleWord(token.text) || verbs.test(token.folded) || adverbs.test(token.folded)) return false
  return !beginsASentence(token.text) || isParticle(token.text)
}
