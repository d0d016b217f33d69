import type { Channel, DateThatMatters, Meeting, Name, Place, Role } from '../people/person.ts'

export type Bare<Value> = Omit<Value, 'sources'>
export type BareName = Bare<Name>
export type BareChannel = Bare<Channel>
export type BarePlace = Bare<Place>
export type BareDate = Bare<DateThatMatters>

/** What one property or cell says about a person, before it is known what the others say. */
export type Said =
  | { readonly of: 'names'; readonly names: readonly BareName[] }
  | {
      readonly of: 'spoken'
      readonly part: 'given' | 'additional' | 'family'
      readonly text: string
    }
  | { readonly of: 'channels'; readonly channels: readonly BareChannel[] }
  | { readonly of: 'place'; readonly place: BarePlace }
  | { readonly of: 'date'; readonly date: BareDate }
  | { readonly of: 'labels'; readonly words: readonly string[] }
  | { readonly of: 'words'; readonly text: string }
  /** `through` is the number of the record of whoever introduced them. */
  | {
      readonly of: 'meeting'
      readonly meeting: Omit<Meeting, 'through'>
      readonly through: string | null
    }
  /** A role with all there is of it. */
  | { readonly of: 'wholeRole'; readonly role: Bare<Role> }
  /** Since when a role lasts that is said elsewhere too; or, where it has ended, the role itself. */
  | { readonly of: 'years'; readonly role: Bare<Role> }
  | SaidOfRole

/** `group` binds a title to its organisation where a card of ours says several roles. */
export type SaidOfRole =
  | {
      readonly of: 'organisation'
      readonly name: string | null
      readonly department: string | null
      readonly group?: string
    }
  | { readonly of: 'title'; readonly title: string; readonly group?: string }
  | { readonly of: 'role'; readonly title: string; readonly group?: string }

export const noPlace: BarePlace = {
  label: null,
  street: null,
  locality: null,
  region: null,
  postcode: null,
  country: null,
}

/** The same with `null` for text that is empty, and no space around. */
export function filled(text: string | undefined): string | null {
  return text?.trim() || null
}

/** Without the marks that turn the direction of writing, which Google wraps phones in, and without odd spaces. */
export function withoutMarks(text: string): string {
  return text
    .replace(/[\u200b\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/g, '')
    .replace(/[\u00a0\u202f]/g, ' ')
    .trim()
}

/** Google and Android put everybody into this group, so it says nothing of anybody. */
export function isEverybody(label: string): boolean {
  return /^my ?contacts$/i.test(label)
}
