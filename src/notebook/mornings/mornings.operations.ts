import { Problem } from '../../kit/problem.ts'
import type { Handlers, Serving } from '../../platform/context.ts'
import { mayReach, newPushKeys } from '../../platform/push/push.ts'
import { notSet } from '../mail/mail.operations.ts'
import { mailAccount, ownMailbox } from '../mail/mail.store.ts'
import { keepMorningLetter, morningLetterOf, troubleWith } from './letter-mornings.store.ts'
import type { MorningLetter, MorningTrouble } from './morning-letter.ts'
import type { morningsContract } from './mornings.contract.ts'
import { addPushKeys, endMornings, keepMorning, morningsOf, pushKeysOf } from './mornings.store.ts'
import { aboutKeys, aboutReach } from './sealed.ts'

export const morningsHandlers: Handlers<typeof morningsContract> = {
  async show(_input, { engine, owner, caller }) {
    const all = await engine.store.read(owner, (db) => morningsOf(db, owner))
    const here = all.find(({ browser }) => browser === caller.listedAs)
    const { letter, account } = await engine.store.read(owner, async (db) => ({
      letter: await morningLetterOf(db, owner),
      account: await mailAccount(db, owner),
    }))
    return {
      here: here?.morning ?? null,
      others: all.length - (here ? 1 : 0),
      letter: letter && shownLetter(letter.morning, troubleWith(letter, account)),
      address: account?.account.address ?? null,
    }
  },

  async prepare(_input, { engine, owner }) {
    const known = await engine.store.read(owner, (db) => pushKeysOf(db, owner))
    if (known) return { key: known.public }
    const made = newPushKeys()
    const sealed = await engine.vault.seal(made.privateKey, aboutKeys)
    const keys = await engine.store.write(owner, async (db) => {
      await addPushKeys(db, owner, { public: made.publicKey, sealed })
      return pushKeysOf(db, owner)
    })
    return { key: keys?.public ?? made.publicKey }
  },

  async keep({ endpoint, p256dh, auth, ...morning }, ctx) {
    const { engine, owner } = ctx
    const browser = needBrowser(ctx)
    if (!mayReach(endpoint)) {
      throw new Problem('morning.unreachable', 'This address is none of a service of push', {
        safe: 'Nothing was changed, and nothing was sent there.',
        mend: 'Let the browser give its own address: Settings, In the morning.',
      })
    }
    const sealed = await engine.vault.seal(
      JSON.stringify({ endpoint, p256dh, auth }),
      aboutReach(browser),
    )
    await engine.store.write(owner, (db) => keepMorning(db, owner, { browser, morning, sealed }))
    return morning
  },

  async end(_input, ctx) {
    const { engine, owner, caller } = ctx
    const { listedAs } = caller
    if (listedAs === null) return { ended: false }
    const ended = await engine.store.write(owner, (db) => endMornings(db, owner, [listedAs]))
    return { ended: ended > 0 }
  },

  async write({ link, ...wish }, { engine, owner }) {
    const morning = { ...wish, link: link === undefined ? null : new URL(link).origin }
    await engine.store.write(owner, async (db) => {
      if ((await mailAccount(db, owner)) === null) throw notSet()
      await keepMorningLetter(db, owner, { morning, trouble: null })
    })
    return shownLetter(morning, null)
  },

  async 'write-no-more'(_input, { engine, owner }) {
    const ended = await engine.store.write(owner, (db) => endMornings(db, owner, [ownMailbox]))
    return { ended: ended > 0 }
  },
}

function shownLetter(morning: MorningLetter, trouble: MorningTrouble | null) {
  return {
    ...morning,
    trouble: trouble?.says ?? null,
    stopped: trouble !== null && trouble.again === null,
  }
}

/** Only a browser that is signed in hears; signed out, it does not any more. */
function needBrowser({ caller }: Serving): string {
  if (caller.listedAs !== null) return caller.listedAs
  throw new Problem(
    'morning.no-browser',
    'Only a browser that is signed in can hear in the morning',
    {
      safe: 'Nothing was changed.',
      mend: 'Open Settings, In the morning, in the browser that is to hear.',
    },
  )
}
