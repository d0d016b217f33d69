import type { Column } from './csv-columns.ts'

/**
 * What a column of a table may be said to hold, in the words of whoever brings the table. `nothing` is kept with the
 * person, and not shown. A table with a `day` tells of conversations, one in each row; any other tells of people.
 */
export const columnMeanings = [
  'name',
  'given',
  'middle',
  'family',
  'prefix',
  'suffix',
  'nickname',
  'maiden',
  'organisation',
  'title',
  'department',
  'mail',
  'phone',
  'mobile',
  'fax',
  'link',
  'message',
  'address',
  'street',
  'city',
  'region',
  'postcode',
  'country',
  'birthday',
  'anniversary',
  'notes',
  'labels',
  'met-on',
  'met-where',
  'met-how',
  'day',
  'field',
  'topic',
  'medium',
  'place',
  'minutes',
  'nothing',
] as const
export type ColumnMeaning = (typeof columnMeanings)[number]

export const columnPlaces = ['home', 'work', 'other'] as const
export type ColumnPlace = (typeof columnPlaces)[number]

/** What somebody said of one column. */
export interface Mapped {
  /** As the look at the table calls it: its name, "Name (2)" for the second of that name, or "Column 3". */
  readonly column: string
  readonly meaning: ColumnMeaning
  readonly place: ColumnPlace | null
}

type OfPeople = NonNullable<Column['meaning']>

/** Those that are called otherwise where tables are read. */
const otherwise: { readonly [meaning in ColumnMeaning]?: OfPeople } = {
  name: 'full',
  middle: 'additional',
  address: 'formatted',
  city: 'locality',
  notes: 'words',
  'met-on': 'metOn',
  'met-where': 'metWhere',
  'met-how': 'metWords',
}

/** What only a conversation has. */
export const conversationMeanings = ['day', 'field', 'topic', 'medium', 'place', 'minutes'] as const
export type ConversationMeaning = (typeof conversationMeanings)[number]

export function isOfConversation(meaning: ColumnMeaning): meaning is ConversationMeaning {
  return conversationMeanings.some((one) => one === meaning)
}

/** How tables of people are read; null where no field of a person holds it. */
export function readingOf(meaning: ColumnMeaning): OfPeople | null {
  if (meaning === 'nothing' || isOfConversation(meaning)) return null
  const other = otherwise[meaning]
  if (other) return other
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- what has no other word is called the same
  return meaning as OfPeople
}

const said = new Map<OfPeople, ColumnMeaning>(
  columnMeanings.flatMap((meaning) => {
    const reading = readingOf(meaning)
    return reading ? [[reading, meaning] as const] : []
  }),
)

/** The nearest of these words for what a column was recognised as: of a pager, that it is a phone. */
export function saidOf(meaning: OfPeople): ColumnMeaning | null {
  return said.get(meaning) ?? nearest[meaning] ?? null
}

const nearest: { readonly [meaning in OfPeople]?: ColumnMeaning } = {
  pager: 'phone',
  car: 'phone',
  main: 'phone',
  video: 'phone',
  blog: 'link',
  profile: 'link',
  aim: 'message',
  icq: 'message',
  jabber: 'message',
  msn: 'message',
  skype: 'message',
  yahoo: 'message',
  whatsapp: 'message',
  telegram: 'message',
  extended: 'street',
  box: 'street',
  formerOrganisation: 'organisation',
  formerTitle: 'title',
  formerDepartment: 'department',
  birthYear: 'birthday',
  birthMonth: 'birthday',
  birthDay: 'birthday',
}

/** "Tel büro=work phone, Nom=name": what the command takes; and the parts that are no such pair. */
export function mappingInWords(text: string): { columns: Mapped[]; unclear: string[] } {
  const parts = text.split(/,(?=[^,=]*=)/).filter((part) => part.trim() !== '')
  const columns = parts.flatMap((part) => mappedIn(part) ?? [])
  return { columns, unclear: parts.filter((part) => mappedIn(part) === null) }
}

function mappedIn(part: string): Mapped | null {
  const at = part.lastIndexOf('=')
  const words = part
    .slice(at + 1)
    .trim()
    .toLowerCase()
    .split(/\s+/)
  const place = columnPlaces.find((one) => words.length > 1 && one === words[0]) ?? null
  const word = words.slice(place ? 1 : 0).join('-')
  const meaning = columnMeanings.find((one) => one === word)
  const column = part.slice(0, at).trim()
  return at > 0 && meaning && column !== '' ? { column, meaning, place } : null
}

/** The columns of a table each under a name of its own. */
export function distinctNames(names: readonly string[]): string[] {
  const seen = new Map<string, number>()
  return names.map((written, at) => {
    const name = written.trim() || `Column ${at + 1}`
    const count = (seen.get(name) ?? 0) + 1
    seen.set(name, count)
    return count === 1 ? name : `${name} (${count})`
  })
}
