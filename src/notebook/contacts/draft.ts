/**
 * What a contacts file turns into before anything is kept. Both readers stream, and both give `Drafted`:
 *
 *   draftsOfCards(chunks: AsyncIterable<Uint8Array>, source: Source): AsyncGenerator<Drafted>   from-vcard.ts
 *   draftsOfRows(chunks: AsyncIterable<Uint8Array>, source: Source): AsyncGenerator<Drafted>    from-csv.ts
 *   draftOfCard(card: VCard, source: Source): PersonDraft | GroupDraft                          from-vcard.ts
 *   contactsFormatOf(fileName: string, head: Uint8Array): 'vcard' | 'csv'                       contacts-file.ts
 *   cardOfPerson(person, { version, uid, originals? }): string                                  to-vcard.ts
 *   widen(noWidths, person): Widths, tableHeader(widths), tableRowOf(person, widths): string    to-csv.ts
 *
 * They throw nothing but a `Problem` of code `file.unreadable`: a binary file, or a table without
 * column names that we know.
 */
import type { Day } from '../../kit/days.ts'
import type { Medium } from '../conversations/conversation.ts'
import type { Told } from '../exchanges/exchange.ts'
import type { Person } from '../people/person.ts'
import type { Agreed } from './agreed.ts'

/** A value that could not be kept as it was, where it stood, and why, in words for a person. */
export interface Loss {
  /** 1-based line of the file. */
  readonly line: number
  /** What it was: a property, a column, or the first words of a line. */
  readonly what: string
  /** The rest of a sentence that begins with `what`: "is longer than 32 MiB". */
  readonly reason: string
}

/** Every property (or filled cell) is exactly one of the three: `understood + kept + lost = properties`. */
export interface Account {
  readonly properties: number
  /** Became a field of the person, or of the group. */
  readonly understood: number
  /** Stays word for word with the card, or in `rest`. */
  readonly kept: number
  readonly lost: number
}

/** What tells that this is the same record as last time. */
export interface Identity {
  /** Of a card, without `urn:uuid:`. */
  readonly uid: string | null
  /** The page of the person on LinkedIn. */
  readonly link: string | null
  /** Of a row: a short word for the columns of its table, the same in each export of one program. */
  readonly table: string | null
}

/** A conversation that was held, as a table tells of it. */
export interface Talk {
  readonly day: Day
  /** Its note, line by line. */
  readonly lines: readonly string[]
  /** Names of career fields. */
  readonly fields: readonly string[]
  readonly medium: Medium | null
  readonly minutes: number | null
  readonly place: string | null
}

/** What a record says beside the person: lines for the note about them, and days of contact. */
export interface Beside {
  readonly lines: readonly string[]
  readonly told: readonly Omit<Told, 'person'>[]
  /** By which number of its own the record names who introduced them. */
  readonly through: string | null
  /** Of the notebook's own file. */
  readonly agreed?: Agreed
}

export interface PersonDraft {
  readonly kind: 'person'
  readonly beside?: Beside
  /** Of a row that tells of a conversation with the person. */
  readonly talk?: Talk
  /** Every value carries the source that the caller gave. `fields` is empty and nothing was asked. */
  readonly person: Omit<Person, 'id'>
  readonly identity: Identity
  /** Names of the properties or columns that are kept and not shown, in their order. */
  readonly kept: readonly string[]
  /** Cells of a table that no field of a person holds; a card keeps its own in its bytes. */
  readonly rest: readonly { readonly name: string; readonly value: string }[]
  readonly lost: readonly Loss[]
  readonly account: Account
}

export interface GroupDraft {
  readonly kind: 'group'
  readonly name: string
  /** Its own UID, and those of its members, without `urn:uuid:`. */
  readonly uid: string | null
  readonly members: readonly string[]
  readonly kept: readonly string[]
  readonly lost: readonly Loss[]
  readonly account: Account
}

/** One thing found in a contacts file, in the order of the file. */
export type Drafted =
  | {
      readonly kind: 'draft'
      readonly draft: PersonDraft | GroupDraft
      /** 1-based first line of the record. */
      readonly line: number
      /** The record as it came, in UTF-8 where the file was UTF-16; null for a row of a table. */
      readonly raw: Uint8Array | null
    }
  | ({
      readonly kind: 'lost'
      /** Of many values of one field, lost together. */
      readonly field?: string
      readonly count?: number
    } & Loss)
  /** Something about the whole file that whoever brings it in wants to know. */
  | { readonly kind: 'note'; readonly words: string }
