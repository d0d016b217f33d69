import type { client } from '../shell/server.ts'
import type { Words } from '../words/words.ts'
import type { Pair } from './queue.ts'

export type Review = Awaited<ReturnType<typeof client.contacts.review>>

/** Somebody, by name. */
interface Known {
  readonly id: string
  readonly name: string
}

/** Two people who may be one, and why. */
export interface Asked extends Pair {
  readonly one: Known
  readonly other: Known
  readonly sure: Sure
  /** What speaks for it: "same phone +49 …". */
  readonly reasons: readonly string[]
  /** What speaks against it: "different employers". */
  readonly against: readonly string[]
}

export type Sure = 'certain' | 'very' | 'likely' | 'perhaps'

export function askedFrom({ a, b, p, certain, reasons }: Review['pairs'][number]): Asked {
  return {
    a: a.id,
    b: b.id,
    one: { id: a.id, name: a.name },
    other: { id: b.id, name: b.name },
    sure: sureOf(p, certain),
    reasons: wordsOf(reasons, 'for'),
    against: wordsOf(reasons, 'against'),
  }
}

type Reason = Review['pairs'][number]['reasons'][number]

function wordsOf(reasons: readonly Reason[], side: Reason['speaks']): readonly string[] {
  return reasons
    .filter(({ speaks, words }) => speaks === side && words !== '')
    .map(({ words }) => words)
}

/** How sure it is, in one of four words: nobody is a percentage. */
function sureOf(p: number, certain: boolean): Sure {
  if (certain) return 'certain'
  if (p >= 0.95) return 'very'
  return p >= 0.75 ? 'likely' : 'perhaps'
}

/** What a person is called where two stand beside each other. */
export function calledOf(t: Words, { name }: { readonly name: string }): string {
  return name || t('people.person.noName')
}
