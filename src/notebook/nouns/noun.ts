import type { Day } from '../../kit/days.ts'
import { Problem } from '../../kit/problem.ts'
import { fold } from '../../kit/text.ts'

/** What has a name that people write in several ways, and that can be renamed and merged. */
export interface Noun {
  readonly id: string
  readonly name: string
  /** Names it had, or came in under; each still leads here. */
  readonly otherNames: readonly string[]
  /** A merge is a link: what was given to the one is read through the other, and can be parted again. */
  readonly mergedInto: string | null
  readonly addedOn: Day
  readonly binnedOn: Day | null
}

/** How much one wants to be there, from "not now" to "above all". */
export const wants = [0, 1, 2, 3] as const
export type Want = (typeof wants)[number]

/** Quiet, something moves, much moves. */
export const movings = [1, 2, 3] as const

export interface Moving {
  readonly level: (typeof movings)[number]
  /** What moves, in a line: "They take on the river archive". */
  readonly why: string
  readonly on: Day
}

export interface Wish {
  readonly want: Want
  /** Null until something is known. */
  readonly moving: Moving | null
  readonly since: Day
}

/** Where somebody works. One where the owner would like to work, or learn, bears a wish: it is a place. */
export interface Organisation extends Noun {
  readonly wish?: Wish | null
}

/** That somebody would be the next to ask, for a kind of person that is missing, was let rest. */
export interface FieldRest {
  readonly gap: string
  readonly person: string
  readonly on: Day
}

/** A career field under consideration. */
export interface Field extends Noun {
  /** Why it is worth asking about, in the owner's words. */
  readonly why: string
  readonly rests?: readonly FieldRest[]
}

/**
 * "#conservation-science", "Conservation science" and "conservation_science" are one key. Names that begin with the
 * same three hundred letters are one too: a database takes no key of any length.
 */
export function keyOf(name: string): string {
  const key = fold(name.replace(/^[#/@]/, '')).replace(/[-_\s]+/g, ' ')
  return [...key.trim()].slice(0, 300).join('').trim()
}

/** A tag as one would write the name: "conservation-science" is "Conservation science", "ux" is "UX". */
export function nameFromTag(tag: string): string {
  const words = tag.replace(/^[#/]/, '').replace(/[-_]+/g, ' ').trim()
  if (words.length <= 2) return words.toUpperCase()
  return words.charAt(0).toUpperCase() + words.slice(1)
}

/** A name is spoken of in tags and letters, so it needs something that can be said. */
export function isName(text: string): boolean {
  return /[\p{L}\p{N}]/u.test(text)
}

/** "Law (2)": a name beside one that is taken, short enough that `keyOf` tells the two apart. */
export function numbered(name: string, number: number): string {
  return `${[...name].slice(0, 280).join('').trim()} (${number})`
}

export function rename<N extends Noun>(noun: N, name: string): N {
  const wanted = name.trim()
  if (!isName(wanted)) throw new Problem('name.empty', 'A name needs at least one letter or digit')
  if (wanted === noun.name) return noun
  const names = [noun.name, ...noun.otherNames].filter((other) => other !== wanted)
  return { ...noun, name: wanted, otherNames: names }
}

export function mergeInto<N extends Noun>(gone: N, kept: N): N {
  if (gone.id === kept.id) throw new Problem('name.already-merged', 'These two are one already')
  if (gone.mergedInto) {
    throw new Problem('name.already-merged', `${gone.name} was merged before; part it first`)
  }
  return { ...gone, mergedInto: kept.id }
}

export function namesOf(noun: Noun): string[] {
  return [noun.name, ...noun.otherNames]
}
