import type { SentFile } from '../../kit/contract.ts'
import { Problem } from '../../kit/problem.ts'
import { changeUnder, findOperation, run, startJob } from '../../operations/run.ts'
import type { Caller, Progress } from '../../platform/context.ts'
import type { Desk } from '../shared/desk.ts'
import { Incoming } from '../shared/incoming.ts'
import { keepSentFiles } from '../shared/sent-files.ts'
import { keyInput, operationNamed } from './tools.ts'

export interface McpDoor {
  readonly desk: Desk
  /** Where files that come in are kept for the time of their job. */
  readonly incoming: string
  readonly version: string
  /** Hears what was our fault. */
  readonly failed: (what: string, error: unknown) => void
}

interface Call {
  readonly tool: string
  readonly input: Readonly<Record<string, unknown>>
  /** The program does not want the answer any more. */
  readonly stopped: AbortSignal
  readonly tell: (progress: Progress) => void
}

/** What a tool answers: words for the one who asked, and the same as values. */
interface ToolAnswer {
  // A result of MCP may carry more than is named here.
  [word: string]: unknown
  content: { type: 'text'; text: string }[]
  structuredContent?: Record<string, unknown>
  isError?: boolean
}

export async function call(door: McpDoor, caller: Caller, asked: Call): Promise<ToolAnswer> {
  try {
    const { result, change } = await perform(door, caller, asked)
    const values = isObject(result) ? result : { result }
    const words = [{ type: 'text' as const, text: JSON.stringify(values) }]
    const told = change === null ? {} : { _meta: { 'sobremesa/change': change } }
    return { content: words, structuredContent: values, ...told }
  } catch (error) {
    if (error instanceof Problem) return refusal(error)
    door.failed(`The tool ${asked.tool}`, error)
    return refusal(new Problem('server.fault', 'Something went wrong on our side'))
  }
}

async function perform(
  door: McpDoor,
  caller: Caller,
  { tool, input, stopped, tell }: Call,
): Promise<{ result: unknown; change: string | null }> {
  const name = operationNamed(tool)
  const operation = findOperation(name)
  if (!operation) throw new Problem('operation.unknown', `There is no operation called ${name}`)
  const { [keyInput]: given, ...own } = input
  const key = operation.kind === 'write' && typeof given === 'string' && given !== '' ? given : null
  const incoming = new Incoming(door.incoming)
  try {
    const kept = await keepSentFiles(operation, own, incoming)
    const request = { operation: name, input: kept, key }
    if (operation.way === 'job') return await work(door.desk, caller, { request, stopped, tell })
    const answer = await run(door.desk.house, caller, request)
    if (operation.way !== 'file') return answer
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- run gives a SentFile for operations of the way file
    return { result: await whole(answer.result as SentFile, stopped), change: null }
  } finally {
    await incoming.clear()
  }
}

async function work(
  desk: Desk,
  caller: Caller,
  {
    request,
    stopped,
    tell,
  }: Pick<Call, 'stopped' | 'tell'> & { request: Parameters<typeof run>[2] },
): Promise<{ result: unknown; change: string | null }> {
  const job = await startJob(desk.house, caller, request)
  const stop = () => void desk.jobs.stop(caller, job).catch(() => {})
  if (stopped.aborted) stop()
  stopped.addEventListener('abort', stop, { once: true })
  try {
    const result = await desk.jobs.follow(caller, job, tell)
    return { result, change: await changeUnder(desk.house, caller, { ...request, job }) }
  } finally {
    stopped.removeEventListener('abort', stop)
  }
}

const longestText = 4_000_000

async function whole(file: SentFile, stopped: AbortSignal): Promise<Record<string, unknown>> {
  let text = ''
  for await (const piece of file.text) {
    if (stopped.aborted) throw new Problem('job.cancelled', 'Nobody waits for this any more')
    if (typeof piece !== 'string')
      throw new Problem('file.unreadable', 'A tool hands over text alone')
    text += piece
    if (text.length > longestText) {
      throw new Problem('file.too-large', 'This file is too large for a tool to hand over', {
        mend: 'Ask for fewer people, or use the command: sobremesa contacts export --out FILE.',
      })
    }
  }
  return { name: file.name, mediaType: file.mediaType, text }
}

/** A refusal is an answer that the program may act on, not a failure of the protocol. */
function refusal({ code, message, details }: Problem): ToolAnswer {
  const sentences = [`${message} (${code})`, details.safe, details.mend].filter(Boolean)
  return {
    content: [{ type: 'text', text: sentences.join('\n') }],
    isError: true,
    _meta: { 'sobremesa/refused': { code, sentence: message, ...details } },
  }
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
