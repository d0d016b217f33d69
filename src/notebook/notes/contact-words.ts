import type { Span } from './lines.ts'

/** A mail address, a phone number and a link among some words, and where they stand. */
export interface ContactWords {
  readonly mail: string | null
  readonly phone: string | null
  readonly link: string | null
  readonly spans: readonly Span[]
}

const mailAddress =
  /<?(?<![\p{L}\p{N}])([\p{L}\p{N}_%+'-]{1,64}(?:\.[\p{L}\p{N}_%+'-]{1,64}){0,8}@[\p{L}\p{N}-]{1,63}(?:\.[\p{L}\p{N}-]{1,63}){1,6})>?/u
/** Seven digits at least, written with spaces, dots, dashes or brackets between. */
const phoneNumber =
  /(?<![\p{L}\p{N}@.])(?:\+|00)?\(?\d(?:[\s()./\u00a0-]{0,2}\d){6,14}(?![\p{L}\p{N}])/u

const webAddress =
  /(?<![\p{L}\p{N}@/.])(?:https?:\/\/[^\s<>,;()]+|(?:www\.|(?:[a-z]{2}\.)?linkedin\.com\/)[^\s<>,;()]+)/iu

export function contactsIn(words: string): ContactWords {
  const mail = mailAddress.exec(words)
  const link = webAddress.exec(words)
  const phone = phoneNumber.exec(link ? blanked(words, link) : words)
  const isPhone = phone !== null && !/^\d{4}-\d{2}-\d{2}/.test(phone[0])
  return {
    mail: mail?.[1] ?? null,
    phone: isPhone ? phone[0].trim() : null,
    link: link?.[0].replace(/[.:!?]+$/, '') ?? null,
    spans: [mail, link, isPhone ? phone : null].flatMap((found) =>
      found ? { start: found.index, end: found.index + found[0].length } : [],
    ),
  }
}

function blanked(words: string, { index, 0: found }: RegExpExecArray): string {
  return words.slice(0, index) + ' '.repeat(found.length) + words.slice(index + found.length)
}

/** The words with a comma where mail, phone and link stood. */
export function withoutContacts(words: string, { spans }: ContactWords): string {
  return spans
    .toSorted((a, b) => b.start - a.start)
    .reduce((rest, { start, end }) => `${rest.slice(0, start)} , ${rest.slice(end)}`, words)
}
