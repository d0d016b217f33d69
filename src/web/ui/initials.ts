const titles = new Set([
  'dr',
  'mr',
  'mrs',
  'ms',
  'mx',
  'prof',
  'sir',
  'dame',
  'don',
  'doña',
  'herr',
  'frau',
])
const particles = new Set([
  'van',
  'von',
  'der',
  'den',
  'de',
  'del',
  'della',
  'di',
  'da',
  'do',
  'dos',
  'du',
  'la',
  'le',
  'el',
  'al',
  'bin',
  'ibn',
  'of',
  'y',
])

/** What stands in a plate: the first letters of the first and last names, "RA"; one letter for a single name. */
export function initialsOf(name: string): string {
  const words = name
    .normalize('NFC')
    .split(/[\s,]+/u)
    .filter((word) => /[\p{L}\p{N}]/u.test(word))
  const names = words.filter((word) => !titles.has(plain(word)))
  const telling = names.filter((word, at) => at === 0 || !particles.has(plain(word)))
  const [first] = telling.length > 0 ? telling : words
  const last = telling.length > 1 ? telling.at(-1) : undefined
  return [first, last].map((word) => firstLetter(word ?? '')).join('')
}

function plain(word: string): string {
  return word.replace(/\.+$/, '').toLowerCase()
}

/** The first letter as a reader counts letters: an accent or a joined sign goes with its letter. */
function firstLetter(word: string): string {
  const at = word.search(/[\p{L}\p{N}]/u)
  if (at < 0) return ''
  const [letter] = segments.segment(word.slice(at))
  return (letter?.segment ?? '').toLocaleUpperCase()
}

const segments = new Intl.Segmenter(undefined, { granularity: 'grapheme' })
