import { articles, connectors, places } from './head-lexicon.ts'
import { personAt, type Reading, type Someone } from './head-names.ts'
import type { Token } from './head-tokens.ts'
import { foldedAt, isNameLike, verbEnding } from './head-words.ts'

/** Who else was there. */

/** "Ana Ruiz and Ben Cole", "Ana, Ben and Chloé", "a Ana e o Rui": those joined to the first. */
export function moreNamesAfter(reading: Reading, first: Someone): Someone[] {
  const more: Someone[] = []
  for (let at = first.next; more.length < 5;) {
    const found = joinedAt(reading, at)
    if (!found) break
    more.push(found)
    at = found.next
  }
  return more
}

function joinedAt(reading: Reading, at: number): Someone | null {
  const [before, joint] = [reading.tokens[at - 1], reading.tokens[at]]
  if (!joint) return null
  if (joint.kind === 'tag') return nameJoinedAt(reading, at)
  if (joint.text === ',') {
    const found = nameJoinedAt(reading, at + 1)
    return found && isJoined(reading, found.next) ? found : null
  }
  if (!connectors.has(joint.folded)) return null
  const isSmall = before !== undefined && /^\p{Ll}/u.test(before.text)
  return isSmall ? smallNameJoinedAt(reading, at + 1) : nameJoinedAt(reading, at + 1)
}

/** "ravi shah and meera iyer": whoever types one name small types the next so too; a full one, or it is a thing. */
function smallNameJoinedAt(reading: Reading, at: number): Someone | null {
  const found = nameJoinedAt(reading, at) ?? personAt(reading, at, 'met')
  if (!found?.name) return null
  const [word] = reading.tokens.slice(at, at + 1)
  const isFull = found.next - at >= 2 || found.known || isNameLike(word?.text ?? '')
  return isFull || isShortName(word, reading.tokens[found.next]) ? found : null
}

/** "and" and another name come next: behind a comma a name counts only then, and at the start of a line. */
export function isJoined(reading: Reading, at: number): boolean {
  return connectors.has(foldedAt(reading.tokens, at)) && nameJoinedAt(reading, at + 1) !== null
}

function nameJoinedAt(reading: Reading, at: number): Someone | null {
  const [token, next] = reading.tokens.slice(at, at + 2)
  if (!token) return null
  if (token.kind !== 'tag' && !isNameLike(token.text)) {
    return articles.has(token.folded) && next && isNameLike(next.text)
      ? nameJoinedAt(reading, at + 1)
      : null
  }
  const found = personAt(reading, at, 'along')
  return found?.name ? found : null
}

/** "julia y marc en la terraza": one small word that is no verb, and then where it was. */
function isShortName(word: Token | undefined, behind: Token | undefined): boolean {
  return word !== undefined && !verbEnding.test(word.folded) && places.has(behind?.folded ?? '')
}
