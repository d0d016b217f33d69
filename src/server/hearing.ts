import { createHash } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import { type Account, allAccounts } from '../accounts/access/access.store.ts'
import type { OwnerId } from '../kit/ids.ts'
import type { HearingAccount } from '../notebook/mail/account.ts'
import { hearingAccount, type KeptAccount } from '../notebook/mail/mail.store.ts'
import type { Caller, Engine } from '../platform/context.ts'

const millisecondsBetween = 5000
/** Lines to mailboxes at once; who comes later takes turns with those that have been on one for long. */
const mostLines = 50
const turn = 10 * 60_000
/** A mailbox that tells no news by itself is looked into all the same. */
const lookAnyway = 15 * 60_000
/** After a line broke: minutes until it is tried again, the last for ever. */
const pauses = [0.1, 1, 2, 5, 10, 20, 30] as const

export interface HearingManner {
  readonly stopping: AbortSignal
  readonly failed: (what: string, error: unknown) => void
  /** Milliseconds that stand for a minute, and between two looks at who hears; tests have less time. */
  readonly minute?: number
  readonly between?: number
}

/**
 * Keeps one line open to the mailbox of every owner who wants answers heard, for as long as the server runs, and comes
 * back to it after it broke. A mailbox that lets nobody in with this password is not asked again until it is set anew.
 */
export async function hearAnswers(engine: Engine, manner: HearingManner): Promise<void> {
  const { stopping, failed, between = millisecondsBetween } = manner
  const lines = new Map<OwnerId, Line>()
  while (!stopping.aborted) {
    try {
      await tend(engine, lines, manner)
    } catch (error) {
      if (!stopping.aborted) failed('Hearing answers', error)
    }
    await pause(between, null, { signal: stopping, ref: false }).catch(() => {})
  }
  for (const line of lines.values()) line.end()
  await Promise.all([...lines.values()].map(({ ended }) => ended))
}

/** Lets go of lines that nobody wants any more, or as they were; opens those that are wanted, as many as may be. */
async function tend(
  engine: Engine,
  lines: Map<OwnerId, Line>,
  manner: HearingManner,
): Promise<void> {
  const wanted = new Map<OwnerId, Wanted>()
  for (const account of await engine.store.read(null, allAccounts)) {
    const { owner } = account
    const kept = await engine.store.read(owner, (db) => hearingAccount(db, owner))
    if (kept) wanted.set(owner, { account, kept, mark: markOf(kept) })
  }
  for (const [owner, line] of lines) {
    if (wanted.get(owner)?.mark === line.mark) continue
    line.end()
    await line.ended
    lines.delete(owner)
  }
  const waiting = [...wanted.values()].filter(({ account }) => !lines.has(account.owner))
  for (const one of waiting) {
    if (lines.size >= mostLines && !letOneGo(lines)) return
    lines.set(one.account.owner, new Line(engine, one, manner))
  }
}

/** The one that has been on its line for longest makes room, where it had its turn. */
function letOneGo(lines: Map<OwnerId, Line>): boolean {
  const [oldest] = [...lines].toSorted(([, one], [, other]) => one.since - other.since)
  if (!oldest || performance.now() - oldest[1].since < turn) return false
  oldest[1].end()
  lines.delete(oldest[0])
  return true
}

interface Wanted {
  readonly account: Account
  readonly kept: KeptAccount<HearingAccount>
  readonly mark: string
}

function markOf({ account, sealed }: KeptAccount<HearingAccount>): string {
  return createHash('sha256').update(JSON.stringify(account)).update(sealed).digest('base64url')
}

/** One owner's line to one mailbox, as it was set. */
class Line {
  readonly mark: string
  readonly since = performance.now()
  readonly ended: Promise<void>
  readonly #engine: Engine
  readonly #caller: Caller
  readonly #kept: KeptAccount<HearingAccount>
  readonly #manner: HearingManner
  readonly #over = new AbortController()

  constructor(engine: Engine, { account, kept, mark }: Wanted, manner: HearingManner) {
    this.mark = mark
    this.#engine = engine
    this.#kept = kept
    this.#manner = manner
    this.#caller = {
      ...account,
      rights: new Set<never>(),
      door: 'clock',
      device: 'mail',
      listedAs: null,
      zone: null,
    }
    this.ended = this.#keepOn()
  }

  end(): void {
    this.#over.abort()
  }

  async #keepOn(): Promise<void> {
    const { signal } = this.#over
    let tries = 0
    while (!signal.aborted) {
      try {
        await this.#listen(() => {
          tries = 0
        })
      } catch (error) {
        if (signal.aborted || !(await this.#mayTryAgain(error))) return
      }
      const minutes = pauses[Math.min(tries, pauses.length - 1)] ?? 30
      tries += 1
      const milliseconds = minutes * (this.#manner.minute ?? 60_000)
      await pause(milliseconds, null, { signal, ref: false }).catch(() => {})
    }
  }

  /** Until the line breaks. */
  async #listen(heard: () => void): Promise<void> {
    const { serverOf, mannerOf } = await import('../notebook/mail/server.operations.ts')
    const { withFolder } = await import('../platform/mail/imap.ts')
    const { lookInto } = await import('../notebook/hearing/look.operations.ts')
    const server = await serverOf(this.#engine, this.#kept, 'in')
    const manner = { ...(await mannerOf(this.#engine)), stopped: this.#over.signal }
    await withFolder(server, manner, {
      folder: this.#kept.account.folder,
      work: async (box) => {
        while (!this.#over.signal.aborted) {
          await lookInto(this.#engine, this.#caller, { kept: this.#kept, box })
          heard()
          await box.untilNews(lookAnyway)
        }
      },
    })
  }

  /** Writes down what is wrong, in a sentence; false where only the owner can mend it. */
  async #mayTryAgain(error: unknown): Promise<boolean> {
    const { troubleOf, keepTrouble } = await import('../notebook/hearing/look.operations.ts')
    const trouble = troubleOf(error, this.#kept.account.host)
    if (trouble === null) {
      this.#manner.failed('Hearing answers', error)
      return true
    }
    try {
      await keepTrouble(this.#engine, this.#caller, trouble.says)
    } catch (problem) {
      this.#manner.failed('Hearing answers', problem)
    }
    return trouble.mayPass
  }
}
