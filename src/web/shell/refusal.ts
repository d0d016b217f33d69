/** Where in the input something was wrong, as a path of names. */
export interface Wrong {
  readonly path: string
  readonly says: string
}

/** A no from the server, in the words of a person: what happened, what is safe, what to do. */
export class Refusal extends Error {
  override name = 'Refusal'
  readonly code: string
  readonly status: number
  readonly safe: string | null
  readonly mend: string | null
  readonly where: readonly Wrong[]

  constructor(
    sentence: string,
    told: Partial<Pick<Refusal, 'code' | 'status' | 'safe' | 'mend' | 'where'>> = {},
  ) {
    super(sentence)
    this.code = told.code ?? 'server.broken'
    this.status = told.status ?? 0
    this.safe = told.safe ?? null
    this.mend = told.mend ?? null
    this.where = told.where ?? []
  }
}

/** No answer at all: no network, or the server is not running. */
export const unreachable = 'server.unreachable'

export function isUnreachable(error: unknown): boolean {
  return error instanceof Refusal && error.code === unreachable
}

/** There is no such thing, or no more: what was read of it before is not shown either. */
export function isUnknown(error: unknown): boolean {
  return error instanceof Refusal && error.status === 404
}

/** This browser was never let in, or was signed out. */
export function isSignedOut(error: unknown): boolean {
  return error instanceof Refusal && error.status === 401
}

/** Problem details (RFC 9457): `detail` is the sentence, `title` only its kind; ours are `code`, `safe`, `mend`, `where`. */
export function refusalFrom(status: number, body: unknown): Refusal {
  const said = isRecord(body) ? body : {}
  const sentence =
    textOf(said['detail']) ?? textOf(said['title']) ?? `The server answered ${status}`
  return new Refusal(sentence, {
    code: textOf(said['code']) ?? 'server.broken',
    status,
    safe: textOf(said['safe']),
    mend: textOf(said['mend']),
    where: Array.isArray(said['where']) ? said['where'].flatMap(wrongOf) : [],
  })
}

function wrongOf(item: unknown): Wrong[] {
  if (!isRecord(item)) return []
  const says = textOf(item['says'])
  return says === null ? [] : [{ path: textOf(item['path']) ?? '', says }]
}

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function textOf(value: unknown): string | null {
  return typeof value === 'string' && value !== '' ? value : null
}

/** A refusal's own sentence; anything else is our fault and says so on the page. */
export function sentenceOf(error: unknown): string {
  if (error instanceof Error) return error.message
  return String(error)
}
