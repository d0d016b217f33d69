import { isGivenName } from './given-names.ts'
import type { Prefix } from './prefix.ts'
import type { Reading } from './reading.ts'
import { has, isCapital, isGenitive, type Token, tokenAt, tradeLength } from './tokens.ts'

/** "landlord's", "Pastor Greg's", "Ana Ruiz's", where a word for people follows. */
export function genitiveIn(reading: Reading, prefix: Prefix): Prefix | null {
  let end = prefix.next
  while (end < prefix.next + 3 && !endsOwner(reading, end)) end++
  if (!endsOwner(reading, end)) return null
  const between = reading.tokens.slice(prefix.next, end)
  const isOwner = between.every((token) => isOfOwner(prefix, token))
  let next = end + 1
  while (has(tokenAt(reading, next), 'kind')) next++
  const whom = tokenAt(reading, next)
  if (!isOwner || !(has(whom, 'relation', 'someone') || tradeLength(whom) > 0)) return null
  return { ...prefix, next: end + 1, hasArticle: true, isTitled: false, isRelated: false }
}

/** "Greg's", "Martas Mutter". */
function endsOwner(reading: Reading, at: number): boolean {
  const token = tokenAt(reading, at)
  if (isGenitive(token)) return true
  const isGerman = reading.language === 'de' && isCapital(token) && token.folded.endsWith('s')
  return isGerman && isGivenName(token.folded.slice(0, -1), { small: true })
}

function isOfOwner({ hasArticle }: Prefix, token: Token): boolean {
  const isWord = hasArticle && token.kind === 'word'
  return isWord || isCapital(token) || has(token, 'relation', 'title', 'kind')
}
