import { dayEnd } from './days.ts'
import { genitiveIn } from './genitives.ts'
import { isGivenName } from './given-names.ts'
import type { Prefix } from './prefix.ts'
import type { Reading } from './reading.ts'
import { roleEnd } from './roles.ts'
import {
  foldedAt,
  has,
  isBreak,
  isCapital,
  isGenitive,
  isOfCaselessScript,
  isShouted,
  lengthOf,
  textAt,
  type Token,
  tokenAt,
  tradeLength,
} from './tokens.ts'

/** "my landlord's daughter", "el cuñado de Marta", "ein netter alter Herr", "Pastor Greg's wife", "the former head nurse". */
export function prefixAt(reading: Reading, from: number): Prefix {
  let prefix: Prefix = {
    from,
    next: from,
    isTitled: false,
    isRelated: false,
    hasArticle: false,
    isSomeone: false,
    isSeveral: false,
    trade: null,
  }
  for (let steps = 0; steps < 9; steps++) {
    const more = moreOf(reading, prefix)
    if (more === null) break
    prefix = more
  }
  return prefix
}

function moreOf(reading: Reading, prefix: Prefix): Prefix | null {
  const token = tokenAt(reading, prefix.next)
  if (token.kind !== 'word') return null
  // "chef de chantier" is more than "chef".
  const isMoreTrade = tradeLength(token) > Math.max(1, lengthOf(token, 'relation'))
  return (
    articleIn(prefix, token) ??
    titleIn(reading, prefix, token) ??
    genitiveIn(reading, prefix) ??
    (isMoreTrade ? tradeIn(reading, prefix, token) : null) ??
    relationIn(reading, prefix, token) ??
    ownedIn(reading, prefix, token) ??
    tradeIn(reading, prefix, token) ??
    ofWhomIn(reading, prefix) ??
    kindIn(reading, prefix, token)
  )
}

/** Somebody is described so far, and only a name may follow. */
function isDescribed({ isRelated, isSomeone, trade }: Prefix): boolean {
  return isRelated || isSomeone || trade !== null
}

function articleIn(prefix: Prefix, token: Token): Prefix | null {
  const kinds = ['article', 'owner', 'several'] as const
  const length = Math.max(...kinds.map((kind) => lengthOf(token, kind)))
  const isFirst = prefix.next === prefix.from || prefix.hasArticle
  const isOpen = isFirst && !isDescribed(prefix) && !prefix.isTitled
  if (length === 0 || !isOpen || has(token, 'relation', 'someone')) return null
  const isSeveral = prefix.isSeveral || has(token, 'several')
  return { ...prefix, next: prefix.next + length, hasArticle: true, isSeveral }
}

function titleIn(reading: Reading, prefix: Prefix, token: Token): Prefix | null {
  const isSmallArticle = has(token, 'article') && !isCapital(token)
  if (!has(token, 'title') || prefix.trade !== null || isSmallArticle) return null
  const end = prefix.next + lengthOf(token, 'title')
  const next = textAt(reading, end) === '.' ? end + 1 : end
  const name = tokenAt(reading, next)
  if (has(name, 'and')) {
    // "Herrn und Frau Pohl"
    const isPair = has(tokenAt(reading, next + 1), 'title')
    return isPair ? { ...prefix, next: next + 1, isTitled: true } : null
  }
  if (!isTitleBefore(token, name, next > end)) return null
  // "Pfarrerin Ruth Engel"
  const trade = has(token, 'trade') ? { from: prefix.next, end } : null
  return { ...prefix, next, isTitled: true, trade }
}

/** A single letter needs its dot, or a name in capitals. */
function isTitleBefore(title: Token, name: Token, hasDot: boolean): boolean {
  const isLetter = title.folded.length === 1 && !hasDot && !isCapital(name)
  return !isLetter && couldFollowTitle(name)
}

function couldFollowTitle(token: Token): boolean {
  if (token.kind !== 'word') return false
  const isName = isCapital(token) || isOfCaselessScript(token) || has(token, 'title')
  return isName || token.kinds.size === 0 || isGivenName(token.folded, { small: true })
}

function relationIn(reading: Reading, prefix: Prefix, token: Token): Prefix | null {
  const length = Math.max(lengthOf(token, 'relation'), lengthOf(token, 'someone'))
  if (prefix.trade !== null) return null
  if (length === 0) return manyIn(reading, prefix, token)
  const isSaid = has(token, 'article', 'says') && !has(token, 'relation')
  if (isSaid || isNamedSo(reading, prefix, token)) return null
  const isRelated = prefix.isRelated || has(token, 'relation')
  const isSomeone = prefix.isSomeone || has(token, 'someone')
  return { ...prefix, next: prefix.next + length, isRelated, isSomeone }
}

