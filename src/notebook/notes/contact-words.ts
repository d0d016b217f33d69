/** The mail address and the phone number in some words, and the words without them. */
export interface ContactWords {
  readonly mail: string | null
  readonly phone: string | null
  readonly rest: string
}

const mailAddress =
  /<?\b([\p{L}\p{N}_%+'-]{1,64}(?:\.[\p{L}\p{N}_%+'-]{1,64}){0,8}@[\p{L}\p{N}-]{1,63}(?:\.[\p{L}\p{N}-]{1,63}){1,6})>?/u
/** Seven digits at least, written with spaces, dots, dashes or brackets between. */
const phoneNumber =
  /(?<![\p{L}\p{N}@.])(?:\+|00)?\(?\d(?:[\s()./\u00a0-]{0,2}\d){6,14}(?![\p{L}\p{N}])/u

export function contactsIn(words: string): ContactWords {
  const mail = mailAddress.exec(words)
  const withoutMail = mail ? cut(words, mail) : words
  const phone = phoneNumber.exec(withoutMail)
  const isADay = phone !== null && /^\d{4}-\d{2}-\d{2}$/.test(phone[0])
  return {
    mail: mail?.[1] ?? null,
    phone: phone && !isADay ? phone[0].trim() : null,
    rest: phone && !isADay ? cut(withoutMail, phone) : withoutMail,
  }
}

function cut(words: string, found: RegExpExecArray): string {
  return `${words.slice(0, found.index)} , ${words.slice(found.index + found[0].length)}`
}
