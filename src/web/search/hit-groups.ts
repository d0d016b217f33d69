interface Found {
  readonly kind: 'person' | 'line' | 'turn' | 'field' | 'organisation' | 'place' | 'introduction'
}

export const hitGroups = [
  'people',
  'places',
  'introductions',
  'said',
  'fields',
  'organisations',
] as const
export type HitGroup = (typeof hitGroups)[number]

const groupOf: Readonly<Record<Found['kind'], HitGroup>> = {
  person: 'people',
  line: 'said',
  turn: 'said',
  field: 'fields',
  organisation: 'organisations',
  place: 'places',
  introduction: 'introductions',
}

/** What was found, by kind; in each group in the order it was given, groups without anything left out. */
export function grouped<Hit extends Found>(
  hits: readonly Hit[],
): readonly { readonly group: HitGroup; readonly hits: readonly Hit[] }[] {
  return hitGroups
    .map((group) => ({ group, hits: hits.filter(({ kind }) => groupOf[kind] === group) }))
    .filter((one) => one.hits.length > 0)
}

/** Where something found is read. */
export type WayTo =
  | {
      readonly to:
        | '/people/$id'
        | '/places/$id'
        | '/fields/$id'
        | '/giving/introductions/$id'
        | '/conversations/$id/during'
      readonly id: string
    }
  | {
      readonly to: '/conversations/$id/transcripts/$transcript'
      readonly id: string
      readonly transcript: string
      readonly turn: number
    }
  | { readonly to: '/people'; readonly organisation: string }
  | { readonly to: '/fields' }

interface Placed extends Found {
  readonly id: string
  readonly person: string | null
  readonly conversation: string | null
}

/** What has a page of its own. */
const pageOf = {
  person: '/people/$id',
  place: '/places/$id',
  field: '/fields/$id',
  introduction: '/giving/introductions/$id',
  organisation: undefined,
  line: undefined,
  turn: undefined,
} as const satisfies Readonly<Record<Found['kind'], string | undefined>>

/** A line leads to the notes it stands in, else to whom it is about; a turn to its place in the transcript. */
export function wayTo({ kind, id, person, conversation }: Placed): WayTo {
  const page = pageOf[kind]
  if (page !== undefined) return { to: page, id }
  if (kind === 'organisation') return { to: '/people', organisation: id }
  if (kind === 'turn' && conversation !== null) {
    const [transcript = '', turn] = id.split(':')
    const to = '/conversations/$id/transcripts/$transcript'
    return { to, id: conversation, transcript, turn: Number(turn) }
  }
  if (conversation !== null) return { to: '/conversations/$id/during', id: conversation }
  return person === null ? { to: '/fields' } : { to: '/people/$id', id: person }
}
