import { type Context, Hono } from 'hono'
import { Problem } from '../../kit/problem.ts'
import { run } from '../../operations/run.ts'
import type { Caller } from '../../platform/context.ts'
import { type Assets, serveAsset } from './assets.ts'
import { changesOf, eventStream, jobEvents } from './events.ts'
import { guard, type Names } from './guard.ts'
import { openApi } from './openapi.ts'
import { operationsPage } from './operations-page.ts'
import { operate, type OperationsDoor } from './operations.ts'
import { maskedPath, otherSidePath } from './other-side-path.ts'
import { type OtherSide, otherSide } from './other-side.ts'
import { faultAt, problemAt } from './problems.ts'
import { canKeepApp, type Reach, rootPath, sendRoot } from './reach.ts'
import { answerShare, sharePath } from './shared.ts'
import { letIn, type SignedIn } from './sign-in.ts'
import type { Gatekeeper } from './visitors.ts'

export interface HttpDoor extends OperationsDoor {
  readonly gate: Gatekeeper
  readonly otherSide: OtherSide
  readonly names: Names
  readonly assets: Assets
  readonly reach: () => Reach
  /** The root certificate of our own making, where this server speaks with one. */
  readonly root: () => string | null
  readonly version: string
  /** Changes when the notebook was written to. */
  readonly stamp: () => Promise<string>
  /** Ends what would never end of itself, when the server stops. */
  readonly stopping: AbortSignal
  /** Hears what was our fault. */
  readonly failed: (what: string, error: unknown) => void
  readonly mcp: (request: Request, caller: Caller) => Promise<Response>
}

type Asked = Context<SignedIn>

/** All that answers over HTTP: the operations, their description, long work, MCP, and the web app. */
export function httpDoor(door: HttpDoor): Hono<SignedIn> {
  const app = new Hono<SignedIn>()
  app.use(guard(door.names))
  app.get('/api/health', (c) => c.json({ ok: true, offline: canKeepApp(c, door.names) }))
  app.get(rootPath, () => sendRoot(door.root()))
  app.post(sharePath, (c) => answerShare(c.req.raw))
  // What a phone shows of any app that it may install: nothing of the notebook.
  app.on('GET', ['/manifest.webmanifest', '/sobremesa.svg', '/icons/:name{[\\w-]+\\.png}'], (c) =>
    serveAsset(door.assets, c.req.raw),
  )
  app.on(['GET', 'POST'], `${otherSidePath}:secret`, otherSide(door.otherSide, door.names))
  app.use(letIn(door.gate, door.names))
  app.get('/api', () => new Response(...operationsPage(door.version)))
  app.get('/api/openapi.json', (c) => c.json(openApi(door.version)))
  app.get('/api/events', (c) => {
    const stop = stopOf(c, door)
    return eventStream(changesOf(door.stamp, stop.signal), stop)
  })
  app.get('/api/jobs/:id', (c) => showJob(door, c))
  app.get('/api/jobs/:id/events', async (c) => {
    needRead(c)
    const stop = stopOf(c, door)
    const events = await jobEvents(door.desk, c.get('caller'), c.req.param('id'), stop.signal)
    return eventStream(events, stop)
  })
  app.get('/api/reach', (c) => {
    needRead(c)
    return c.json(door.reach())
  })
  app.post('/api/:operation', operate(door))
  app.all('/mcp', (c) => mcp(door, c))
  app.all('/api/*', (c) => nothingThere(c))
  app.get('*', (c) => serveAsset(door.assets, c.req.raw))
  app.all('*', (c) => nothingThere(c))
  app.onError((error, c) => {
    if (error instanceof Problem) return problemAt(c.req.path, error)
    door.failed(`${c.req.method} ${maskedPath(c.req.path)}`, error)
    return faultAt(c.req.path)
  })
  return app
}

async function showJob({ desk }: HttpDoor, c: Asked): Promise<Response> {
  const request = { operation: 'jobs.show', input: { id: c.req.param('id') }, key: null }
  const { result } = await run(desk.house, c.get('caller'), request)
  return new Response(JSON.stringify(result), { headers: { 'content-type': 'application/json' } })
}

function needRead(c: Asked): void {
  if (c.get('caller').rights.has('notebook:read')) return
  throw new Problem('rights.missing', 'This key may not do that: it needs notebook:read')
}

/** A cookie is not enough: a program that speaks for the owner is given a key of its own, which can be taken back. */
async function mcp(door: HttpDoor, c: Asked): Promise<Response> {
  const caller = c.get('caller')
  if (caller.door === 'web') {
    throw new Problem('access.missing', 'MCP is for programs with a key', {
      mend: 'Make one: sobremesa access grant NAME.',
    })
  }
  return door.mcp(c.req.raw, { ...caller, door: 'mcp' })
}

function nothingThere(c: Asked): Response {
  const known = c.req.path.startsWith('/api/') && c.req.method !== 'POST'
  return problemAt(
    c.req.path,
    known
      ? new Problem('method.unknown', 'Operations are asked by POST', { mend: 'See /api.' })
      : new Problem('address.unknown', 'There is nothing at this address'),
  )
}

function stopOf(c: Asked, door: HttpDoor): AbortController {
  const stop = new AbortController()
  const abort = () => stop.abort()
  const once = { once: true, signal: stop.signal }
  c.req.raw.signal.addEventListener('abort', abort, once)
  door.stopping.addEventListener('abort', abort, once)
  return stop
}
