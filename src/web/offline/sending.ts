import type { Entry, KeptFile, Sent, Told } from './entry.ts'
import { formOf } from './form.ts'

/** Milliseconds until an answer that does not come is taken for none: in a train, requests hang. */
const patience = 20_000
/** Bytes in a millisecond on the slowest way by which a file still goes. */
const slowest = 16

type Opening = (file: KeptFile) => Promise<File | null>

/** Sends an entry once. `account` goes along, so that nobody else who is signed in here by now gets it. */
export async function sendEntry(
  send: typeof fetch,
  account: string,
  entry: Entry,
  open: Opening = async () => null,
): Promise<Sent> {
  const size = entry.files.reduce((sum, file) => sum + file.size, 0)
  const body = await bodyFor(entry, open)
  if (body === null) return { is: 'refused', told: fileGone }
  try {
    const answer = await send(`/api/${entry.operation}`, {
      method: 'POST',
      credentials: 'same-origin',
      headers: {
        ...(typeof body === 'string' ? { 'Content-Type': 'application/json' } : {}),
        'Idempotency-Key': entry.key,
        'Sobremesa-Account': account,
        'Sobremesa-At': entry.done,
        'Sobremesa-Clock': new Date().toISOString(),
        'Sobremesa-Zone': entry.zone,
      },
      body,
      signal: AbortSignal.timeout(patience + Math.ceil(size / slowest)),
    })
    const sent = await understood(answer)
    if (isBegunElsewhere(sent, entry)) return nothingLeft
    return isDoneLongAgo(sent) ? await answeredAnew(send, account, entry) : sent
  } catch {
    return { is: 'unreachable' }
  }
}

async function bodyFor(entry: Entry, open: Opening): Promise<string | FormData | null> {
  const input = entry.input ?? {}
  if (entry.files.length === 0) return JSON.stringify(input)
  const parts: [string, File][] = []
  for (const kept of entry.files) {
    const file = await open(kept)
    if (file === null) return null
    parts.push([kept.field, file])
  }
  return formOf(input, parts)
}

const fileGone: Told = {
  code: 'file.gone',
  sentence: 'The file is not on this device any more',
  safe: null,
  mend: 'Choose it once more where it came from',
}
const fileTooLarge: Told = {
  code: 'input.too-large',
  sentence: 'Something between this device and your server lets no file of this size through',
  safe: null,
  mend: 'Add it on the computer on which your server runs',
}

async function understood(answer: Response): Promise<Sent> {
  if (answer.ok) {
    return {
      is: 'answered',
      // An answer that breaks off is none: the same key brings it again.
      result: await answer.json(),
      change: answer.headers.get('Sobremesa-Change'),
      revision: numberOf(answer.headers.get('Sobremesa-Revision')),
    }
  }
  if (answer.status === 401) return { is: 'signed-out' }
  if (passing.has(answer.status)) return { is: 'unreachable' }
  const told = toldOf(answer.status, await bodyOf(answer))
  // A page that somebody between us and the server sends is not the server's word.
  if (told === null) {
    return answer.status === 413 ? { is: 'refused', told: fileTooLarge } : { is: 'unreachable' }
  }
  // The server stopped in the middle of it; under the same key it is begun again.
  if (told.code === 'job.interrupted') return { is: 'unreachable' }
  return { is: answer.status >= 500 ? 'broken' : 'refused', told }
}

const nothingLeft = { is: 'answered', result: null, change: null, revision: null } as const

/** Opening the notes begins a talk by itself. Where another device had begun it, there is nothing to attend to. */
function isBegunElsewhere(sent: Sent, { operation, input }: Entry): boolean {
  if (sent.is !== 'refused' || sent.told.code !== 'step.not-now') return false
  if (operation !== 'conversations.step' || typeof input !== 'object' || input === null)
    return false
  return 'kind' in input && input.kind === 'started'
}

/** It was done, and nobody knows any more what was answered: it waited longer than the server keeps answers. */
function isDoneLongAgo(sent: Sent): boolean {
  return sent.is === 'refused' && sent.told.code === 'key.already-done'
}

/** What was written of a note since goes on top of the note as it is now, in which this version is. */
async function answeredAnew(send: typeof fetch, account: string, entry: Entry): Promise<Sent> {
  if (entry.operation !== 'notes.save') return nothingLeft
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the input of `notes.save`
  const { kind, id } = entry.input as { readonly kind: string; readonly id: string }
  const answer = await send('/api/notes.show', {
    method: 'POST',
    credentials: 'same-origin',
    headers: { 'Content-Type': 'application/json', 'Sobremesa-Account': account },
    body: JSON.stringify({ kind, id, offRecord: true }),
    signal: AbortSignal.timeout(patience),
  })
  const shown = await understood(answer)
  return shown.is === 'answered' ? { ...shown, change: null } : shown
}

const passing: ReadonlySet<number> = new Set([408, 425, 429, 502, 503, 504])

function numberOf(text: string | null): number | null {
  return text === null ? null : Number(text)
}

async function bodyOf(answer: Response): Promise<unknown> {
  try {
    return await answer.json()
  } catch {
    return null
  }
}

/** Problem details (RFC 9457), as our server says them. */
function toldOf(status: number, body: unknown): Told | null {
  if (typeof body !== 'object' || body === null) return null
  const said = new Map(Object.entries(body))
  const text = (name: string): string | null => {
    const value: unknown = said.get(name)
    return typeof value === 'string' && value !== '' ? value : null
  }
  const code = text('code')
  if (code === null) return null
  const sentence = text('detail') ?? text('title') ?? `The server answered ${status}`
  return { code, sentence, safe: text('safe'), mend: text('mend') }
}