/** "my bridesmaid Pia", "sein Skatbruder Willi": what we do not know, before a given name, is what somebody is to one. */
function ownedIn(reading: Reading, prefix: Prefix, token: Token): Prefix | null {
  const { from, next, isTitled } = prefix
  const isOwned = has(tokenAt(reading, from), 'owner') && next > from
  const isOpen = isOwned && !isDescribed(prefix) && !isTitled && !reading.isCaseless
  const name = tokenAt(reading, next + 1)
  const isBeforeName = isCapital(name) && isGivenName(name.folded, { small: false })
  // "a ajudante dele Sónia"
  const isTheirs = prefix.hasArticle && /^del[ae]s?$/.test(name.folded)
  if (isTheirs && isUnknownNoun(reading, token)) {
    return { ...prefix, next: next + 2, isRelated: true }
  }
  if (!isOpen || !isBeforeName || !isUnknownNoun(reading, token)) return null
  return { ...prefix, next: next + 1, isRelated: true }
}

function isUnknownNoun({ language }: Reading, token: Token): boolean {
  const isNoun = language === 'de' || /^\p{Ll}/u.test(token.text)
  const isOpen = token.kinds.size === 0 && tradeLength(token) === 0
  return isNoun && isOpen && !isGivenName(token.folded, { small: false })
}

/** "two midwives", "dos amigas": a small word behind a number. */
function manyIn({ language }: Reading, prefix: Prefix, token: Token): Prefix | null {
  const isNoun = language === 'de' ? token.text.endsWith('n') : /^\p{Ll}{4,}$/u.test(token.text)
  const isOpen = token.kinds.size === 0 || tradeLength(token) > 0
  const isMany = prefix.isSeveral && !prefix.isSomeone && isNoun && isOpen
  return isMany ? { ...prefix, next: prefix.next + 1, isSomeone: true } : null
}

/** "met Pat Smith": a given name that is a word for people too. */
function isNamedSo(reading: Reading, { next, hasArticle }: Prefix, token: Token): boolean {
  const tellsCase = reading.language !== 'de' && !reading.isCaseless && next > 0 && !hasArticle
  if (!tellsCase || has(token, 'title') || !isCapital(token)) return false
  const isBeforeName = isCapital(tokenAt(reading, next + 1))
  return isBeforeName && isGivenName(token.folded, { small: false })
}

function tradeIn(reading: Reading, prefix: Prefix, token: Token): Prefix | null {
  const length = tradeLength(token)
  if (length === 0 || isSurnameNotTrade(reading, prefix, token)) return null
  const behind = prefix.next + length
  const isLong = prefix.hasArticle || has(tokenAt(reading, behind), 'of')
  const end = isLong && !isCapital(token) ? roleEnd(reading, behind) : behind
  return { ...prefix, next: end, trade: { from: tradeFrom(reading, prefix), end } }
}

/** "Frau Schneider", "Ana Baker": a capital that is a name more likely than a trade. */
function isSurnameNotTrade(reading: Reading, prefix: Prefix, token: Token): boolean {
  if (!isCapital(token)) return false
  const isBeforeName = isCapital(tokenAt(reading, prefix.next + tradeLength(token)))
  if (prefix.isTitled && !isBeforeName) return true
  if (reading.isCaseless || reading.language === 'de') return false
  if (isGivenName(token.folded, { small: true })) return true
  const isShort = /^\p{Lu}{2}$/u.test(token.text)
  return !isShort && !isBeforeName && prefix.next > 0 && !prefix.hasArticle
}

const kindsOfWorkers =
  /^(?:retired|former|ex|senior|junior|trainee|chief|head|freelance|jubilad|antigu|ancien|retrait|pensioniert|ehemalig|fruher|leitend|angehend|aposentad|reformad)/

/** "ex head of HR", "retired electrician", "triage nurse": the words before the trade that belong to it. */
function tradeFrom(reading: Reading, { from, next, trade }: Prefix): number {
  if (trade) return trade.from
  const token = tokenAt(reading, from)
  const isOther = has(token, 'article', 'owner', 'title', 'relation', 'someone', 'kind')
  if (next === from + 1 && !isOther && !isGenitive(token)) return from
  let first = next
  while (first > from && isKindOfWorker(tokenAt(reading, first - 1))) first--
  return first
}

