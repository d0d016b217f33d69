import type { OtherSide } from '../doors/http/other-side.ts'
import type { Instant } from '../kit/days.ts'
import type { LinkPage } from '../notebook/links/answering.operations.ts'
import { isOpen, type LinkPurpose } from '../notebook/links/link.ts'
import {
  linkById,
  linkOf,
  linkWasUsed,
  openDigests,
  type OwnedLink,
} from '../notebook/links/links.store.ts'
import { settingsOf } from '../notebook/settings/settings.store.ts'
import type { House } from '../operations/run.ts'
import type { Caller } from '../platform/context.ts'
import { secretDigest } from '../platform/secrets.ts'
import { reading, writing } from '../platform/transactions.ts'

/** Loaded when somebody first opens one. */
const pages: Readonly<Record<LinkPurpose, () => Promise<LinkPage>>> = {
  conversation: async () =>
    (await import('../notebook/theirs/looking.operations.ts')).conversationPage,
  'introduction-requester': async () =>
    (await import('../notebook/introductions/answering.operations.ts')).answerPageFor('requester'),
  'introduction-target': async () =>
    (await import('../notebook/introductions/answering.operations.ts')).answerPageFor('target'),
}

const millisecondsBetweenLooks = 1000

/** Pages for somebody without an account, as the HTTP door asks for them. */
export function otherSideOf({ engine, afterwards }: House): OtherSide {
  const now = (): Instant => engine.world.now()
  let known = { at: Number.NEGATIVE_INFINITY, digests: Promise.resolve(new Set<string>()) }
  async function opened(secret: string): Promise<OwnedLink | null> {
    const found = await engine.store.read(null, (db) => linkOf(db, secretDigest(secret)))
    return found && isOpen(found.link, now()) ? found : null
  }
  /** Somebody who may do what their page offers, and nothing that an operation does. What they do is of the owner's day. */
  async function callerFor({ account, owner }: OwnedLink): Promise<Caller> {
    const { zone } = await engine.store.read(owner, (db) => settingsOf(db, owner))
    return {
      account,
      owner,
      rights: new Set(),
      door: 'link',
      device: 'their page',
      listedAs: null,
      zone,
    }
  }
  return {
    async look(secret, asked) {
      const found = await opened(secret)
      if (!found) return null
      const page = await pages[found.link.purpose]()
      return reading(engine, await callerFor(found), (ctx) => page.look(ctx, found.link, asked))
    },
    async act(secret, form) {
      const found = await opened(secret)
      if (!found) return null
      const page = await pages[found.link.purpose]()
      const caller = await callerFor(found)
      const operation = page.deedOf(form)
      if (operation === null) {
        return reading(
          engine,
          caller,
          async (ctx) => (await page.hear?.(ctx, found.link, form)) ?? null,
        )
      }
      const deed = { operation, input: null, key: null }
      const { result } = await writing(engine, caller, deed, async (ctx) => {
        // Whoever waited for another sees what that one did: an address that is used up opens nothing.
        const link = await linkById(ctx.db, ctx.owner, found.link.id)
        if (!link || !isOpen(link, now())) return null
        const shown = await page.act(ctx, link, form)
        if (ctx.record.changed > 0) await linkWasUsed(ctx.db, ctx.owner, link.id, now())
        await afterwards(ctx)
        return shown
      })
      return result
    },
    async mayOpen(secret) {
      if (performance.now() - known.at > millisecondsBetweenLooks) {
        // The reading itself is kept, so that of many who ask at once one reads.
        const digests = engine.store.read(null, (db) => openDigests(db, now()))
        known = { at: performance.now(), digests }
      }
      return (await known.digests).has(secretDigest(secret))
    },
  }
}
