export type Nouns = 'fields' | 'organisations' | 'topics'

export interface Noun {
  readonly id: string
  readonly name: string
  readonly otherNames: readonly string[]
  /** How much stands under it, in words. */
  readonly size: string
}
