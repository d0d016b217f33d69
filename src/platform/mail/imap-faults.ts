import { z } from 'zod'
import { faultOf, MailFault, oneLine } from './faults.ts'

/** What the library says besides what systems say. */
const shaped = z.object({
  code: z.string().catch(''),
  message: z.string().catch(''),
  authenticationFailed: z.boolean().catch(false),
  mailboxMissing: z.boolean().catch(false),
  serverResponseCode: z.string().catch(''),
  responseText: z.string().catch(''),
})

/** Codes by which a server says that it is not well, and not that the password is wrong (RFC 5530). */
const passing = new Set(['UNAVAILABLE', 'INUSE', 'LIMIT', 'SERVERBUG'])

export function imapFaultOf(error: unknown): MailFault {
  if (error instanceof MailFault) return error
  const told = shaped.safeParse(error).data
  if (!told) return faultOf(error)
  const says = oneLine(told.responseText)
  if (told.mailboxMissing || told.serverResponseCode === 'NONEXISTENT') {
    return new MailFault('no-folder', says)
  }
  if (told.authenticationFailed) {
    const isPassing = passing.has(told.serverResponseCode)
    return new MailFault(isPassing ? 'later' : 'wrong-password', says)
  }
  if (/STARTTLS/u.test(`${told.code} ${told.message}`)) return new MailFault('no-tls')
  if (/^(?:InvalidResponse|ParserError|LineTooLarge|UnexpectedTag)/u.test(told.code)) {
    return new MailFault('not-mail')
  }
  return faultOf(error)
}

/** What the library throws, as a MailFault. */
export function theirs<T>(work: Promise<T>): Promise<T> {
  return work.catch((error: unknown) => {
    throw imapFaultOf(error)
  })
}
