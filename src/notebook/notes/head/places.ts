import { dayEnd, isTimeWord } from './days.ts'
import { towns, wellKnownHouses } from './gazetteer.ts'
import type { Kind } from './lexicon.ts'
import type { Reading } from './reading.ts'
import { foldedAt, has, isBreak, isCapital, isShouted, type Token, tokenAt } from './tokens.ts'

/** Whether a word is one for a place, for a house one works for, or a town. */

const germanPlace =
  /(?:feier|fest|abend|treffen|termin|training|pause|schicht|laden|halle|studio|platz|bahn|kurs|markt|party|messe|saal|zimmer|cafe|garten|schlange|spiel|probe|reise|fahrt|flug|zug|konzert|lauf|hutte|strand|kneipe|turnier|camp|stand|tage?|becken|raum|wiese|stelle)$/
const germanHouse =
  /(?:amt|werke?|klinik|klinikum|verlag|institut|schule|museum|archiv|theater|bank|gericht|anstalt|zentrum|verein|praxis|kanzlei|agentur|haus|heim|orchester|behorde|kasse|dienst|fabrik|manufaktur|garten|burg|stiftung|gesellschaft|bibliothek|park|werft)$/
const companyWord =
  /^(?:group|gmbh|ag|ltd|inc|llc|labs|studios?|partners|media|kg|sarl|holding|consulting|energy|systems|software|capital|foundation|trust|analytics|robotics|pharma|ventures|airlines|airways|records|films|filmes|books|publishing|technologies|solutions|industries|motors|logistics)$/

export function isPlaceWord(reading: Reading, at: number): boolean {
  const token = tokenAt(reading, at)
  if (isTimeWord(token)) return false
  return has(token, 'place') || isGermanNoun(reading, token, germanPlace)
}

export function isHouseWord(reading: Reading, at: number): boolean {
  const token = tokenAt(reading, at)
  if (has(token, 'house') || wellKnownLength(reading, at) > 0) return true
  if (has(token, 'place')) return false
  const isCompany = isCapital(token) && companyWord.test(token.folded)
  return isCompany || isGermanNoun(reading, token, germanHouse)
}

/** German makes its nouns as it needs them; their last part tells what they are. */
function isGermanNoun({ language, isCaseless }: Reading, token: Token, ending: RegExp): boolean {
  const isLong = token.text.length > 6 && (isCaseless || isCapital(token))
  return language === 'de' && isLong && ending.test(token.folded)
}

function pairAt(reading: Reading, at: number): string {
  return `${foldedAt(reading, at)} ${foldedAt(reading, at + 1)}`
}

export function wellKnownLength(reading: Reading, at: number): number {
  if (wellKnownHouses.has(pairAt(reading, at))) return 2
  return wellKnownHouses.has(foldedAt(reading, at)) ? 1 : 0
}

/** How many words of a town begin here; 0 where none does. */
export function townLength(reading: Reading, at: number): number {
  if (!isCapital(tokenAt(reading, at)) && !reading.isCaseless) return 0
  if (towns.has(pairAt(reading, at))) return 2
  return towns.has(foldedAt(reading, at)) ? 1 : 0
}

const stops: readonly Kind[] = [
  'plain',
  'is',
  'says',
  'works',
  'with',
  'about',
  'via',
  'met',
  'reached',
  'called',
  'and',
  'at',
  'of',
]

/** A word that no place or house begins with, and that ends one. */
export function isNoNoun(reading: Reading, at: number): boolean {
  const token = tokenAt(reading, at)
  if (token.kind !== 'word') return true
  if (has(token, 'place', 'house')) return false
  // WHO, UN, US, IT.
  if (/^(?:who|un|us|it)$/u.test(token.folded)) return !isShouted(token)
  const isTime = isTimeWord(token) && !/\d/.test(token.text)
  return isTime || dayEnd(reading, at) > at || (has(token, ...stops) && isSmall(reading, at))
}

/** Typed small, or where a capital tells nothing. */
function isSmall(reading: Reading, at: number): boolean {
  const isBeforeName = isCapital(tokenAt(reading, at + 1)) && reading.language !== 'de'
  const isFirst = at === 0 || (isBreak(tokenAt(reading, at - 1)) && !isBeforeName)
  return isFirst || reading.isCaseless || !isCapital(tokenAt(reading, at))
}
