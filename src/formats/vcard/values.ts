import type { CardVersion } from './card.ts'

/**
 * The backslashes of a value taken away. 2.1 knows none for line breaks, but many of its writers use
 * `\n` all the same; it is left alone only beside a drive letter (`C:\notes`).
 */
export function textOf(value: string, version: CardVersion | null): string {
  if (!value.includes('\\')) return value
  const breaks = version !== '2.1' || !/(?:^|[^a-z])[a-z]:\\/i.test(value)
  return value.replace(/\\([\\;,:nN])/g, (whole, letter: string) => {
    if (letter !== 'n' && letter !== 'N') return letter
    return breaks ? '\n' : whole
  })
}

/** The parts of N, ADR, ORG: cut at each `;` that has no backslash, then without backslashes. */
export function partsOf(value: string, version: CardVersion | null): string[] {
  return cutAt(';', value).map((part) => textOf(part, version))
}

/** The items of NICKNAME, CATEGORIES: cut at each `,` that has no backslash. */
export function itemsOf(value: string, version: CardVersion | null): string[] {
  return cutAt(',', value).map((item) => textOf(item, version).trim())
}

/** Parts that are lists themselves: the `Philip,Paul` of N. 2.1 has no lists, its commas are commas. */
export function partsWithItemsOf(value: string, version: CardVersion | null): string[][] {
  return cutAt(';', value).map((part) =>
    version === '2.1' ? [textOf(part, version).trim()] : itemsOf(part, version),
  )
}

/** Text as one value of 3.0 or 4.0. */
export function escapeText(text: string): string {
  return text
    .replace(/\r\n|\r/g, '\n')
    .replace(/[\\;,\n]/g, (letter) => (letter === '\n' ? '\\n' : `\\${letter}`))
}

export function joinParts(parts: readonly string[]): string {
  return parts.map(escapeText).join(';')
}

export function joinItems(items: readonly string[]): string {
  return items.map(escapeText).join(',')
}

export function cutAt(separator: ';' | ',', value: string): string[] {
  if (!value.includes('\\')) return value.split(separator)
  const pieces: string[] = []
  let from = 0
  for (let at = 0; at < value.length; at++) {
    if (value[at] === '\\') at += 1
    else if (value[at] === separator) {
      pieces.push(value.slice(from, at))
      from = at + 1
    }
  }
  return [...pieces, value.slice(from)]
}
