/** What one voice says within one caption. */
export interface Voiced {
  readonly speaker: string | null
  readonly text: string
}

const entities: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: '\u00a0',
  lrm: '\u200e',
  rlm: '\u200f',
}

/** `&amp;` and the like, by name or number; what is none stays as it is. */
function withoutEntities(text: string): string {
  if (!text.includes('&')) return text
  return text.replace(/&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|([a-z]{2,5}));/gi, (whole, ...found) => {
    const [decimal, hex, name]: (string | undefined)[] = found
    if (name !== undefined) return entities[name.toLowerCase()] ?? whole
    const code = decimal === undefined ? Number.parseInt(hex ?? '', 16) : Number(decimal)
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : whole
  })
}

/** Whether words come in one by one, as YouTube writes them, each caption repeating the line above. */
export function comesWordByWord(text: string): boolean {
  return /<\d{2}:\d{2}:\d{2}\.\d{3}><c/.test(text)
}

/**
 * The words of a caption without its tags: `<v Ana Ruiz>` begins a voice, `<i>`, `<c.yellow>`, `<00:01.000>`, `<font …>`
 * and `{\an8}` are looks. A `<` that is never closed is a sign like others: no word is lost to it.
 */
export function voicedIn(text: string): Voiced[] {
  if (!/[<{&]/.test(text)) return saidBy(null, text)
  const plain = text.replace(/\{\\[a-z]+\d{0,3}\}/gi, '')
  const found: Voiced[] = []
  let [speaker, words]: [string | null, string] = [null, '']
  for (const piece of piecesOf(plain)) {
    const change = piece.isTag ? voiceChange(piece.text) : undefined
    if (!piece.isTag) words += piece.text
    if (change === undefined) continue
    found.push(...saidBy(speaker, withoutEntities(words)))
    speaker = change
    words = ''
  }
  return [...found, ...saidBy(speaker, withoutEntities(words))]
}

function saidBy(speaker: string | null, words: string): Voiced[] {
  const text = tidy(words)
  return text === '' ? [] : [{ speaker, text }]
}

/** Who speaks from this tag on; null behind `</v>`, undefined where the tag says nothing of it. */
function voiceChange(tag: string): string | null | undefined {
  if (tag === '/v') return null
  const voice = /^v(?:\.[^\s]*)?(?:\s+([\s\S]*))?$/.exec(tag)
  return voice ? tidy(withoutEntities(voice[1] ?? '')) || null : undefined
}

function* piecesOf(text: string): Generator<{ isTag: boolean; text: string }> {
  let close = -1
  for (let at = 0; at < text.length;) {
    const open = text.indexOf('<', at)
    if (open >= 0 && close < open) close = text.indexOf('>', open)
    if (open < 0 || close < 0) {
      yield { isTag: false, text: text.slice(at) }
      return
    }
    if (open > at) yield { isTag: false, text: text.slice(at, open) }
    const inside = text.slice(open + 1, Math.min(close, open + longestTag))
    const isTag = looksLikeTag(inside)
    yield { isTag, text: isTag ? inside : '<' }
    at = isTag ? close + 1 : open + 1
  }
}

const longestTag = 400

/** "x < y" is said; `<i>`, `</c>`, `<00:05:04.199>` and an empty `<>` are not. */
function looksLikeTag(inside: string): boolean {
  return /^(?:$|[\d.]|\/?[a-z]|\/$)/i.test(inside)
}

/** Lines without spaces around them, and without empty ones. */
export function tidy(text: string): string {
  if (!text.includes('\n')) return text.trim()
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .join('\n')
}
