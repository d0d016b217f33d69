import { type Aspect, type Column, type ColumnRole, type NameClues, newTerms } from './aspects.ts'
import { levelsOf } from './levels.ts'
import { compareFamily, compareGiven, compareRest } from './name-levels.ts'
import { type NameWord, personName, type PersonName } from './person-name.ts'
import { plainWords, soundOf } from './plain-text.ts'
import { type Field, type LinkRecord, type Role, valuesOf } from './records.ts'

interface Named {
  readonly name: PersonName
  /** Terms of the first given name, the family name, and each other word. */
  readonly given: number
  readonly family: number
  readonly rest: readonly number[]
  readonly whole: number
  readonly written: Said
}

/** As somebody wrote it; empty where they did not. */
interface Said {
  readonly given: string
  readonly family: string
  readonly full: string
  readonly nickname: string
}

const nameRoles: ReadonlySet<Role> = new Set(['given', 'family', 'full', 'nickname'])

export function isNameRole(role: Role): boolean {
  return nameRoles.has(role)
}

/** All columns that hold a part of the name, read as one name: that is how swapped parts are found. */
export function nameAspect(fields: readonly Field[]): Aspect<Named> {
  const of = (role: Role) => fields.filter((field) => field.role === role).map(({ name }) => name)
  const [given, family, full, nickname] = [of('given'), of('family'), of('full'), of('nickname')]
  const columns: Column[] = [column('given'), column('family')]
  const withRest = full.length > 0 && given.length + family.length > 0
  if (withRest) columns.push(column('rest'))
  const terms = columns.map(newTerms)
  const term = (at: number, text: string | undefined) =>
    text ? (terms[at]?.numberOf(text) ?? -1) : -1
  const whole = newTerms()
  const parts: (readonly [number, number])[] = []

  function wholeName(givenName: number, familyName: number): number {
    if (givenName < 0 || familyName < 0) return -1
    const number = whole.numberOf(`${givenName} ${familyName}`)
    parts[number] ??= [givenName, familyName]
    return number
  }

  return {
    columns,
    terms,
    whole: { terms: whole, parts },
    wholeOf: (named) => named.whole,
    read(record: LinkRecord) {
      const written = {
        given: said(record, given),
        family: said(record, family),
        full: said(record, full),
        nickname: said(record, nickname),
      }
      const name = personName(written)
      if (!name) return null
      const [givenTerm, familyTerm] = [term(0, name.given[0]?.text), term(1, name.familyText)]
      return {
        name,
        given: givenTerm,
        family: familyTerm,
        whole: wholeName(givenTerm, familyTerm),
        rest: withRest ? name.rest.map(({ text }) => term(2, text)) : [],
        written: {
          given: written.given[0] ?? '',
          family: written.family[0] ?? '',
          full: written.full[0] ?? '',
          nickname: written.nickname[0] ?? '',
        },
      }
    },
    keyOf({ name }) {
      const [also, rest] = [textsOf(name.also).join(' '), textsOf(name.rest).join(' ')]
      return `${name.givenText}|${name.familyText}|${also}|${rest}|${name.generation}`
    },
    termsOf(named, at) {
      if (at === 2) return named.rest
      const one = at === 0 ? named.given : named.family
      return one < 0 ? [] : [one]
    },
    cluesOf: ({ name }) => ({ name: nameClues(name) }),
    compare(a, b, seen, at) {
      const [givenLevel, familyLevel] = [
        compareGiven(a.name, b.name),
        compareFamily(a.name, b.name),
      ]
      seen.level[at] = numberOf('given', givenLevel)
      seen.termOfA[at] = a.given
      seen.termOfB[at] = b.given
      seen.level[at + 1] = numberOf('family', familyLevel)
      seen.termOfA[at + 1] = a.family
      seen.termOfB[at + 1] = b.family
      if (!withRest) return
      const restLevel = compareRest(a.name, b.name)
      seen.level[at + 2] = numberOf('rest', restLevel)
      seen.termOfA[at + 2] = restLevel === 'same' ? (a.rest[0] ?? -1) : -1
      seen.termOfB[at + 2] = seen.termOfA[at + 2] ?? -1
    },
    words(a, b, { column: at }) {
      if (at === 0) return [givenOf(a), givenOf(b)]
      if (at === 1) return [familyOf(a), familyOf(b)]
      return [restOf(a.name), restOf(b.name)]
    },
  }
}

function givenOf({ written, name }: Named): string {
  return written.given || wordsIn(written.full, name.given) || written.full || written.nickname
}

function familyOf({ written, name }: Named): string {
  return written.family || wordsIn(written.full, name.family) || written.full
}

/** Those words of a whole name, as they stand in it. */
function wordsIn(full: string, some: readonly NameWord[]): string {
  const wanted = new Set(textsOf(some))
  return full
    .split(/[\s,]+/)
    .filter((piece) => {
      const plain = plainWords(piece)
      return plain.length > 0 && plain.every((word) => wanted.has(word))
    })
    .join(' ')
}

const mostClueWords = 6

function nameClues(name: PersonName): NameClues {
  const all = [...textsOf(name.given).slice(0, 2), ...textsOf(name.family), ...textsOf(name.also)]
  const words = [...new Set([...all, ...textsOf(name.rest)])].filter(({ length }) => length > 1)
  const called = [...name.given.slice(0, 1), ...name.also]
  const family = textsOf(name.family)
  return {
    words: words.slice(0, mostClueWords),
    given: name.given[0]?.text ?? '',
    family,
    givenForms: [
      ...new Set(called.flatMap(({ text, groups }) => [soundOf(text), ...groups.map(String)])),
    ].slice(0, mostClueWords),
    familySounds: [...new Set(family.map(soundOf))],
  }
}

function said(record: LinkRecord, fields: readonly string[]): string[] {
  return fields.flatMap((field) => valuesOf(record, field))
}

function textsOf(words: PersonName['also']): string[] {
  return words.map(({ text }) => text)
}

function restOf(name: PersonName): string {
  return textsOf(name.rest).join(' ')
}

function column(role: ColumnRole): Column {
  return { name: role, role, levels: levelsOf[role] }
}

const numbers: Readonly<Record<'given' | 'family' | 'rest', ReadonlyMap<string, number>>> = {
  given: numbered('given'),
  family: numbered('family'),
  rest: numbered('rest'),
}

function numbered(role: ColumnRole): ReadonlyMap<string, number> {
  return new Map(levelsOf[role].map(({ name }, at) => [name, at + 1]))
}

function numberOf(role: 'given' | 'family' | 'rest', level: string | null): number {
  return level === null ? 0 : (numbers[role].get(level) ?? 0)
}
