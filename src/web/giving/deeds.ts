import type { Side } from '../../craft/introductions/introduction.ts'
import { carryOut } from '../shell/deeds.ts'
import { client } from '../shell/server.ts'
import { toast } from '../ui/toast.tsx'
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

/** A yes of a side, as the owner heard it. */
export async function writeYes({ id }: Introduction, side: Side): Promise<void> {
  await carryOut(client.introductions.answer, { id, side, answer: 'yes' }, () => t('giving.didYes'))
}

/** Of a no nothing is kept, so nothing is sent either. */
export function hearNo(): void {
  toast(t('giving.didNo'))
}
