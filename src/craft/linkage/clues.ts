import type { Aspect, Clues, NameClues } from './aspects.ts'

/** Two numbers of 32 bits that stand for a text; together they make one key without keeping the text. */
function hashOf(text: string): number {
  let hash = 0x811c9dc5
  for (let at = 0; at < text.length; at++) {
    hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193)
  }
  return mixed(hash)
}

function mixed(hash: number): number {
  let bits = hash ^ (hash >>> 16)
  bits = Math.imul(bits, 0x85ebca6b)
  bits ^= bits >>> 13
  bits = Math.imul(bits, 0xc2b2ae35)
  return (bits ^ (bits >>> 16)) >>> 0
}

/** One whole number below 2^53 for a rule and two hashes; the order of the two does not matter. */
function keyOf(rule: number, one: number, other: number): number {
  const [low, high] = one < other ? [one, other] : [other, one]
  const left = mixed(Math.imul(low ^ 0x9e3779b9, 0x2545f491) ^ high ^ rule)
  const right = mixed(Math.imul(high ^ rule, 0x27d4eb2f) ^ mixed(low + rule))
  return left * 0x100000 + (right >>> 12)
}

/** A way to meet: which columns agree, more or less, in all pairs that it brings together. */
export interface Rule {
  readonly name: string
  readonly columns: readonly number[]
  /** Blocks larger than this are not gone through. */
  readonly cap: number
}

/** The hashes of what one value offers, worked out once a value. */
export interface HashedClues {
  readonly alone: readonly (readonly number[])[]
  readonly beside: readonly (readonly number[])[]
  readonly whole: readonly number[]
  readonly name: HashedName | null
}

interface HashedName {
  readonly words: readonly number[]
  readonly initials: readonly number[]
  readonly beginnings: readonly number[]
  readonly forms: readonly number[]
  readonly sounds: readonly number[]
  readonly family: readonly number[]
}

export function hashed(clues: Clues): HashedClues {
  return {
    alone: (clues.alone ?? []).map((texts) => texts.map(hashOf)),
    beside: (clues.beside ?? []).map((texts) => texts.map(hashOf)),
    whole: (clues.whole ?? []).map(hashOf),
    name: clues.name ? hashedName(clues.name) : null,
  }
}

function hashedName({ words, given, family, givenForms, familySounds }: NameClues): HashedName {
  return {
    words: words.map(hashOf),
    initials: given ? family.map((word) => hashOf(`${word} ${given[0]}`)) : [],
    beginnings: given
      ? family.map((word) => hashOf(`${word.slice(0, 4)} ${given.slice(0, 3)}`))
      : [],
    forms: givenForms.map(hashOf),
    sounds: familySounds.map((sound) => hashOf(`~${sound}`)),
    family: family.map(hashOf),
  }
}

const cap = 400
const rareCap = 25

/**
 * Where the aspects of a plan stand among its columns, and every way in which two records may meet: by an address or
 * number alone, by two words of the name, by a word of the name and something beside it, by two whole values.
 */
export interface Meetings {
  readonly rules: readonly Rule[]
  /** Calls `meet` with every key of a record; the same key may come twice. */
  keys(clues: readonly (HashedClues | null)[], meet: (rule: number, key: number) => void): void
}

