import anyAscii from 'any-ascii'
import { fold } from '../../kit/text.ts'

/** Latin letters and digits in words, whatever script it was written in: `"Наталья Иванова"` is `natalya ivanova`. */
export function plainWords(text: string): string[] {
  const cut = text.length > 500 ? text.slice(0, 500) : text
  const latin = isAscii(cut)
    ? cut.toLowerCase()
    : anyAscii(fold(cut).replaceAll('ου', 'ou')).toLowerCase()
  return latin.replaceAll(apostrophes, '').match(words) ?? []
}

const apostrophes = /['’`]/g
const words = /[a-z0-9]+/g

function isAscii(text: string): boolean {
  for (let at = 0; at < text.length; at++) if (text.charCodeAt(at) > 126) return false
  return true
}

/** A spelling by which words that sound alike meet: its first letter and three consonants after it, doubled ones once. */
export function soundOf(word: string): string {
  const told = word
    .replace(/ph/g, 'f')
    .replace(/[ck]+h?|q/g, 'k')
    .replace(/[sz]+h?|x/g, 's')
    .replace(/[wv]/g, 'v')
    .replace(/[dt]+h?/g, 't')
    .replace(/[yj]/g, 'i')
  const first = told.slice(0, 1)
  const rest = told
    .slice(1)
    .replace(/[aeiouh0-9]/g, '')
    .replace(/(.)\1+/g, '$1')
  return (first + rest).slice(0, 4)
}
