import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { getRequestListener } from '@hono/node-server'
import type { Account } from '../accounts/access/access.store.ts'
import {
  inviteFirst,
  signIn,
  visitorOfCookie,
  visitorOfKey,
} from '../accounts/access/visitors.operations.ts'
import { httpDoor } from '../doors/http/app.ts'
import { Assets } from '../doors/http/assets.ts'
import type { Gatekeeper } from '../doors/http/visitors.ts'
import { clearLeftovers } from '../doors/shared/incoming.ts'
import { addHours } from '../kit/days.ts'
import { Problem } from '../kit/problem.ts'
import type { Engine } from '../platform/context.ts'
import { folderIn, type Home } from '../platform/home.ts'
import { closeAbandonedJobs } from '../platform/jobs.ts'
import { lookAfterImport } from './after-import.ts'
import { loadAllHandlers } from './handlers.ts'
import { JobThread } from './job-thread.ts'
import { deskOf, openNotebook } from './notebook.ts'
import { openBrowser } from './open-browser.ts'
import { complain, stopSignal } from './process.ts'
import { addressOf, forgetServer, rememberServer } from './running.ts'
import { keepUp } from './upkeep.ts'
import { root, versionOfProgram } from './version.ts'

export interface Serving {
  readonly home: Home
  readonly host: string
  /** 0 takes any that is free. */
  readonly port: number
  readonly open: boolean
}

/** Serves a notebook until it is asked to stop. Throws a Problem when it cannot begin. */
export async function serve(wish: Serving): Promise<void> {
  const stopping = stopSignal()
  const { engine, owner, close } = await openNotebook(wish.home)
  const thread = new JobThread(engine, wish.home, complain, (done, waiting) =>
    lookAfterImport(desk.house, done, waiting),
  )
  const desk = deskOf(engine, thread.launch)
  try {
    const incoming = await folderIn(wish.home, 'incoming')
    const version = versionOfProgram()
    const app = httpDoor({
      desk,
      incoming,
      version,
      gate: gateOf(engine),
      names: { listening: wish.host, others: proxyNames() },
      assets: new Assets(join(root, 'build/web')),
      stamp: () => engine.store.stamp(),
      stopping,
      failed: complain,
      mcp: async (request, caller) => {
        const { mcpOverHttp } = await import('../doors/mcp/server.ts')
        return mcpOverHttp({ desk, incoming, version, failed: complain }, caller, request)
      },
    })
    const answer = getRequestListener(app.fetch)
    const server = createServer((asked, answered) => void answer(asked, answered))
    const port = await listen(server, wish)
    await rememberServer(wish.home, { port, host: wish.host, pid: process.pid })
    const address = `${addressOf(wish.host, port)}/?token=${await inviteFirst(engine, owner)}`
    process.stdout.write(`Sobremesa is at ${address}\n`)
    if (wish.open) openBrowser(address)
    const chores = keepHouse(engine, { incoming, owner, stopping })
    await whenAborted(stopping)
    await finish(server)
    await chores
    await forgetServer(wish.home, process.pid)
  } finally {
    await thread.stop()
    await close()
  }
}

function gateOf(engine: Engine): Gatekeeper {
  return {
    signIn: (token, device) => signIn(engine, token, device),
    byCookie: (secret) => visitorOfCookie(engine, secret),
    byKey: (secret) => visitorOfKey(engine, secret),
  }
}

function listen(server: Server, { host, port }: Serving): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', (error) => reject(whyNotListening(error, host, port)))
    server.listen(port, host.replace(/^\[|\]$/g, ''), () => {
      // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- it listens on a port, so it has one
      resolve((server.address() as AddressInfo).port)
    })
  })
}

function whyNotListening(error: Error, host: string, port: number): unknown {
  const code = 'code' in error ? error.code : ''
  const mend = 'Stop it, or choose another with --port.'
  if (code === 'EADDRINUSE') {
    return new Problem('port.already-taken', `Port ${port} is taken by another program`, { mend })
  }
  if (code === 'EACCES') {
    return new Problem('port.forbidden', `This system does not let us listen on port ${port}`, {
      mend: 'Choose one above 1023 with --port.',
    })
  }
  if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND') {
    return new Problem('host.unknown', `This computer has no address ${host}`)
  }
  return error
}

function proxyNames(): string[] {
  const names = (process.env['SOBREMESA_HOSTS'] ?? '').toLowerCase().split(/[\s,]+/)
  return names.filter((name) => name !== '')
}

/** What can wait until the first request is answered. */
async function keepHouse(
  engine: Engine,
  { incoming, owner, stopping }: { incoming: string; owner: Account; stopping: AbortSignal },
): Promise<void> {
  const started = engine.world.now()
  await pause(200, null, { signal: stopping }).catch(() => {})
  if (stopping.aborted) return
  try {
    await clearLeftovers(incoming)
    // A minute without a sign is long for a job; one of a command on the same home may be alive.
    await closeAbandonedJobs(engine, addHours(started, -1 / 60))
    await loadAllHandlers()
    await pause(90_000, null, { signal: stopping, ref: false }).catch(() => {})
    if (stopping.aborted) return
    await closeAbandonedJobs(engine, started)
    await keepUp(engine, owner, { stopping, failed: complain })
  } catch (error) {
    complain('Tidying up', error)
  }
}

/** Requests that are being answered have a moment to end; what stays open after it is cut. */
async function finish(server: Server): Promise<void> {
  const closed = new Promise((resolve) => server.close(resolve))
  server.closeIdleConnections()
  await Promise.race([closed, pause(2000)])
  server.closeAllConnections()
  await closed
}

function whenAborted(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve()
    else signal.addEventListener('abort', () => resolve(), { once: true })
  })
}