export function meetingsOf(aspects: readonly Aspect[], firstColumns: readonly number[]): Meetings {
  const rules: Rule[] = []
  const add = (name: string, columns: readonly number[], most = cap) =>
    rules.push({ name, columns, cap: most }) - 1
  const nameAt = aspects.findIndex(({ columns }) => columns[0]?.role === 'given')
  const nameColumns = nameAt < 0 ? [] : [firstColumns[nameAt]!, firstColumns[nameAt]! + 1]
  const nameRules = nameAt < 0 ? null : addNameRules(add, nameColumns, aspects[nameAt]!)
  const others = aspects.flatMap((aspect, at) => {
    if (at === nameAt) return []
    const { name, role } = aspect.columns[0]!
    const column = firstColumns[at]!
    if (role === 'gender' || role === 'country') return []
    return [
      {
        at,
        alone: [0, 1].map((kind) => add(kind ? `${name} in part` : name, [column])),
        beside: [0, 1].map((kind) =>
          nameAt < 0
            ? -1
            : add(`name and ${name}${kind ? ' in part' : ''}`, [...nameColumns, column]),
        ),
        rare: add(`rare ${name}`, [column], rareCap),
      },
    ]
  })
  const pairs = others.flatMap((one, at) =>
    others.slice(at + 1).map((other) => ({
      one: one.at,
      other: other.at,
      rule: add(`${aspects[one.at]!.columns[0]!.name} and ${aspects[other.at]!.columns[0]!.name}`, [
        firstColumns[one.at]!,
        firstColumns[other.at]!,
      ]),
    })),
  )

  return {
    rules,
    keys(clues, meet) {
      const name = nameAt < 0 ? null : (clues[nameAt]?.name ?? null)
      if (name && nameRules) meetByName(name, nameRules, meet)
      for (const other of others) {
        const own = clues[other.at]
        if (!own) continue
        other.alone.forEach((rule, kind) => meetAlone(own.alone[kind] ?? [], rule, meet))
        meetAlone(own.whole, other.rare, meet)
        if (!name) continue
        other.beside.forEach((rule, kind) =>
          meetBeside(name, own.beside[kind] ?? [], { rule, meet }),
        )
      }
      for (const pair of pairs) meetWhole(clues, pair, meet)
    },
  }
}

function meetWhole(
  clues: readonly (HashedClues | null)[],
  { one, other, rule }: { readonly one: number; readonly other: number; readonly rule: number },
  meet: Meet,
): void {
  const wholesOfOther = clues[other]?.whole ?? []
  for (const a of clues[one]?.whole ?? []) {
    for (const b of wholesOfOther) meet(rule, keyOf(rule, a, mixed(b + 1)))
  }
}

type Meet = (rule: number, key: number) => void

interface NameRules {
  readonly words: number
  readonly initial: number
  readonly beginning: number
  readonly sound: number
  readonly rare: number
}

function addNameRules(
  add: (name: string, columns: readonly number[], most?: number) => number,
  columns: readonly number[],
  aspect: Aspect,
): NameRules {
  const all = aspect.columns.length > 2 ? [...columns, columns[0]! + 2] : columns
  return {
    words: add('two words of the name', all),
    initial: add('family name and initial', columns),
    beginning: add('beginnings of the names', columns),
    sound: add('sound of the names', columns),
    rare: add('rare word of the name', all, rareCap),
  }
}

function meetByName(name: HashedName, rules: NameRules, meet: Meet): void {
  const { words } = name
  for (let at = 0; at < words.length; at++) {
    meet(rules.rare, keyOf(rules.rare, words[at]!, 0))
    for (let other = at + 1; other < words.length; other++) {
      meet(rules.words, keyOf(rules.words, words[at]!, words[other]!))
    }
  }
  for (const initial of name.initials) meet(rules.initial, keyOf(rules.initial, initial, 0))
  for (const beginning of name.beginnings)
    meet(rules.beginning, keyOf(rules.beginning, beginning, 0))
  for (const sound of name.sounds) {
    for (const form of name.forms) meet(rules.sound, keyOf(rules.sound, sound, form))
  }
}

function meetAlone(kind: readonly number[], rule: number, meet: Meet): void {
  if (rule < 0) return
  for (const hash of kind) meet(rule, keyOf(rule, hash, 0))
}

function meetBeside(
  name: HashedName,
  kind: readonly number[],
  { rule, meet }: { readonly rule: number; readonly meet: Meet },
): void {
  if (rule < 0) return
  for (const hash of kind) {
    for (const word of name.words) meet(rule, keyOf(rule, word, hash))
    for (const sound of name.sounds) meet(rule, keyOf(rule, sound, hash))
  }
}
