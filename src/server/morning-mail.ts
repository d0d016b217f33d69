import type { Account } from '../accounts/access/access.store.ts'
import { addHours, type Day, type Instant } from '../kit/days.ts'
import { Problem } from '../kit/problem.ts'
import { type KeptAccount, mailAccount, ownMailbox } from '../notebook/mail/mail.store.ts'
import { mannerOf, serverOf } from '../notebook/mail/server.operations.ts'
import {
  keepMorningLetter,
  type KeptMorningLetter,
  markOf,
  morningLetterOf,
  troubleWith,
} from '../notebook/mornings/letter-mornings.store.ts'
import { morningLetter, type MorningTrouble } from '../notebook/mornings/morning-letter.ts'
import { morningOf } from '../notebook/mornings/morning.ts'
import { markHeard } from '../notebook/mornings/mornings.store.ts'
import { inAscii } from '../notebook/post/posting.operations.ts'
import { settingsOf } from '../notebook/settings/settings.store.ts'
import type { House } from '../operations/run.ts'
import { faultOf, sentenceOf } from '../platform/mail/faults.ts'
import type { Parcel } from '../platform/mail/smtp.ts'
import { newIdFrom } from '../platform/transactions.ts'
import { morningPage } from './morning-page.ts'

/** A server that gives no word ends it after so many milliseconds, and the whole may take so many. */
const patience = 10_000
const inAll = 30_000
/** Hours until a server that could not be reached is tried again, while it is still morning. */
const again = 0.25

/** Somebody, or something, told this day already. */
class ToldAlready extends Error {}

/** Writes to one owner what waits, where it is their morning; whether a letter went. What goes wrong is kept, and said in Settings. */
export async function writeMorning(house: House, account: Account): Promise<boolean> {
  const { store, world } = house.engine
  const { owner } = account
  const kept = await store.read(owner, (db) => morningLetterOf(db, owner))
  const by = kept && (await store.read(owner, (db) => mailAccount(db, owner)))
  if (kept === null || by === null || rests(troubleWith(kept, by), world.now())) return false
  const { holidays } = await store.read(owner, (db) => settingsOf(db, owner))
  const day = morningOf(kept.morning, kept.lastOn, world.now(), holidays)
  if (day === null) return false
  const page = await morningPage(house, account, kept.morning.zone)
  if (page === null) return false
  return new MorningMail(house, account, { kept, by, day }).go(morningLetter(page, kept.morning))
}

/** What nobody changed is not tried again; what may pass, a while later. */
function rests(trouble: MorningTrouble | null, now: Instant): boolean {
  return trouble !== null && (trouble.again === null || trouble.again > now)
}

interface Facts {
  readonly kept: KeptMorningLetter
  readonly by: KeptAccount
  readonly day: Day
}

class MorningMail {
  readonly #house: House
  readonly #account: Account
  readonly #facts: Facts

  constructor(house: House, account: Account, facts: Facts) {
    this.#house = house
    this.#account = account
    this.#facts = facts
  }

  /** The day is marked when the server is ready for the words, and before it has one: a letter too few is no harm, one too many is. */
  async go(words: { readonly subject: string; readonly body: string }): Promise<boolean> {
    const { engine } = this.#house
    const { by } = this.#facts
    try {
      const parcel = await this.#parcel(words)
      const server = await serverOf(engine, by)
      const stopped = AbortSignal.timeout(inAll)
      const manner = { ...(await mannerOf(engine)), patience, stopped }
      const { carry } = await import('../platform/mail/smtp.ts')
      await carry(server, manner, { parcel, beforeWords: () => this.#mark() })
    } catch (error) {
      if (!(error instanceof ToldAlready)) await this.#stumble(error)
      return false
    }
    if (this.#facts.kept.trouble) await this.#keep(null)
    return true
  }

  async #mark(): Promise<void> {
    const { owner } = this.#account
    const { store } = this.#house.engine
    const isOurs = await store.write(owner, (db) =>
      markHeard(db, owner, ownMailbox, this.#facts.day),
    )
    if (!isOurs) throw new ToldAlready()
  }

  async #stumble(error: unknown): Promise<void> {
    const { by, day } = this.#facts
    const about = { on: day, with: markOf(by) }
    if (error instanceof Problem) return this.#keep({ ...about, says: error.message, again: null })
    const fault = faultOf(error)
    const later = addHours(this.#house.engine.world.now(), again)
    const says = sentenceOf(fault, by.account.host)
    await this.#keep({ ...about, says, again: fault.mayPass ? later : null })
  }

  /** Kept with the morning as it is now: the owner may have changed it, or ended it, meanwhile. */
  async #keep(trouble: MorningTrouble | null): Promise<void> {
    const { owner } = this.#account
    await this.#house.engine.store.write(owner, async (db) => {
      const now = await morningLetterOf(db, owner)
      if (now) await keepMorningLetter(db, owner, { morning: now.morning, trouble })
    })
  }

  async #parcel(words: { readonly subject: string; readonly body: string }): Promise<Parcel> {
    const { world } = this.#house.engine
    const { name, address } = this.#facts.by.account
    const self = { name, address }
    const onWire = inAscii(self)
    const { messageBytes } = await import('../platform/mail/message.ts')
    const bytes = await messageBytes({
      id: `<${newIdFrom(world)}${onWire.slice(onWire.lastIndexOf('@'))}>`,
      at: world.now(),
      from: self,
      to: self,
      ...words,
      references: [],
      calendar: null,
      isMade: true,
    })
    return { from: onWire, to: onWire, bytes }
  }
}
