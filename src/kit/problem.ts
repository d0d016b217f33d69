/**
 * Everything we refuse on purpose. Doors translate a code to their own language:
 * an HTTP status, an exit code, an MCP error. Anything else that is thrown is a bug.
 */
export type ProblemCode = `${string}.${string}`

/** What kind of no it is; a door needs no more than this to choose its words. */
export type ProblemKind =
  | 'invalid'
  | 'unknown'
  | 'conflict'
  | 'forbidden'
  | 'unreadable'
  | 'stopped'

export interface ProblemDetails {
  /** What stands safe, or what to do next, in a sentence each. */
  readonly safe?: string
  readonly mend?: string
  /** Where in the input, as a path of names. */
  readonly where?: readonly { readonly path: string; readonly says: string }[]
}

export class Problem extends Error {
  override name = 'Problem'
  readonly code: ProblemCode
  readonly details: ProblemDetails

  constructor(code: ProblemCode, sentence: string, details: ProblemDetails = {}) {
    super(sentence)
    this.code = code
    this.details = details
  }
}

/** The kind of a refusal stands in its code: `person.unknown` is unknown, `rights.missing` is forbidden. */
export function kindOf(code: ProblemCode): ProblemKind {
  const word = code.slice(code.indexOf('.') + 1)
  if (word === 'unknown') return 'unknown'
  if (word === 'missing' || word === 'forbidden') return 'forbidden'
  if (word === 'unreadable' || word === 'too-large') return 'unreadable'
  if (word === 'cancelled' || word === 'interrupted') return 'stopped'
  return word.startsWith('already') || word.startsWith('in-the-way') || word === 'conflict'
    ? 'conflict'
    : 'invalid'
}
