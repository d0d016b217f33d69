import { request as requestHttp } from 'node:http'
import { request as requestHttps } from 'node:https'
import { isIP, type LookupFunction } from 'node:net'

export interface FormPost {
  readonly url: URL
  readonly fields: URLSearchParams
  /** The address that was looked at; no other is connected to, whatever the name leads to by now. */
  readonly address: string
  /** Milliseconds in all, however the other side answers. */
  readonly patience: number
}

export interface FormAnswer {
  readonly status: number
  readonly text: string
}

/** Characters of an answer; what is longer is no answer to a form. */
const longest = 100_000

/** Sends a form and reads the answer. Who sends us on elsewhere is not followed. Rejects as the system says it. */
export function postForm({ url, fields, address, patience }: FormPost): Promise<FormAnswer> {
  const body = fields.toString()
  const send = url.protocol === 'https:' ? requestHttps : requestHttp
  return new Promise((resolve, reject) => {
    const asking = send(url, {
      method: 'POST',
      lookup: always(address),
      // No connection from before: it was made to what the name led to then.
      agent: false,
      signal: AbortSignal.timeout(patience),
      headers: {
        accept: 'application/json',
        'content-type': 'application/x-www-form-urlencoded',
        'content-length': Buffer.byteLength(body),
      },
    })
    asking.on('error', reject)
    asking.on('response', (answer) => {
      let text = ''
      answer.setEncoding('utf8')
      answer.on('error', reject)
      answer.on('data', (piece: string) => {
        text += piece
        if (text.length > longest) asking.destroy(new Error('The answer has no end'))
      })
      answer.on('end', () => resolve({ status: answer.statusCode ?? 0, text }))
    })
    asking.end(body)
  })
}

function always(address: string): LookupFunction {
  const family = isIP(address)
  return (_host, { all }, tell) => {
    if (all) tell(null, [{ address, family }])
    else tell(null, address, family)
  }
}
