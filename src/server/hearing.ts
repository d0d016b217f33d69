import { setTimeout as pause } from 'node:timers/promises'
import { type Account, allAccounts } from '../accounts/access/access.store.ts'
import type { OwnerId } from '../kit/ids.ts'
import { markOf } from '../notebook/hearing/mailbox.operations.ts'
import type { HearingAccount } from '../notebook/mail/account.ts'
import { hearingAccount, type KeptAccount } from '../notebook/mail/mail.store.ts'
import type { Caller, Engine } from '../platform/context.ts'

const millisecondsBetween = 5000
/** Lines to mailboxes at once; who comes later takes turns with those that have been on one for long. */
const mostLines = 50
const usualTurn = 10 * 60_000
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
  /** Lines at once. */
  readonly most?: number
  /** Milliseconds on a line before somebody else may have it. */
  readonly turn?: number
}

/**
 * Keeps one line open to the mailbox of every owner who wants answers heard, for as long as the server runs, and comes
 * back to it after it broke. A mailbox that lets nobody in with this password is not asked again until it is set anew.
 */
export async function hearAnswers(engine: Engine, manner: HearingManner): Promise<void> {
  const { stopping, failed, between = millisecondsBetween } = manner
  const lines: Lines = { open: new Map(), last: new Map() }
  while (!stopping.aborted) {
    try {
      await tend(engine, lines, manner)
    } catch (error) {
      if (!stopping.aborted) failed('Hearing answers', error)
    }
    await pause(between, null, { signal: stopping, ref: false }).catch(() => {})
  }
  const open = [...lines.open.values()]
  for (const line of open) line.end()
  await Promise.all(open.map(({ ended }) => ended))
}

interface Lines {
  readonly open: Map<OwnerId, Line>
  /** The line that each owner had last, open or not. */
  readonly last: Map<OwnerId, Line>
}

/** Lets go of lines that nobody wants any more, or as they were; opens those that are wanted, as many as may be. */
async function tend(engine: Engine, { open, last }: Lines, manner: HearingManner): Promise<void> {
  const wanted = new Map<OwnerId, Wanted>()
  for (const account of await engine.store.read(null, allAccounts)) {
    const { owner } = account
    const kept = await engine.store.read(owner, (db) => hearingAccount(db, owner))
    if (kept) wanted.set(owner, { account, kept, mark: markOf(kept) })
  }
  for (const [owner, line] of last) {
    const isWanted = wanted.get(owner)?.mark === line.mark
    if (isWanted && !line.isGivenUp) continue
    line.end()
    await line.ended
    open.delete(owner)
    // One that was given up is remembered as long as it is set as it was, so that nobody knocks again.
    if (!wanted.has(owner)) last.delete(owner)
  }
  for (const one of inTurn(wanted, { open, last })) {
    if (open.size >= (manner.most ?? mostLines) && !letOneGo(open, manner)) return
    const line = new Line(engine, one, manner)
    open.set(one.account.owner, line)
    last.set(one.account.owner, line)
  }
}

/** Who has no line and may have one; first who never had, then whose last began longest ago. */
function inTurn(wanted: ReadonlyMap<OwnerId, Wanted>, { open, last }: Lines): Wanted[] {
  const lastOf = ({ account }: Wanted) => last.get(account.owner)
  return [...wanted.values()]
    .filter((one) => {
      const before = lastOf(one)
      return !open.has(one.account.owner) && !(before?.isGivenUp && before.mark === one.mark)
    })
    .toSorted((one, other) => (lastOf(one)?.since ?? 0) - (lastOf(other)?.since ?? 0))
}

/** The one that has been on its line for longest makes room, where it had its turn. */
function letOneGo(lines: Map<OwnerId, Line>, { turn = usualTurn }: HearingManner): boolean {
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

/** One owner's line to one mailbox, as it was set. */
class Line {
  readonly mark: string
  readonly since = performance.now()
  readonly ended: Promise<void>
  /** What is wrong only the owner can mend. */
  isGivenUp = false
  #hasWorked = false
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
          this.#hasWorked = true
        })
      } catch (error) {
        if (signal.aborted) return
        if (!(await this.#mayTryAgain(error))) {
          this.isGivenUp = true
          return
        }
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
    const { host } = this.#kept.account
    const trouble = troubleOf(error, { host, hasWorked: this.#hasWorked })
    if (trouble === null) {
      this.#manner.failed('Hearing answers', error)
      return true
    }
    try {
      await keepTrouble(this.#engine, this.#caller, { kept: this.#kept, trouble: trouble.says })
    } catch (problem) {
      this.#manner.failed('Hearing answers', problem)
    }
    return trouble.mayPass
  }
}
