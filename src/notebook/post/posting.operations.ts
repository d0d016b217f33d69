import { domainToASCII } from 'node:url'
import { addHours, type Instant } from '../../kit/days.ts'
import { Problem } from '../../kit/problem.ts'
import type { Caller, Engine, Reading, Writing } from '../../platform/context.ts'
import { faultOf, type MailFault, sentenceOf } from '../../platform/mail/faults.ts'
import type { Parcel } from '../../platform/mail/smtp.ts'
import { reading, writing } from '../../platform/transactions.ts'
import { livesOf } from '../conversations/conversations.store.ts'
import type { Going, Party } from '../letters/going.ts'
import { keepAsDraft, keepAsGone } from '../letters/gone.operations.ts'
import { dropGoing, goingDue, goingOf, keepGoing } from '../letters/outgoing.store.ts'
import { type KeptAccount, mailAccount } from '../mail/mail.store.ts'
import { mannerOf, serverOf } from '../mail/server.operations.ts'
import { nextTry, waitedTooLong } from './retrying.ts'
import { whyUnwanted } from './still-wanted.operations.ts'

/** No letter holds up others for longer, however slowly its server takes it. */
const millisecondsForOne = 5 * 60_000
/** Hours after which a letter that was being handed over is nobody's work any more, by the clock of any server. */
const handing = 0.1

type Poster = Omit<Caller, 'zone'>

interface Round {
  readonly failed: (what: string, error: unknown) => void
  /** No letter is begun any more. */
  readonly stopping?: AbortSignal
  /** One that is being handed over is left in the middle. */
  readonly stopped?: AbortSignal
}

/** Lets go what is due of one notebook; one letter after the other, and each on its own. */
export async function postDue(engine: Engine, poster: Poster, round: Round): Promise<void> {
  const now = engine.world.now()
  const due = await engine.store.read(poster.owner, (db) => goingDue(db, poster.owner, now))
  for (const going of due) {
    if (round.stopping?.aborted) return
    const post = new Post(engine, { ...poster, zone: going.zone }, going)
    const gone = post.go(withinLimit(round.stopped))
    await gone.catch((error: unknown) => round.failed('A letter on its way', error))
  }
}

function withinLimit(stopped: AbortSignal | undefined): AbortSignal {
  const limit = AbortSignal.timeout(millisecondsForOne)
  return stopped ? AbortSignal.any([stopped, limit]) : limit
}

/**
 * What a server left behind that stopped in the middle: whether these letters went, nobody here knows. For a server that
 * is alone; beside others, a letter may be on the line of one of them, and counts as left when its time is over.
 */
export async function foundHanding(engine: Engine, poster: Poster): Promise<void> {
  const far = addHours(engine.world.now(), 1)
  const all = await engine.store.read(poster.owner, (db) => goingDue(db, poster.owner, far))
  for (const going of all.filter(({ state }) => state === 'handing')) {
    await new Post(engine, { ...poster, zone: going.zone }, going).lose()
  }
}

const tooLate = 'It waited too long: nothing ran here when it was to go.'

/** The owner was quicker: the letter was taken back at the last moment. */
class TakenBack extends Error {}

/** One letter on its way to the mail server. */
class Post {
  readonly #engine: Engine
  readonly #caller: Caller
  readonly #going: Going

  constructor(engine: Engine, caller: Caller, going: Going) {
    this.#engine = engine
    this.#caller = caller
    this.#going = going
  }