function isKindOfWorker(token: Token): boolean {
  return has(token, 'kind') && !has(token, 'article', 'owner') && kindsOfWorkers.test(token.folded)
}

/** "el primo | de Silvia", "friend | from book club", "o neto | dela". */
function ofWhomIn(reading: Reading, prefix: Prefix): Prefix | null {
  const { isRelated, isSomeone, next } = prefix
  if (!isRelated && !isSomeone) return null
  const joint = tokenAt(reading, next)
  if (isRelated && /^del[ae]s?$/.test(joint.folded)) return { ...prefix, next: next + 1 }
  const isOf = has(joint, 'of') || (has(joint, 'from') && isRelated)
  if (!isOf) return null
  const whom = behindSmall(reading, next + Math.max(lengthOf(joint, 'of'), lengthOf(joint, 'from')))
  return couldOwn(reading, prefix, whom) ? { ...prefix, next: whomEnd(reading, whom) } : null
}

function behindSmall(reading: Reading, from: number): number {
  let next = from
  while (next < from + 3 && has(tokenAt(reading, next), 'article', 'owner')) next++
  const isTitle = has(tokenAt(reading, next), 'title') && isCapital(tokenAt(reading, next + 1))
  return isTitle ? next + 1 : next
}

function couldOwn(reading: Reading, { isRelated }: Prefix, at: number): boolean {
  const token = tokenAt(reading, at)
  const isHouse = isShouted(token) || has(token, 'house')
  if (isBreak(token) || isOfCaselessScript(token) || (isHouse && !isRelated)) return false
  return !has(token, 'with', 'says', 'is') && dayEnd(reading, at) === at
}

function whomEnd(reading: Reading, at: number): number {
  const token = tokenAt(reading, at)
  const kinds = ['relation', 'place', 'house'] as const
  const end = at + Math.max(1, ...kinds.map((kind) => lengthOf(token, kind)))
  const behind = tokenAt(reading, end)
  if (!isCapital(behind)) return end
  if (has(token, 'relation')) return reading.language === 'de' ? end : end + 1
  const isSurname = isCapital(token) && !isGivenName(behind.folded, { small: true })
  return isSurname ? end + 1 : end
}

/** "old", "nette", "antiguo", "data center": before a word for people. */
function kindIn(reading: Reading, prefix: Prefix, token: Token): Prefix | null {
  const more = { ...prefix, next: prefix.next + 1 }
  const isKind = has(token, 'kind') && !has(token, 'at', 'is')
  if (isKind && isDescribed(prefix)) return prefix.hasArticle && !isCapital(token) ? more : null
  if (isKind && has(tokenAt(reading, prefix.next + 1), 'title')) return more
  return isTypeOfPeople(reading, prefix, isKind) ? more : null
}

function isTypeOfPeople(reading: Reading, prefix: Prefix, isKind: boolean): boolean {
  const isOfNamed = isTypeOfNamed(reading, prefix)
  if (!isKind && !isOfNamed && !isTypeOfTrade(reading, prefix)) return false
  return isPeopleAhead(reading, prefix.next + 1, isKind || isOfNamed || prefix.hasArticle)
}

function isPeopleAhead(reading: Reading, from: number, isTradeMeant: boolean): boolean {
  for (let at = from; at < from + 3; at++) {
    const token = tokenAt(reading, at)
    if (has(token, 'relation', 'someone')) return true
    if (tradeLength(token) > 0) return isTradeMeant
    if (!has(token, 'kind')) return false
  }
  return false
}

/** "triage nurse Kwaku", "uber driver Farhan": a small word before a trade and a name, where a clause begins. */
function isTypeOfNamed(reading: Reading, { from, next }: Prefix): boolean {
  const token = tokenAt(reading, next)
  const isFirst = next === from && isBreak(tokenAt(reading, from - 1))
  if (!isFirst || reading.isCaseless || isCapital(token)) return false
  if (has(token, 'plain', 'article', 'at', 'met', 'with', 'says')) return false
  const length = tradeLength(tokenAt(reading, next + 1))
  return length > 0 && isCapital(tokenAt(reading, next + 1 + length))
}

/** "a data center engineer": a small word before a trade, behind an article; "HR lady". */
function isTypeOfTrade(reading: Reading, { hasArticle, next }: Prefix): boolean {
  const token = tokenAt(reading, next)
  const isPart = has(token, 'house', 'trade') && isShouted(token)
  if (isPart && has(tokenAt(reading, next + 1), 'someone')) return true
  return hasArticle && !isCapital(token) && token.kinds.size === 0 && foldedAt(reading, next) !== ''
}
