import type { Context } from 'hono'
import type { Operation, SentFile } from '../../kit/contract.ts'
import { Problem } from '../../kit/problem.ts'
import { type Answer, findOperation, revisionUnder, run, startJob } from '../../operations/run.ts'
import type { Desk } from '../shared/desk.ts'
import { Incoming } from '../shared/incoming.ts'
import { jsonAnswer } from './json-answer.ts'
import { readInput } from './requests.ts'
import type { SignedIn } from './sign-in.ts'

type Asked = Context<SignedIn>

export interface OperationsDoor {
  readonly desk: Desk
  /** Where files that come in are kept for the time of their job. */
  readonly incoming: string
}

/** `POST /api/noun.verb`: the same input and the same answer as at every other door. */
export function operate(door: OperationsDoor): (c: Asked) => Promise<Response> {
  return async (c) => {
    const name = c.req.param('operation') ?? ''
    const operation = findOperation(name)
    if (!operation) throw new Problem('operation.unknown', `There is no operation called ${name}`)
    const incoming = new Incoming(door.incoming)
    if (operation.way === 'job') return work(door, c, { operation, incoming })
    try {
      const input = await readInput(operation, c.req.raw, incoming)
      const answer = await run(door.desk.house, c.get('caller'), {
        operation: operation.name,
        input,
        key: idempotencyKey(c),
      })
      // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- run gives a SentFile for operations of the way file
      if (operation.way === 'file') return sendFile(answer.result as SentFile)
      return await send(c.req.raw, answer)
    } finally {
      await incoming.clear()
    }
  }
}

async function work(
  { desk }: OperationsDoor,
  c: Asked,
  { operation, incoming }: { readonly operation: Operation; readonly incoming: Incoming },
): Promise<Response> {
  const caller = c.get('caller')
  let handedOver = false
  try {
    const input = await readInput(operation, c.req.raw, incoming)
    const request = { operation: operation.name, input, key: idempotencyKey(c) }
    const job = await startJob(desk.house, caller, request)
    const ended = followed(desk.jobs.follow(caller, job), incoming)
    handedOver = true
    if (/\brespond-async\b/i.test(c.req.header('prefer') ?? '')) {
      // Whoever watches the job hears how it ended.
      ended.catch(() => {})
      const headers = { location: `/api/jobs/${job}`, 'preference-applied': 'respond-async' }
      return c.json({ job: { id: job } }, 202, headers)
    }
    const result = await ended
    const revision = await revisionUnder(desk.house, caller, job)
    return await send(c.req.raw, { result, change: operation.forGood ? null : job, revision })
  } finally {
    if (!handedOver) await incoming.clear()
  }
}

async function followed(ended: Promise<unknown>, incoming: Incoming): Promise<unknown> {
  try {
    return await ended
  } finally {
    await incoming.clear()
  }
}

/** At most what a UUID, a hash or a sentence needs. */
function idempotencyKey(c: Asked): string | null {
  const key = c.req.header('idempotency-key')
  if (key === undefined) return null
  if (key.length > 0 && key.length <= 200) return key
  throw new Problem('input.invalid', 'Idempotency-Key: 1 to 200 characters', {
    safe: 'Nothing was changed.',
  })
}

function send(request: Request, { result, change, revision }: Answer): Promise<Response> {
  const headers: Record<string, string> = {}
  if (change !== null) headers['sobremesa-change'] = change
  if (revision !== null) headers['sobremesa-revision'] = String(revision)
  return jsonAnswer(request, result, headers)
}

export function sendFile(file: SentFile): Response {
  const plain = file.name.replace(/[^\w.-]+/g, '_')
  const exact = encodeURIComponent(file.name).replace(
    /['()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16)}`,
  )
  return new Response(streamOf(file.text), {
    headers: {
      'content-type': file.mediaType,
      'content-disposition': `attachment; filename="${plain}"; filename*=UTF-8''${exact}`,
    },
  })
}

/** Made as fast as it is taken; when nobody takes it any more, it is made no further. */
function streamOf(text: SentFile['text']): ReadableStream<Uint8Array> {
  const pieces = text[Symbol.asyncIterator]()
  const encoder = new TextEncoder()
  return new ReadableStream({
    async pull(controller) {
      const { done, value } = await pieces.next()
      if (done) controller.close()
      else controller.enqueue(typeof value === 'string' ? encoder.encode(value) : value)
    },
    async cancel() {
      await pieces.return?.()
    },
  })
}
