import type { Meaning, Place } from './columns.ts'

/** What a column may hold, what is likeliest first. */
export const meaningGroups: readonly (readonly Meaning[])[] = [
  ['nothing', 'name', 'given', 'middle', 'family', 'prefix', 'suffix', 'nickname', 'maiden'],
  ['mail', 'phone', 'mobile', 'fax', 'link', 'message'],
  ['organisation', 'title', 'department'],
  ['address', 'street', 'postcode', 'city', 'region', 'country'],
  ['birthday', 'anniversary', 'notes', 'labels', 'met-on', 'met-where', 'met-how'],
  ['day', 'field', 'topic', 'medium', 'place', 'minutes'],
]

const meanings = meaningGroups.flat()

export function meaningOf(value: string): Meaning {
  return meanings.find((meaning) => meaning === value) ?? 'nothing'
}

export const places: readonly Place[] = ['home', 'work', 'other']

export function placeOf(value: string): Place | null {
  return places.find((place) => place === value) ?? null
}
