/**
 * What words do in a captured line, folded, in one language. A group is a text of words or phrases with a comma
 * between; a noun stands in all its forms that differ. What a word is in the language of the line wins over what it
 * is elsewhere: "do" is a verb in English and "of the" in Portuguese.
 */
export interface Lexicon {
  /** Everyday words that are never a name, a place or a trade: pronouns, adverbs, verbs. They end what stands before. */
  readonly plain: string
  readonly article: string
  /** "my", "her", "this": before somebody described. */
  readonly owner: string
  readonly and: string
  /** "two", "both", "some": several are meant. */
  readonly several: string

  readonly at: string
  readonly from: string
  readonly of: string
  readonly for: string
  readonly with: string
  readonly about: string
  /** "via Ana", "thanks to Ana": who stands behind it was not met. */
  readonly via: string

  /** Leads to somebody who was there. */
  readonly met: string
  /** Leads to somebody who was elsewhere: on the phone, in a letter. */
  readonly reached: string
  /** "introduced me to": who stands before it was not met now. */
  readonly introduced: string
  readonly is: string
  readonly works: string
  /** "called", "heißt": a name follows. */
  readonly called: string
  readonly says: string

  /** What somebody is to somebody. */
  readonly relation: string
  /** "guy", "lady": somebody, and nothing more. */
  readonly someone: string
  readonly title: string
  /** "old", "nice": before a word for a person. */
  readonly kind: string

  /** "coffee", "call": a talk, with whom follows. */
  readonly talk: string
  /** "mail", "audio": words that came, from whom follows. */
  readonly message: string
  /** What one talks through, which is no place. */
  readonly channel: string
  /** Where people meet and no one is employed, and what they meet for: a train, a party. */
  readonly place: string
  /** Where people are employed: a bank, a hospital. */
  readonly house: string
  /** Words of work that the list of trades lacks, and parts of a house that stand for the work done there. */
  readonly trade: string
}

export type Kind = keyof Lexicon | 'day'
