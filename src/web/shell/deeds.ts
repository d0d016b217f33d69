import { toast } from '../ui/toast.tsx'
import { t } from '../words/words.ts'
import { readAnew } from './answers.ts'
import type { Verb } from './client.ts'
import { noteFailure } from './connection.ts'
import { Refusal, sentenceOf } from './refusal.ts'
import { client } from './server.ts'
import { isKeptHere } from './through.ts'

/**
 * Writes, says what happened, and lets it be taken back:
 * `await carryOut(client.people.remove, { people }, () => t('people.binned'))`. Null after a refusal, which is said too; and without network,
 * where the write waits on this device: then `onKeptHere` is what comes next.
 */
export async function carryOut<Input, Output>(
  verb: Verb<Input, Output>,
  input: Input,
  say: (output: Output) => string | null,
  onKeptHere?: () => void,
): Promise<Output | null> {
  let change: string | null = null
  try {
    const output = await verb(input, { onChange: (made) => (change = made) })
    const sentence = say(output)
    if (sentence !== null) sayDone(sentence, change)
    void readAnew()
    return output
  } catch (error) {
    sayRefused(error)
    if (isKeptHere(error)) onKeptHere?.()
    return null
  }
}

/** What happened, with the way back where the write has one. */
export function sayDone(
  sentence: string,
  change: string | null,
  act?: { readonly words: string; readonly onAct: () => void },
): void {
  toast(sentence, {
    ...(act ? { act } : {}),
    ...(change === null ? {} : { undo: () => void takeBack(change) }),
  })
}

/** Takes a change back, or all that a job did, and says so; true when it stands as it stood before. */
export async function takeBack(change: string): Promise<boolean> {
  try {
    await client.changes.undo({ id: change })
    toast(t('toast.undone'))
    void readAnew()
    return true
  } catch (error) {
    sayRefused(error)
    return false
  }
}

/** What went wrong, what is safe, what to do, in one toast. */
export function sayRefused(error: unknown): void {
  noteFailure(error)
  toast(refusalInWords(error))
}

export function refusalInWords(error: unknown): string {
  if (!(error instanceof Refusal)) return sentenceOf(error)
  return [error.message, error.safe, error.mend]
    .filter((part) => part !== null)
    .map(asSentence)
    .join(' ')
}

/** With a full stop where it has no end yet. */
export function asSentence(text: string): string {
  return /[.!?…]$/u.test(text) ? text : `${text}.`
}
