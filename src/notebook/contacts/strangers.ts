import type { Source } from '../../kit/source.ts'
import type { Named } from '../exchanges/contact.ts'
import type { PersonDraft } from './draft.ts'
import { personOf } from './person-of.ts'

/** Whom a calendar or a mailbox names and the notebook does not know. */
export interface StrangersReport {
  readonly count: number
  /** Those named most often. */
  readonly most: (Named & { readonly times: number })[]
}

export function draftOfNamed({ name, address }: Named, source: Source): PersonDraft {
  const full = name && !name.includes('@') ? name.trim() : ''
  const person = personOf(
    [
      ...(full ? [{ of: 'names' as const, names: [{ part: 'full' as const, text: full }] }] : []),
      {
        of: 'channels' as const,
        channels: [{ kind: 'mail' as const, value: address, label: null, preferred: false }],
      },
    ],
    source,
  )
  return {
    kind: 'person',
    person,
    identity: { uid: `mailto:${address.toLowerCase()}`, link: null, table: null },
    kept: [],
    rest: [],
    lost: [],
    account: { properties: 0, understood: 0, kept: 0, lost: 0 },
  }
}
