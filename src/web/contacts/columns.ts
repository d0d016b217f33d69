import type { JobInput, JobOutput } from '../shell/client.ts'

export type Looked = JobOutput<'contacts.look'>['files'][number]
export type Column = Looked['columns'][number]
export type Meaning = Column['meaning']
export type Place = NonNullable<Column['place']>

/** What is said of one column: what it holds, and of a number or an address where. */
export type Said = Pick<Column, 'column' | 'meaning' | 'place'>
/** By file. */
export type SaidOfFiles = ReadonlyMap<string, readonly Said[]>

/**
 * Whether the owner is asked about a table: nobody can tell which column is the name, or a column was told by
 * what stands in it alone. A table of a known program, and one that was explained before, are read as they are.
 */
export function asksAbout({ is, from, asks, mapping, columns }: Looked): boolean {
  if (is !== 'csv' || mapping !== null) return false
  return asks || (from === null && columns.some(isGuess))
}

function isGuess({ by, look }: Column): boolean {
  return by !== 'its name' && look !== 'empty'
}

/** Whether a file tells of contact elsewhere: then one says which addresses are one's own. */
export function tellsOfContact({ holds }: Looked): boolean {
  return holds === 'exchanges'
}

/** What is guessed, to begin from. */
export function guessed(files: readonly Looked[]): SaidOfFiles {
  return new Map(
    files
      .filter(({ columns }) => columns.length > 0)
      .map(({ file, columns }) => [
        file,
        columns.map(({ column, place, ...told }) => ({ column, meaning: likely(told), place })),
      ]),
  )
}

/** What nobody told is what stands there, where that is plain: an address, a number. */
function likely({ meaning, by, look }: Pick<Column, 'meaning' | 'by' | 'look'>): Meaning {
  if (by !== null || meaning !== 'nothing') return meaning
  return look === 'mail' || look === 'phone' || look === 'link' ? look : 'nothing'
}

const naming: ReadonlySet<Meaning> = new Set(['name', 'given', 'family', 'nickname'])

/** Nobody can be brought in without a name. */
export function hasName(said: readonly Said[]): boolean {
  return said.some(({ meaning }) => naming.has(meaning))
}

/** With a day in each row, a row is a conversation. */
export function tellsConversations(said: readonly Said[]): boolean {
  return said.some(({ meaning }) => meaning === 'day')
}

const placed: ReadonlySet<Meaning> = new Set([
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
])

/** Whether it makes a difference at home or at work. */
export function hasPlace(meaning: Meaning): boolean {
  return placed.has(meaning)
}

/** One column said anew; what has no place loses it. */
export function saidAnew(said: readonly Said[], at: number, part: Partial<Said>): readonly Said[] {
  return said.map((one, index) => {
    if (index !== at) return one
    const next = { ...one, ...part }
    return hasPlace(next.meaning) ? next : { ...next, place: null }
  })
}

/** For `contacts.import`: only the tables that were asked about. */
export function mappingGiven(said: SaidOfFiles): JobInput<'contacts.import'>['mapping'] {
  return [...said].map(([file, columns]) => ({ file, columns: [...columns] }))
}
