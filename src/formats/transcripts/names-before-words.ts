/** Who speaks, where a line says it before the words: `Ana Ruiz: Hola`, `[SPEAKER_00] Hola`. */
export interface Named {
  readonly name: string
  readonly words: string
}

const mostLetters = 80
const mostWords = 8
const bracketed =
  /^\[((?:speaker|spk|sprecher|hablante|locuteur|orador|falante)[ _-]?\w{1,20})\]:?\s*/i
const signs = /^[\p{L}\p{N}+~_@(][\p{L}\p{M}\p{N}\s.,'’`´&()|/+@#~_–-]*$/u
const particles = new Set(
  'de del la las los el da das do dos di du des le van von der den ten ter bin ibn al y e i und and of mc st'.split(
    ' ',
  ),
)
const abbreviation = /^(?:dr|dra|mr|mrs|ms|prof|sr|sra|ing|lic|st|jr|\p{L})\.$/iu

/** What stands before a first colon, or in brackets; whether it is a voice is `voicesOf`'s to say. */
export function namedAtStart(line: string): Named | null {
  if (line.startsWith('[')) {
    const bracket = bracketed.exec(line)
    if (bracket?.[1]) return { name: bracket[1], words: line.slice(bracket[0].length) }
  }
  const head = line.slice(0, mostLetters + 1)
  const [narrow, wide] = [head.indexOf(':'), head.indexOf('：')]
  const colon = wide >= 0 && (narrow < 0 || wide < narrow) ? wide : narrow
  if (colon < 1) return null
  const isApart = colon === wide || colon + 1 === line.length || /\s/.test(line.charAt(colon + 1))
  if (!isApart) return null
  return { name: line.slice(0, colon).trim(), words: line.slice(colon + 1).trim() }
}

export function couldBeName(name: string): boolean {
  if (name === '' || name.length > mostLetters || !signs.test(name)) return false
  const words = name.split(/\s+/)
  if (words.length > mostWords) return false
  // A full stop inside is the end of a sentence, unless it shortens a title or a name.
  return words.slice(0, -1).every((word) => !word.endsWith('.') || abbreviation.test(word))
}

/** Every word with a capital, or of a script that has none. */
function isWrittenAsName(name: string): boolean {
  const outside = name.replace(/\([^()]*\)/g, ' ')
  return outside
    .split(/[\s,&|/]+/)
    .filter((word) => word !== '')
    .every((word) => particles.has(word) || !/^\p{Ll}/u.test(word))
}

/**
 * Which of the names that stand before words in a file are voices: all that look so where a third of its lines has
 * one; else those that come back again and again and are of several words. "Here is the thing: …" is nobody.
 */
export function voicesOf(lines: readonly string[]): ReadonlySet<string> {
  const counts = new Map<string, number>()
  let spoken = 0
  for (const line of lines) {
    if (line.trim() === '') continue
    spoken += 1
    const named = namedAtStart(line)
    if (named) counts.set(named.name, (counts.get(named.name) ?? 0) + 1)
  }
  const possible = [...counts].filter(([name]) => couldBeName(name))
  const names = possible.filter(([name]) => isWrittenAsName(name))
  const share = total(names) / Math.max(1, spoken)
  if (share >= 0.3) return new Set(names.map(([name]) => name))
  const repeated = possible.filter(([, times]) => times > 1)
  const isChatty = total(repeated) / Math.max(1, spoken) >= 0.6
  if (isChatty) return new Set(repeated.map(([name]) => name))
  const often = names.filter(([name, times]) => times > 2 && /[\s_]/.test(name))
  const numbered = names.filter(([name]) => bracketed.test(`[${name}]`))
  return new Set([...often, ...numbered].map(([name]) => name))
}

function total(counts: readonly (readonly [string, number])[]): number {
  return counts.reduce((sum, [, times]) => sum + times, 0)
}
