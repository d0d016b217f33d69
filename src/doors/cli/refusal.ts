import { Problem } from '../../kit/problem.ts'
import { harmless } from './table.ts'
import { type Terminal, write } from './terminal.ts'

/** The words typed do not make a command; `hint` says which would. Exit 2. */
export class UsageError extends Error {
  override name = 'UsageError'
  readonly hint: string

  constructor(sentence: string, hint: string) {
    super(sentence)
    this.hint = hint
  }
}

/** Says no: in words on stderr, and with --json as one document on stdout. */
export async function refuse(
  error: unknown,
  {
    json,
    debug,
    terminal,
  }: {
    readonly json: boolean
    readonly debug: boolean
    readonly terminal: Terminal
  },
): Promise<number> {
  const { code, document, sentences } = refusalOf(error, debug)
  if (json) await write(terminal.stdout, `${JSON.stringify(document)}\n`)
  const said = sentences.filter((sentence) => sentence !== undefined && sentence !== '')
  await write(terminal.stderr, `${harmless(said.join('\n'))}\n`)
  return code
}

function refusalOf(
  error: unknown,
  debug: boolean,
): { code: number; document: unknown; sentences: (string | undefined)[] } {
  if (error instanceof UsageError) {
    const refused = { code: 'command.invalid', sentence: error.message, mend: error.hint }
    return { code: 2, document: { refused }, sentences: [error.message, error.hint] }
  }
  if (error instanceof Problem) {
    const { safe, mend, where } = error.details
    const refused = { code: error.code, sentence: error.message, ...error.details }
    const places = where && where.length > 1 ? where.map(({ says }) => `- ${says}`) : []
    const code = error.code === 'job.failed' ? 70 : 1
    return { code, document: { refused }, sentences: [error.message, ...places, safe, mend] }
  }
  const sentence = 'Something went wrong on our side'
  const report = 'Please tell us what you did: run it again with SOBREMESA_DEBUG=1 for the details.'
  const details = debug ? detailsOf(error) : undefined
  const refused = { code: 'server.fault', sentence, mend: report }
  return { code: 70, document: { refused }, sentences: [sentence, report, details] }
}

function detailsOf(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error)
}
