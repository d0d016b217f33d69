import { carryOut } from '../shell/deeds.ts'
import { client } from '../shell/server.ts'
import { t } from '../words/words.ts'
import type { Introduction, May } from './types.ts'

/** Lets it go without a word to anybody. */
export async function letGo({ id }: Introduction, pair: string): Promise<void> {
  await carryOut(client.introductions.step, { id, kind: 'closed' }, () =>
    t('giving.didLetGo', { pair }),
  )
}

/** Writes down what happened. */
export async function writeFact({ id }: Introduction, { kind, side }: May): Promise<void> {
  const fact = side === null ? { id, kind } : { id, kind, side }
  await carryOut(client.introductions.step, fact, () => t('giving.did'))
}

/** What a side answered, as the owner heard it. Of a no nothing is kept, so there is nothing to take back. */
export async function writeAnswer(
  { id }: Introduction,
  side: 'requester' | 'target',
  answer: 'yes' | 'no',
): Promise<void> {
  await carryOut(client.introductions.answer, { id, side, answer }, () =>
    t(answer === 'yes' ? 'giving.didYes' : 'giving.didNo'),
  )
}
