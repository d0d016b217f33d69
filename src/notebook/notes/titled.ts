import { isParticle } from './names.ts'

/** Names typed all small or all large are written as names are; others stay as they came. */
export function titled(name: string): string {
  const letters = name.replace(/[^\p{L}]/gu, '')
  const isSmall = letters === letters.toLowerCase()
  const isLarge = letters === letters.toUpperCase() && letters.length > 3
  if (letters === '' || (!isSmall && !isLarge)) return name
  return name
    .toLowerCase()
    .split(' ')
    .map((word, index) => (index > 0 && isParticle(word) ? word : capitalised(word)))
    .join(' ')
}

function capitalised(word: string): string {
  return word.replace(
    /(^|[-'’])(\p{L})/gu,
    (_all, before: string, letter: string) => before + letter.toUpperCase(),
  )
}
