/** Text as it was written, in Markdown: nothing in it is taken for markup, and each line of it stays a line. */
export function plain(text: string): string {
  return text
    .split('\n')
    .map((line) =>
      line
        .replace(/[\\`*_[\]<>|~#!&]/g, String.raw`\$&`)
        .replace(/^(\s*)([-+=]|\d{1,9}[.)])/, (_, blank: string, sign: string) =>
          sign.length === 1
            ? `${blank}\\${sign}`
            : `${blank}${sign.slice(0, -1)}\\${sign.slice(-1)}`,
        )
        .trimEnd(),
    )
    .join('  \n')
}

/** On one line, for headings and items. */
export function inLine(text: string): string {
  return plain(text.replace(/\s+/g, ' ').trim())
}

export function heading(level: 1 | 2 | 3 | 4, text: string): string {
  return `${'#'.repeat(level)} ${inLine(text)}\n\n`
}

export function list(items: readonly string[]): string {
  return items.length === 0 ? '' : `${items.map((item) => `- ${item}`).join('\n')}\n\n`
}

export function quote(text: string): string {
  return `${plain(text)
    .split('\n')
    .map((line) => `> ${line}`.trimEnd())
    .join('\n')}\n\n`
}