  async go(stopped: AbortSignal): Promise<void> {
    if (this.#going.state === 'handing') return this.lose()
    if (waitedTooLong(this.#going.due, this.#engine.world.now())) return this.#giveUp(tooLate)
    const account = await this.#read((ctx) => mailAccount(ctx.db, ctx.owner))
    if (!(await this.#isWanted())) return this.#write((ctx) => back(ctx, this.#going))
    const unwanted = await this.#read((ctx) => whyUnwanted(ctx, this.#going))
    if (unwanted !== null) return this.#giveUp(unwanted)
    if (account === null) return this.#giveUp('The mail account it was to go by is forgotten.')
    await this.#hand(account, stopped)
  }

  /** The line broke after its words were on it. */
  async lose(trouble = 'The line broke while it was handed over.'): Promise<void> {
    await this.#become(['handing'], (now) => ({ ...now, state: 'unsure', trouble }))
  }

  /**
   * The record that its words go on the line is on disk before the first of them does, and what the server answers is
   * recorded after: a letter is sent again only where it is known that it was not taken.
   */
  async #hand(account: KeptAccount, stopped: AbortSignal): Promise<void> {
    let isHanded = false
    const beforeWords = async (): Promise<void> => {
      await this.#claim()
      isHanded = true
    }
    try {
      const server = await serverOf(this.#engine, account)
      const manner = { ...(await mannerOf(this.#engine)), stopped }
      const { carry } = await import('../../platform/mail/smtp.ts')
      await carry(server, manner, { parcel: await parcelOf(this.#going), beforeWords })
    } catch (error) {
      return this.#stopped(error, isHanded, account.account.host)
    }
    await this.#write((ctx) => keepAsGone(ctx, this.#going, this.#engine.world.now()))
  }

  async #claim(): Promise<void> {
    const now = this.#engine.world.now()
    const claimed = await this.#become(['waiting'], (going) => ({
      ...going,
      state: 'handing',
      due: addHours(now, handing),
      handedAt: now,
    }))
    if (!claimed) throw new TakenBack()
  }

  async #stopped(error: unknown, isHanded: boolean, host: string): Promise<void> {
    if (error instanceof TakenBack) return
    if (error instanceof Problem) return this.#giveUp(error.message)
    const fault = faultOf(error)
    const says = sentenceOf(fault, host)
    if (isHanded && !isAnswer(fault)) return this.lose(says)
    const { first, tries } = this.#going
    const again = fault.mayPass ? nextTry(first, tries, this.#engine.world.now()) : null
    if (again === null) return this.#giveUp(says)
    await this.#become(['waiting', 'handing'], (now) => ({
      ...now,
      state: 'waiting',
      due: again,
      tries: tries + 1,
      trouble: says,
    }))
  }

  /** Back on the desk as a draft, with why. */
  async #giveUp(trouble: string): Promise<void> {
    await this.#become(
      ['waiting', 'handing'],
      (now) => ({ ...now, state: 'failed', trouble }),
      (ctx) => keepAsDraft(ctx, this.#going),
    )
  }

  /** Changes it where it still is what it was; false where the owner was quicker, who is not contradicted. */
  async #become(
    from: readonly Going['state'][],
    change: (now: Going) => Going,
    besides: (ctx: Writing) => Promise<void> = async () => {},
  ): Promise<boolean> {
    const { id, messageId } = this.#going
    return this.#write(async (ctx) => {
      const now = await goingOf(ctx.db, ctx.owner, id)
      if (now === null || now.messageId !== messageId || !from.includes(now.state)) return false
      await keepGoing(ctx.db, ctx.owner, change(now))
      await besides(ctx)
      return true
    })
  }

  /** Its conversation is there, and not in the bin. */
  async #isWanted(): Promise<boolean> {
    const { conversation } = this.#going
    const [life] = await this.#read((ctx) => livesOf(ctx.db, ctx.owner, [conversation]))
    return life !== undefined && life.conversation.binnedOn === null
  }

  #read<T>(work: (ctx: Reading) => Promise<T>): Promise<T> {
    return reading(this.#engine, this.#caller, work)
  }

  async #write<T>(work: (ctx: Writing) => Promise<T>): Promise<T> {
    const deed = { operation: 'letters.sent', input: null, key: null }
    return (await writing(this.#engine, this.#caller, deed, work)).result
  }
}

async function back(ctx: Writing, going: Going): Promise<void> {
  await dropGoing(ctx.db, ctx.owner, going.id)
  const [life] = await livesOf(ctx.db, ctx.owner, [going.conversation])
  if (life) await keepAsDraft(ctx, going)
}

/** The server said what became of it; anything else leaves that open. */
function isAnswer({ code }: MailFault): boolean {
  return code === 'later' || code === 'rejected'
}

async function parcelOf(going: Going): Promise<Parcel> {
  const { messageBytes } = await import('../../platform/mail/message.ts')
  const { from, to, subject, body, references, calendar } = going
  const at: Instant = going.first
  const message = { id: going.messageId, at, from, to, subject, body, references, calendar }
  return { from: inAscii(from), to: inAscii(to), bytes: await messageBytes(message) }
}

/** Names of places in other scripts as the wire knows them. */
export function inAscii({ address }: Pick<Party, 'address'>): string {
  const at = address.lastIndexOf('@')
  return `${address.slice(0, at)}@${domainToASCII(address.slice(at + 1))}`
}
