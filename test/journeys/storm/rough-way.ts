import { createServer, type IncomingMessage, request, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Dice } from '../../dialects/walk.ts'

/** A way to the server on which requests and answers get lost, come twice, and come again much later. */
export interface RoughWay extends AsyncDisposable {
  readonly origin: string
  isStormy: boolean
  /** What was sent of notes and what became of it, a line each, for whoever has to find out how words went astray. */
  readonly log: readonly string[]
  /** One of the requests that went by before goes to the server once more. */
  replayLate(): Promise<void>
}

interface Asked {
  readonly method: string
  readonly path: string
  readonly headers: IncomingMessage['headers']
  readonly body: Buffer
}

const notesPath = '/api/notes.save'
/** As much as a device may send a second time. */
const mostLate = 40

/** Pages and files go through as they are; what operations ask and are answered suffers. */
export async function roughWay(dice: Dice, upstream: () => string): Promise<RoughWay> {
  const late: Asked[] = []
  const way = { isStormy: false }
  const log: string[] = []
  const door = createServer((asked, answered) => {
    pass(asked, answered).catch(() => answered.destroy())
  })

  async function pass(incoming: IncomingMessage, answered: ServerResponse): Promise<void> {
    const asked = await wholeOf(incoming)
    if (!way.isStormy || !asked.path.startsWith('/api/')) return send(asked, answered)
    if (late.length < mostLate && dice.below(100) < 10) late.push(asked)
    const luck = dice.below(100)
    note(log, asked, fateOf(luck))
    if (luck < 10) return void answered.destroy()
    if (luck < 18) return void answered.writeHead(503).end('between two servers')
    if (luck < 30) {
      await send(asked, null)
      return void answered.destroy()
    }
    if (luck < 40) send(asked, null).catch(() => undefined)
    await send(asked, answered)
  }

  /** Resolves when the answer is there as a whole. */
  function send({ method, path, headers, body }: Asked, to: ServerResponse | null): Promise<void> {
    const { hostname, port } = new URL(upstream())
    return new Promise((resolve, reject) => {
      const onward = request({ hostname, port, method, path, headers, agent: false }, (answer) => {
        answer.on('error', reject).on('end', resolve)
        noteAnswer(log, path, answer)
        to?.writeHead(answer.statusCode ?? 502, answer.headers)
        if (to) answer.pipe(to)
        else answer.resume()
      })
      onward.on('error', reject).end(body)
    })
  }

  await new Promise<void>((resolve) => door.listen(0, '127.0.0.1', resolve))
  const { port } = door.address() as AddressInfo
  return {
    origin: `http://127.0.0.1:${port}`,
    get isStormy() {
      return way.isStormy
    },
    set isStormy(now) {
      way.isStormy = now
    },
    log,
    async replayLate() {
      const [again] = late.splice(dice.below(Math.max(1, late.length)), 1)
      if (again) await send(again, null).catch(() => undefined)
    },
    async [Symbol.asyncDispose]() {
      door.closeAllConnections()
      await new Promise((resolve) => door.close(resolve))
    },
  }
}

async function wholeOf(incoming: IncomingMessage): Promise<Asked> {
  const pieces: Buffer[] = []
  for await (const piece of incoming) pieces.push(piece as Buffer)
  const { method = 'GET', url = '/', headers } = incoming
  return { method, path: url, headers, body: Buffer.concat(pieces) }
}

function fateOf(luck: number): string {
  if (luck < 18) return 'is lost'
  if (luck < 30) return 'is done, and the answer lost'
  return luck < 40 ? 'goes twice' : 'goes'
}

function note(log: string[], { path, headers, body }: Asked, fate: string): void {
  if (path !== notesPath) return
  const key = String(headers['idempotency-key'])
  log.push(`${Date.now()} ${key} ${fate}: ${body.toString()}`)
}

function noteAnswer(log: string[], path: string, answer: IncomingMessage): void {
  if (path !== notesPath) return
  const pieces: Buffer[] = []
  answer.on('data', (piece: Buffer) => pieces.push(piece))
  answer.on('end', () => {
    log.push(`${Date.now()} answered ${answer.statusCode}: ${Buffer.concat(pieces).toString()}`)
  })
}
