import { z } from 'zod'
import { MailFault } from './faults.ts'
import { postForm } from './posting-form.ts'
import { addressFor } from './reach.ts'

/** What a mail provider gave once for always: it is changed for a token of an hour (RFC 6749, section 6). */
export interface Token {
  readonly kind: 'oauth2'
  readonly tokenUrl: string
  readonly clientId: string
  readonly clientSecret: string
  readonly refreshToken: string
}

const answerShape = z.object({ access_token: z.string().min(1).max(20_000) })
const refusalShape = z.object({ error: z.string().max(100) })

/** Throws a MailFault: `no-token` with the word of the provider, `later` where it is busy or not well, or that it was not reached. */
export async function accessToken(
  { tokenUrl, clientId, clientSecret, refreshToken }: Token,
  { inside, patience }: { readonly inside: boolean; readonly patience: number },
): Promise<string> {
  const url = new URL(tokenUrl)
  const found = await addressFor(url.hostname.replace(/^\[|\]$/gu, ''), { inside })
  if (url.protocol !== 'https:' && !found.isInside) throw new MailFault('in-the-clear')
  const fields = new URLSearchParams({
    grant_type: 'refresh_token',
    refresh_token: refreshToken,
    client_id: clientId,
    ...(clientSecret === '' ? {} : { client_secret: clientSecret }),
  })
  const answer = await postForm({ url, fields, address: found.address, patience }).catch(
    (error: unknown) => {
      throw new MailFault(isTimeout(error) ? 'timed-out' : 'gone')
    },
  )
  const told = jsonIn(answer.text)
  const token = answerShape.safeParse(told)
  if (answer.status === 200 && token.success) return token.data.access_token
  if (answer.status === 429 || answer.status >= 500) throw new MailFault('later')
  throw new MailFault('no-token', refusalShape.safeParse(told).data?.error ?? '')
}

function isTimeout(error: unknown): boolean {
  return error instanceof Error && (error.name === 'AbortError' || error.name === 'TimeoutError')
}

function jsonIn(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
