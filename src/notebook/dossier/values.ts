import type { Source } from '../../kit/source.ts'
import { nameOf, type Person, type Place, type Role } from '../people/person.ts'
import type { DossierWords } from './dossier-words.ts'
import type { Told } from './dossier.ts'

/** File names of imports by their id. */
type Files = ReadonlyMap<string, string>

interface Kept {
  readonly what: string
  readonly value: string
  readonly sources: readonly Source[]
}

/** Every value of these records once, with all that said it. */
export function valuesOf(records: readonly Person[], files: Files, words: DossierWords): Told[] {
  const all = new Map<string, { what: string; value: string; from: Set<string> }>()
  for (const { what, value, sources } of records.flatMap(keptIn)) {
    const key = `${what}\0${value}`
    const one = all.get(key) ?? { what, value, from: new Set<string>() }
    for (const from of sourcesInWords(sources, files, words)) one.from.add(from)
    all.set(key, one)
  }
  return [...all.values()].map((one) => ({ ...one, from: [...one.from] }))
}

function keptIn(person: Person): Kept[] {
  const { names, roles, channels, places, dates, labels } = person
  const kept = [
    ...names.map(({ part, text, sources }) => ({ what: part, value: text, sources })),
    ...roles.map((role) => ({ what: 'role', value: roleInWords(role), sources: role.sources })),
    ...channels.map(({ kind, value, label, sources }) => ({
      what: kind,
      value: label === null ? value : `${value} (${label})`,
      sources,
    })),
    ...places.map((place) => ({
      what: 'place',
      value: placeInWords(place),
      sources: place.sources,
    })),
    ...dates.map(({ what, date, sources }) => ({ what, value: date, sources })),
    ...labels.map(({ word, sources }) => ({ what: 'label', value: word, sources })),
  ]
  const isNamed = kept.some(({ what }) => what === 'full' || what === 'given' || what === 'family')
  const name = nameOf(person)
  return isNamed || name === '' ? kept : [{ what: 'full', value: name, sources: [] }, ...kept]
}

function roleInWords({ title, organisation, department, from, to }: Role): string {
  const what = [title, department, organisation].filter(Boolean).join(', ')
  const when = from === null && to === null ? '' : ` (${from ?? '…'} – ${to ?? '…'})`
  return `${what}${when}`.trim()
}

function placeInWords({ label, street, locality, region, postcode, country }: Place): string {
  const lines = [street, [postcode, locality].filter(Boolean).join(' '), region, country]
  const place = lines.filter(Boolean).join(', ')
  return label === null ? place : `${place} (${label})`
}

function sourcesInWords(sources: readonly Source[], files: Files, words: DossierWords): string[] {
  if (sources.length === 0) return [words.sources.undated]
  return sources.map(({ by, id, on }) => {
    const file = by === 'import' ? ` ${files.get(id ?? '') ?? words.sources.file}` : ''
    return `${words.sources[by]}${file} ${words.on(on)}`
  })
}
