import type { FoundPerson } from './head-found.ts'
import { isJoined } from './head-joined.ts'
import { determiners, houses, places, relations } from './head-lexicon.ts'
import { personAt, type Reading, type Someone } from './head-names.ts'
import { isCaseless, type Token } from './head-tokens.ts'
import { foldedAt } from './head-words.ts'
import { beginsASentence, beginsLikeAName } from './names.ts'
import { isRoleWord } from './role-words.ts'

/** A name that begins the line, and is followed by what follows names. */
export function atTheStart(reading: Reading): FoundPerson | null {
  const { tokens } = reading
  const at = tokens.findIndex((token) => token.kind !== 'break')
  const first = tokens[at]
  if (first?.kind !== 'word') return null
  const found = firstWordsAt(reading, at)
  if (!found) return null
  const isFollowed = followsAName(tokens[found.next]) || isJoined(reading, found.next)
  if (found.name === null) return isFollowed ? { ...found, from: at, met: 'met' } : null
  const isName = determiners.has(first.folded)
    ? isFollowed
    : (isFollowed || isFullName(first, found.next - at)) && !beginsASentence(first.text)
  return found.known || isName ? { ...found, from: at, met: '' } : null
}

function isFullName(first: Token, words: number): boolean {
  return words >= 2 && !isCaseless(first.text)
}

function firstWordsAt(reading: Reading, at: number): Someone | null {
  const { text, folded } = reading.tokens[at] ?? { text: '', folded: '' }
  const isLed = determiners.has(folded) || relations.has(folded) || isRoleWord(text)
  const hasCapital = beginsLikeAName(text) || isCaseless(text)
  return isLed || hasCapital ? personAt(reading, at, 'along') : smallNameAtStart(reading, at)
}

const tellingVerb =
  /^(?:told|tells|said|says|dijo|dice|cuenta|comenta|me|dit|raconte|m'a|m'ont|sagt|sagte|meint|meinte|schrieb|schreibt|escribe|escribio|escreveu|ecrit|wrote|writes|erzahlt|erzahlte|disse|diz|contou|works|trabaja|travaille|arbeitet|trabalha)$/

function followsAName(token: Token | undefined): boolean {
  if (!token) return false
  if (token.kind !== 'word') return /^[,:(（：，–—-]$/u.test(token.text)
  const isSmallWord = houses.has(token.folded) || places.has(token.folded)
  return isSmallWord || isRoleWord(token.text) || tellingVerb.test(token.folded)
}

/** "ana ruiz, ux at acme", "ana ruiz: ! portfolio": small letters are a name only before a role, a colon, "again". */
function smallNameAtStart(reading: Reading, at: number): Someone | null {
  const { tokens } = reading
  const first = tokens[at]
  if (!first || isRoleWord(first.text)) return null
  const found = personAt(reading, at, 'met')
  if (!found || found.known || found.name === null) return found
  const behind = tokens.slice(found.next, found.next + 6)
  const isMeant = tellsRole(behind) || /^[:：]$/u.test(behind[0]?.text ?? '')
  const isName = found.next - at >= 2 && (isMeant || isAgain.test(foldedAt(behind, 0)))
  return isName ? found : null
}

const isAgain = /^(?:again|otra|encore|wieder|novamente)$/

/** A role follows at once, or somewhere behind a comma. */
function tellsRole([next, ...others]: readonly Token[]): boolean {
  if (next?.kind !== 'break') return isRoleWord(next?.text ?? '')
  return others.some((token) => isRoleWord(token.text))
}
