/** Markup that is already safe; text becomes it only through `text` below. */
export type Html = string

const signs: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

/** Whatever was written, as text of a page; signs that turn the direction of what follows are made visible. */
export function text(words: string): Html {
  return words
    .replace(/[&<>"']/g, (sign) => signs[sign] ?? sign)
    .replace(/(?![\t\n\r])\p{Cc}/gu, '\ufffd')
    .replace(/[\u202a-\u202e\u2066-\u2069]/g, '')
}

export function list(items: readonly Html[]): Html {
  return items.length === 0
    ? ''
    : `<ul>\n${items.map((item) => `<li>${item}</li>`).join('\n')}\n</ul>`
}

export function paragraphs(words: string): Html {
  return words
    .split(/\n{2,}/)
    .map((part) => `<p>${broken(part)}</p>\n`)
    .join('')
}

export function broken(words: string): Html {
  return text(words).replaceAll('\n', '<br>')
}
