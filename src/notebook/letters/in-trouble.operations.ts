import type { Reading } from '../../platform/context.ts'
import { loadAll } from '../../platform/database/things.ts'
import { conversationKind } from '../conversations/conversations.store.ts'
import { headsOf, withTheirGroups } from '../people/groups.store.ts'
import type { Going } from './going.ts'
import { hasReached } from './letter.ts'
import { letterKind, lettersOf } from './letters.store.ts'
import { allInTrouble } from './outgoing.store.ts'

type InTrouble = Pick<Going, 'conversation' | 'template' | 'state' | 'trouble'> & {
  readonly person: Going['to']['person']
}

/** Letters of conversations that stand, which did not go or of which nobody knows; not those that went another way since. */
export async function lettersInTrouble(ctx: Reading): Promise<readonly InTrouble[]> {
  const { db, owner } = ctx
  const all = await stillUnthanked(ctx, await allInTrouble(db, owner))
  if (all.length === 0) return []
  const ids = all.map(({ conversation }) => conversation)
  const talks = await loadAll(db, owner, conversationKind, ids)
  const letters = await loadAll(
    db,
    owner,
    letterKind,
    all.map(({ id }) => id),
  )
  const heads = await headsOf(
    db,
    owner,
    all.map(({ to }) => to.person),
  )
  return all
    .filter(({ id, conversation }) => {
      const isKept = talks.get(conversation)?.binnedOn === null
      return isKept && (letters.get(id)?.sentOn ?? null) === null
    })
    .map(({ conversation, template, state, trouble, to: { person } }) => ({
      conversation,
      template,
      state,
      trouble,
      person: heads.get(person) ?? person,
    }))
}

/** There is one thank-you for each: where another reached them, this one is no trouble any more. */
async function stillUnthanked(ctx: Reading, all: readonly Going[]): Promise<Going[]> {
  const still: Going[] = []
  for (const going of all) {
    if (!(await isThankedOtherwise(ctx, going))) still.push(going)
  }
  return still
}

async function isThankedOtherwise(
  { db, owner }: Reading,
  { conversation, template, to }: Going,
): Promise<boolean> {
  if (template !== 'thanks') return false
  const { sent } = await lettersOf(db, owner, conversation, template)
  const records = await withTheirGroups(db, owner, [to.person])
  return sent.some((letter) => hasReached(letter, records))
}
