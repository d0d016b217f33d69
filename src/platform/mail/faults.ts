import { z } from 'zod'

/** What may go wrong between here and a mail server. */
export type FaultCode =
  | 'not-found'
  | 'private'
  | 'refused'
  | 'timed-out'
  | 'not-trusted'
  | 'no-tls'
  | 'in-the-clear'
  | 'wrong-password'
  | 'no-token'
  | 'gone'
  | 'not-mail'
  | 'later'
  | 'rejected'
  | 'no-folder'

/** `says` are the words of the other side, for the owner's eyes; no secret is ever in them. */
export class MailFault extends Error {
  override name = 'MailFault'
  readonly code: FaultCode
  readonly says: string

  constructor(code: FaultCode, says = '') {
    super(`${code} ${says}`.trim())
    this.code = code
    this.says = says
  }

  /** Whether the same may go well later, with nobody changing anything. */
  get mayPass(): boolean {
    return passing.has(this.code)
  }
}

const passing: ReadonlySet<FaultCode> = new Set([
  'not-found',
  'refused',
  'timed-out',
  'gone',
  'later',
])

/** One sentence for each; HOST stands for the server's name. */
const sentences: Readonly<Record<FaultCode, string>> = {
  'not-found': 'No server called HOST was found.',
  private:
    'HOST is an address inside the network of this server, and here mail goes to servers outside alone.',
  refused: 'HOST takes no connection at this port.',
  'timed-out': 'HOST did not answer in time.',
  'not-trusted':
    'The certificate of HOST is not one this computer trusts, so the password was not sent.',
  'no-tls': 'HOST offers no encryption at this port, so the password was not sent.',
  'in-the-clear': 'Without encryption the password would be read along on the way to HOST.',
  'wrong-password': 'HOST did not take this name and password.',
  'no-token': 'No new token was given for this account.',
  gone: 'HOST closed the connection in the middle.',
  'not-mail':
    'What answers at HOST is no mail server of this kind; at another port there may be one.',
  later: 'HOST asks to try again later.',
  rejected: 'HOST does not take this letter.',
  'no-folder': 'HOST has no folder of this name.',
}

/** What went wrong, in a sentence, and what the server said to it. */
export function sentenceOf({ code, says }: MailFault, host: string): string {
  const told = says === '' ? '' : ` It said: “${says}”`
  return sentences[code].replace('HOST', () => host) + told
}

/** Errors of the system and of the library, as far as they say what they are. */
const shaped = z.object({
  code: z.string().catch(''),
  originalCode: z.string().catch(''),
  responseCode: z.number().catch(0),
  response: z.string().catch(''),
  command: z.string().catch(''),
  message: z.string().catch(''),
})

export function faultOf(error: unknown): MailFault {
  if (error instanceof MailFault) return error
  const told = shaped.safeParse(error).data
  if (!told) return new MailFault('gone')
  const words = `${told.originalCode} ${told.code} ${told.message}`
  const known = byWords.find(([, pattern]) => pattern.test(words))?.[0]
  if (told.code === 'ETLS' && told.command === 'STARTTLS' && known !== 'not-trusted') {
    return new MailFault('no-tls')
  }
  if (told.responseCode >= 400) return answered(told)
  return new MailFault(known ?? byCode[told.code] ?? 'gone')
}

function answered({ code, responseCode, response }: z.output<typeof shaped>): MailFault {
  const says = oneLine(response)
  if (responseCode < 500) return new MailFault('later', says)
  return new MailFault(code === 'EAUTH' ? 'wrong-password' : 'rejected', says)
}

const byCode: Readonly<Record<string, FaultCode>> = {
  EAUTH: 'wrong-password',
  EPROTOCOL: 'not-mail',
}

const byWords: readonly (readonly [FaultCode, RegExp])[] = [
  ['not-trusted', /certificate|altname|self.signed|CERT_|UNABLE_TO_/iu],
  ['not-found', /ENOTFOUND|EAI_AGAIN|EDNS|ENODATA/u],
  ['refused', /ECONNREFUSED|EHOSTUNREACH|ENETUNREACH|EADDRNOTAVAIL/u],
  ['timed-out', /ETIMEDOUT|timeout/iu],
  ['not-mail', /wrong version number|packet length too long|SSL routines|Invalid greeting/iu],
]

/** The first line of what a server says, without control characters, as long as a sentence may be. */
export function oneLine(text: string): string {
  const [first = ''] = text.split(/[\r\n]/u)
  return first
    .replace(/[\p{Cc}\p{Cf}]/gu, ' ')
    .trim()
    .slice(0, 200)
}
