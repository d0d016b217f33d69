import type { StepKind } from '../../notebook/conversations/conversation.ts'
import { carryOut } from '../shell/deeds.ts'
import { client } from '../shell/server.ts'
import { t } from '../words/words.ts'
import type { Item } from './day.ts'

/** Writes down that it happened; what the day holds is read anew. */
export async function writeDown(item: Item, kind: StepKind): Promise<void> {
  if (item.conversation === null) return
  await carryOut(client.conversations.step, { id: item.conversation, kind }, () =>
    item.who === null ? t('today.did.stepNobody') : t('today.did.step', { name: item.who }),
  )
}

/** What they did on their page is known now; an answer stays until it is opened, and no nudge is due before. */
export async function markSeen({ conversation, who }: Item): Promise<void> {
  if (conversation === null) return
  await carryOut(client.conversations.seen, { id: conversation, page: true }, () =>
    who === null ? t('today.did.seenNobody') : t('today.did.seen', { name: who }),
  )
}

/** A promise that is kept, mine or theirs. */
export async function settle({ line, what, who }: Item): Promise<void> {
  if (line === null) return
  const mine = what === 'keep-promise'
  await carryOut(client.promises.settle, { line, how: 'done' }, () => {
    if (who === null) return t(mine ? 'today.did.keptNobody' : 'today.did.cameNobody')
    return t(mine ? 'today.did.kept' : 'today.did.came', { name: who })
  })
}

/** It stays a draft, and the day speaks of it no more. */
async function leaveUnsent({ conversation, template, person }: Item): Promise<void> {
  if (conversation === null || !template) return
  const which = { conversation, template, ...(person === null ? {} : { to: person }) }
  await carryOut(client.letters['take-back'], which, () => t('today.did.unsent'))
}

/** Of several at a table: they are thanked otherwise, or not at all. */
async function letGo({ conversation, person, who }: Item): Promise<void> {
  if (conversation === null || person === null) return
  await carryOut(client.letters['let-go'], { conversation, to: person }, () =>
    t('today.did.letGo', { name: who ?? t('today.nobody.name') }),
  )
}

/** A promise or a conversation that may sleep. */
export async function letRest(item: Item): Promise<void> {
  const { line, conversation, introduction, who } = item
  const say = () => (who === null ? t('today.did.restNobody') : t('today.did.rest', { name: who }))
  const isPromise = item.what === 'keep-promise' || item.what === 'recall-promise'
  if (item.what === 'send-again') return leaveUnsent(item)
  if (item.what === 'thank-too') return letGo(item)
  if (isPromise && line !== null) {
    await carryOut(client.promises.settle, { line, how: 'rest' }, () => t('today.did.restNobody'))
  } else if (introduction !== null) {
    const closing = { id: introduction, kind: 'closed' } as const
    await carryOut(client.introductions.step, closing, () => t('today.did.restNobody'))
  } else if (conversation !== null) {
    await carryOut(client.conversations.step, { id: conversation, kind: 'rested' }, say)
  }
}
