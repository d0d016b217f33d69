import { cpSync, existsSync, readFileSync, writeFileSync } from 'node:fs'
import { createServer, type IncomingMessage, request, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { buildWorker } from '../../scripts/offline-worker.ts'
import { root } from '../stand/server.ts'
import { temporaryFolder } from '../stand/temporary.ts'

/** A server seen through a door that gives another build of the app, from the moment it is told to. */
export interface Renewed extends AsyncDisposable {
  readonly origin: string
  /** From now on the app is a newer one: its page says so in `data-build` of its root. */
  renew(): Promise<void>
}

export async function renewable(upstream: string): Promise<Renewed> {
  const folder = temporaryFolder('newer-app')
  let newer = false
  const door = createServer((asked, answered) => {
    const path = (asked.url ?? '/').split('?')[0] ?? '/'
    const file = join(folder.path, path)
    const own = newer && asked.headers.cookie !== undefined && path !== '/' && existsSync(file)
    if (own) answered.writeHead(200, headersFor(path)).end(readFileSync(file))
    else pass(asked, answered, upstream)
  })
  await new Promise<void>((resolve) => door.listen(0, '127.0.0.1', resolve))
  const { port } = door.address() as AddressInfo
  return {
    origin: `http://127.0.0.1:${port}`,
    async renew() {
      cpSync(join(root, 'build/web'), folder.path, { recursive: true })
      const page = join(folder.path, 'index.html')
      writeFileSync(page, readFileSync(page, 'utf8').replace('<html', '<html data-build="newer"'))
      await buildWorker(join(root, 'src/web/worker/worker.ts'), folder.path)
      newer = true
    },
    async [Symbol.asyncDispose]() {
      door.closeAllConnections()
      await new Promise((resolve) => door.close(resolve))
      folder[Symbol.dispose]()
    },
  }
}

const types: Readonly<Record<string, string>> = {
  html: 'text/html; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  css: 'text/css; charset=utf-8',
}

function headersFor(path: string): Record<string, string> {
  const ending = path.split('.').at(-1) ?? ''
  return {
    'content-type': types[ending] ?? 'application/octet-stream',
    'cache-control': 'no-cache',
  }
}

function pass(asked: IncomingMessage, answered: ServerResponse, upstream: string): void {
  const { hostname, port } = new URL(upstream)
  const { method, url: path, headers } = asked
  const onward = request({ hostname, port, method, path, headers }, (answer) => {
    answered.writeHead(answer.statusCode ?? 502, answer.headers)
    answer.pipe(answered)
  })
  onward.on('error', () => answered.destroy())
  asked.pipe(onward)
}
