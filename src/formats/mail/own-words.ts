/** Where what they quote begins, in the manner of the mail programs of five languages. */
const quoteBegins: readonly RegExp[] = [
  /^>/u,
  /^-{2,}\s?(?:original message|ursprüngliche nachricht|message d'origine|mensaje original|mensagem original)/iu,
  /^(?:on|am|le|el|em)\b.{0,200}(?:wrote|schrieb|a écrit|escribió|escreveu)\b.{0,200}:\s*$/iu,
  /^_{10,}\s*$/u,
  /^-- ?$/u,
]

/** Two lines of Outlook's head: who it was from, and when or to whom. */
const outlookFrom = /^\*?(?:from|von|de)\s?:\*?\s/iu
const outlookNext = /^\*?(?:sent|gesendet|envoyé|enviado|date|datum|to|an|à|para)\s?:\*?\s/iu

const mostLines = 5000

/** What somebody wrote themselves: all before the first quote, the signature or the head of what they answer. */
export function ownWords(text: string): string {
  const lines = text.split(/\r\n|\r|\n/u).slice(0, mostLines)
  const end = lines.findIndex((line, at) => isEnd(line, lines[at + 1] ?? ''))
  const own = lines
    .slice(0, end === -1 ? lines.length : end)
    .join('\n')
    .trim()
  if (own !== '') return own
  // They wrote below, or between.
  return lines
    .filter((line) => !quoteBegins.some((one) => one.test(line.slice(0, 500))))
    .join('\n')
    .trim()
}

function isEnd(line: string, next: string): boolean {
  // "On Monday, 3 March, Maya Ostrow <maya@…>" goes on in the next line.
  const short = line.slice(0, 500)
  if (quoteBegins.some((one) => one.test(short))) return true
  if (outlookFrom.test(short) && outlookNext.test(next.slice(0, 100))) return true
  return (
    short.length > 10 &&
    /^(?:on|am|le|el|em)\b/iu.test(short) &&
    /(?:wrote|schrieb|a écrit|escribió|escreveu)\s?:\s*$/iu.test(next.slice(0, 200))
  )
}
