import { officeMailboxes, publicMailDomains } from './name-words.ts'
import { nicknameGroups } from './nicknames.ts'

export interface Mail {
  /** As it is delivered: without case, dots of Gmail and tags. */
  readonly address: string
  readonly local: string
  readonly domain: string
}

const sameHouse: Readonly<Record<string, string>> = {
  'googlemail.com': 'gmail.com',
  'me.com': 'icloud.com',
  'mac.com': 'icloud.com',
  'pm.me': 'proton.me',
  'protonmail.com': 'proton.me',
}

const longestAddress = 254

/** One mailbox as one text, or null where it is no address. */
export function mailOf(written: string): Mail | null {
  const text = written
    .trim()
    .toLowerCase()
    .replace(/^mailto:/, '')
  if (text.length > longestAddress) return null
  const at = text.lastIndexOf('@')
  if (at < 1 || at === text.length - 1) return null
  const domain = sameHouse[text.slice(at + 1)] ?? text.slice(at + 1)
  const bare = text.slice(0, at).split('+')[0] ?? ''
  const local = domain === 'gmail.com' ? bare.replaceAll('.', '') : bare
  if (local === '') return null
  return { address: `${local}@${domain}`, local, domain }
}

/** The house behind the address, or null where anybody may have one there. */
export function houseOf({ domain }: Mail): string | null {
  return publicMailDomains.has(domain) ? null : domain
}

/** Does the part before the @ name one person? `info@` does not, nor does `j@`. */
export function namesSomebody({ local }: Mail): boolean {
  return local.length >= 5 && !officeMailboxes.has(local)
}

/** Is the part before the @ only the name over again, or its initials? Then any employer might have made it. */
export function madeFrom(words: readonly string[], { local }: Mail): boolean {
  if (/\d/.test(local)) return false
  const pieces = local.split(/[._-]+/).filter(Boolean)
  return pieces.length > 0 && pieces.every((piece) => isOf(words, piece))
}

function isOf(words: readonly string[], piece: string): boolean {
  return words.some(
    (word) =>
      word === piece ||
      oneGivenName(word, piece) ||
      (piece.length === 1 && word[0] === piece) ||
      (word.length > 2 &&
        piece.endsWith(word) &&
        startsSome(words, piece.slice(0, -word.length))) ||
      (word.length > 2 && piece.startsWith(word) && startsSome(words, piece.slice(word.length))),
  )
}

function oneGivenName(word: string, piece: string): boolean {
  const groups = nicknameGroups(word)
  return groups.length > 0 && nicknameGroups(piece).some((group) => groups.includes(group))
}

function startsSome(words: readonly string[], part: string): boolean {
  return words.some((word) => word.startsWith(part))
}
