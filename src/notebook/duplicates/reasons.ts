import type { Agreement } from '../../craft/linkage/agreements.ts'
import { reasonsInEnglish } from '../../craft/linkage/reasons.ts'
import type { PersonId } from '../../kit/ids.ts'

/** One thing that speaks for or against two records being one person: as data, and in English. */
export interface Reason {
  readonly field: string
  readonly level: string
  readonly speaks: 'for' | 'against'
  readonly values: string[]
  readonly words: string
}

interface Why {
  readonly agreements: readonly Agreement[]
  readonly through: PersonId | null
}

/** All that speaks for it, the most telling first, then what speaks against. */
export function reasonsFor(
  { agreements, through }: Why,
  names: ReadonlyMap<PersonId, string>,
): Reason[] {
  const third = through === null ? undefined : names.get(through)
  const told = agreements
    .toSorted((a, b) => b.weight - a.weight)
    .flatMap((agreement) => reasonOf(agreement) ?? [])
  return [...(third === undefined ? [] : [bothOneWith(third)]), ...told]
}

/** Null where there is nothing to say in words. */
function reasonOf(agreement: Agreement): Reason | null {
  const { field, level, values, weight } = agreement
  const words = reasonsInEnglish([agreement]).join('; ')
  const speaks = weight < 0 ? 'against' : 'for'
  return words === '' ? null : { field, level, speaks, values: [...values], words }
}

function bothOneWith(name: string): Reason {
  const words = `both are one with ${name || 'a third record'}`
  return { field: 'through', level: 'same', speaks: 'for', values: [name], words }
}
