/**
 * Beyond so many characters some mail programs cut a `mailto:` link short or refuse it (Windows hands
 * over 2,083). A longer letter is better copied.
 */
const safeMailtoLength = 2000

/**
 * A link that opens the mail program with a letter in it (RFC 6068): everything outside the plain characters
 * is percent-encoded as UTF-8, line breaks of the body are CR LF, the subject is one line.
 */
export function mailtoLink(to: string, subject: string, body: string, bcc = ''): string {
  const address = encode(to.trim()).replaceAll('%40', '@')
  const unseen = bcc === '' ? '' : `&bcc=${encode(bcc.trim()).replaceAll('%40', '@')}`
  const line = encode(subject.replace(/\s+/gu, ' ').trim())
  const text = encode(body.replace(/\r\n|\r|\n/gu, '\r\n'))
  return `mailto:${address}?subject=${line}${unseen}&body=${text}`
}

/** The link for a letter; of one that is too long without its text, which is pasted then. Its addresses stay. */
export function safeMailtoLink(
  to: string,
  subject: string,
  body: string,
  bcc = '',
): { readonly href: string; readonly isLong: boolean } {
  const whole = mailtoLink(to, subject, body, bcc)
  const isLong = whole.length > safeMailtoLength
  return { href: isLong ? mailtoLink(to, subject, '', bcc) : whole, isLong }
}

/** Half of a pair of surrogates, which no address can hold, becomes the sign for what is not readable. */
function encode(text: string): string {
  return encodeURIComponent(text.toWellFormed())
}
