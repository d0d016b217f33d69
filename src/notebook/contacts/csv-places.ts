import { labelAt } from './csv-channels.ts'
import type { Column } from './csv-columns.ts'
import type { Cell } from './csv-row.ts'
import { type BarePlace, noPlace, type Said } from './said.ts'

const placeParts = [
  'street',
  'extended',
  'box',
  'locality',
  'region',
  'postcode',
  'country',
  'formatted',
] as const
type PlacePart = (typeof placeParts)[number]
type PlaceTexts = { [part in PlacePart]?: string[] }

export function isPlacePart(meaning: Column['meaning']): meaning is PlacePart {
  return placeParts.some((part) => part === meaning)
}

/** Cells with the same number, or the same "home" or "work", are one address. */
export function placesIn(cells: readonly Cell[], labels: ReadonlyMap<string, string>): Said[] {
  const gathered = new Map<
    string,
    { column: Column; parts: Partial<Record<PlacePart, string[]>> }
  >()
  for (const { column, text } of cells) {
    if (!isPlacePart(column.meaning)) continue
    const key = column.set ?? column.place ?? ''
    const parts: PlaceTexts = gathered.get(key)?.parts ?? {}
    parts[column.meaning] = [...(parts[column.meaning] ?? []), text]
    gathered.set(key, { column, parts })
  }
  return [...gathered.values()].map(({ column, parts }) => {
    const label = labelAt(labels.get(column.set ?? ''), 0).label ?? column.place
    return { of: 'place', place: { ...placeOf(parts), label } }
  })
}

/** The whole address as text is used only where its parts are not given. */
function placeOf(parts: PlaceTexts): BarePlace {
  const one = (part: PlacePart) => parts[part]?.join('\n') ?? null
  const street = [one('street'), one('extended'), one('box')].filter(Boolean).join('\n') || null
  const place = {
    ...noPlace,
    street,
    locality: one('locality'),
    region: one('region'),
    postcode: one('postcode'),
    country: one('country'),
  }
  const isEmpty = Object.values(place).every((part) => part === null)
  return isEmpty ? { ...noPlace, street: one('formatted') } : place
}
