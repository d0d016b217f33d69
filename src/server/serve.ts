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
import type { Reach } from '../doors/http/reach.ts'
import type { Gatekeeper } from '../doors/http/visitors.ts'
import { clearLeftovers } from '../doors/shared/incoming.ts'
import { addHours } from '../kit/days.ts'
import type { Engine } from '../platform/context.ts'
import { folderIn } from '../platform/home.ts'
import { closeAbandonedJobs } from '../platform/jobs.ts'
import { lookAfterImport } from './after-import.ts'
import { loadAllHandlers } from './handlers.ts'
import { hearAnswers } from './hearing.ts'
import { JobThread } from './job-thread.ts'
import { findVoice, type Listening, type ListeningWish } from './listening.ts'
import { sayGoodMornings } from './mornings.ts'
import { deskOf, openNotebook } from './notebook.ts'
import { openBrowser } from './open-browser.ts'
import { otherSideOf } from './other-side.ts'
import { carryLetters } from './postman.ts'
import { complain, stopSignal } from './process.ts'
import { addressOf, forgetServer, rememberServer } from './running.ts'
import { keepUp } from './upkeep.ts'
import { root, versionOfProgram } from './version.ts'

export interface Serving extends ListeningWish {
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
    const voice = await findVoice(wish)
    let listening: Listening | null = null
    const incoming = await folderIn(wish.home, 'incoming')
    const version = versionOfProgram()
    const app = httpDoor({
      desk,
      incoming,
      version,
      gate: gateOf(engine),
      otherSide: otherSideOf(desk.house),
      names: { listening: wish.host, others: proxyNames(), certified: voice.names },
      reach: () => listening?.reach() ?? { addresses: [], root: null },
      root: () => listening?.root() ?? null,
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
    listening = await voice.listen((asked, answered) => void answer(asked, answered))
    const { port, reach } = listening
    const running = { port, host: wish.host, pid: process.pid, tls: wish.tls !== null }
    await rememberServer(wish.home, running)
    const address = `${addressOf(running)}/?token=${await inviteFirst(engine, owner)}`
    process.stdout.write(`Sobremesa is at ${address}\n${aboutReach(reach(), running.tls)}`)
    if (wish.open) openBrowser(address)
    const chores = keepHouse(engine, { incoming, owner, stopping })
    const post = carryLetters(engine, { stopping, failed: complain }).catch((error: unknown) =>
      complain('Letters on their way', error),
    )
    const hearing = hearAnswers(engine, { stopping, failed: complain }).catch((error: unknown) =>
      complain('Hearing answers', error),
    )
    const mornings = sayGoodMornings(desk.house, { stopping, failed: complain })
    await whenAborted(stopping)
    await listening.close()
    await chores
    await post
    await hearing
    await mornings
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

/** Said where others can reach it: what a phone can do there, and what not. */
function aboutReach({ addresses, root: own }: Reach, tls: boolean): string {
  const [first] = addresses
  if (first === undefined) return ''
  if (!tls) {
    return `Others in your network reach it at ${first}. That is plain http: who listens in there can read along, and no phone
keeps the app from such an address. "sobremesa serve --tls" mends both.
`
  }
  const trust = own ? ', once it trusts this server: see Settings, On your phone' : ''
  return `On a phone: ${first}${trust}.\n`
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

function whenAborted(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve()
    else signal.addEventListener('abort', () => resolve(), { once: true })
  })
}
