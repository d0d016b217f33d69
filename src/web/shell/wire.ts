import { formOf } from '../offline/form.ts'
import { isRecord, Refusal, refusalFrom, unreachable } from './refusal.ts'

/** What the wire needs of the world; tests bring their own. */
export interface Wire {
  readonly send: typeof fetch
  readonly newKey: () => string
  readonly wait: (milliseconds: number) => Promise<void>
}

export interface CallOptions {
  readonly signal?: AbortSignal
  /** The same key twice is one write; made for each call unless the caller keeps one. */
  readonly key?: string
  /** Later versions of the same text share one: on this device the latest takes the place of what never left. */
  readonly slot?: string
  /** Called after a write with the id of its change, which `changes.undo` takes back. */
  readonly onChange?: (change: string) => void
}

interface Call extends CallOptions {
  readonly operation: string
  readonly input: unknown
  /** Ask for the answer "begun" instead of waiting for long work to end. */
  readonly asJob?: boolean
}

/** A lost answer is asked for again: with the same key the server does nothing twice. */
const pauses = [200, 800]

/** Posts one operation. Throws a Refusal: of the server, or `server.unreachable` when nobody answered. */
export async function post(wire: Wire, call: Call): Promise<Response> {
  const request = requestFor(call, call.key ?? wire.newKey())
  for (const pause of [...pauses, null]) {
    const response = await attempt(wire, call, request)
    if (response && !(isPassing(response.status) && pause !== null)) return accepted(response, call)
    if (pause === null) break
    await wire.wait(pause)
  }
  throw noAnswer()
}

async function attempt(wire: Wire, call: Call, request: RequestInit): Promise<Response | null> {
  try {
    return await wire.send(`/api/${call.operation}`, { ...request, ...withSignal(call.signal) })
  } catch (error) {
    if (call.signal?.aborted) throw error
    return null
  }
}

function withSignal(signal: AbortSignal | undefined): RequestInit {
  return signal ? { signal } : {}
}

/** A gateway that is between two servers: the same request may pass a moment later. */
function isPassing(status: number): boolean {
  return status === 502 || status === 503 || status === 504
}

async function accepted(response: Response, { onChange }: Call): Promise<Response> {
  const change = response.headers.get('Sobremesa-Change')
  if (response.ok && change !== null) onChange?.(change)
  if (response.ok) return response
  const body = await bodyOf(response)
  // What a gateway says in the server's place is not the server's word: nobody answered.
  if (isPassing(response.status) && !(isRecord(body) && 'code' in body)) throw noAnswer()
  throw refusalFrom(response.status, body)
}

function noAnswer(): Refusal {
  return new Refusal('The server does not answer', { code: unreachable })
}

async function bodyOf(response: Response): Promise<unknown> {
  try {
    return await response.json()
  } catch {
    return null
  }
}

function requestFor(call: Call, key: string): RequestInit {
  const files = filesIn(call.input)
  const headers: Record<string, string> = { 'Idempotency-Key': key }
  if (call.asJob) headers['Prefer'] = 'respond-async'
  if (files.length === 0) headers['Content-Type'] = 'application/json'
  return {
    method: 'POST',
    credentials: 'same-origin',
    headers,
    body: files.length === 0 ? JSON.stringify(call.input ?? {}) : formWith(call.input, files),
  }
}

/** The fields of the input that hold files the person chose. */
function filesIn(input: unknown): [string, File[]][] {
  if (!isRecord(input)) return []
  return Object.entries(input).flatMap(([name, value]): [string, File[]][] => {
    const held = Array.isArray(value) ? value : [value]
    return held.length > 0 && held.every(isFile) ? [[name, held]] : []
  })
}

function isFile(value: unknown): value is File {
  return typeof File !== 'undefined' && value instanceof File
}

function formWith(input: unknown, files: readonly [string, File[]][]): FormData {
  const names = new Set(files.map(([name]) => name))
  const rest = isRecord(input) ? Object.entries(input).filter(([name]) => !names.has(name)) : []
  const parts = files.flatMap(([name, held]) => held.map((file) => [name, file] as const))
  return formOf(Object.fromEntries(rest), parts)
}
