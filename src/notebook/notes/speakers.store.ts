import type { Day } from '../../kit/days.ts'
import { type ConversationId, id, type OwnerId, type PersonId } from '../../kit/ids.ts'
import { fold, wordsOf } from '../../kit/text.ts'
import type { Database } from '../../platform/database/database.ts'
import { inSlices, loadAll } from '../../platform/database/things.ts'
import { conversationKind } from '../conversations/conversations.store.ts'
import { groupsAround } from '../people/groups.store.ts'
import { peopleCalled } from '../people/names.store.ts'
import { loadPeople, rowsByRecord } from '../people/people.store.ts'
import { type Consent, nameOf } from '../people/person.ts'

/** What is known of a line when it is asked who said it. */
export interface Voice {
  readonly conversation: ConversationId | null
  readonly note: string
  /** The name right behind the mark, as it was written; empty where there is none. */
  readonly named: string
}

interface AtTable {
  readonly id: PersonId
  readonly names: readonly string[]
}

/** Who sat together, and when: read from the conversation as it is now. */
export interface Table {
  readonly people: readonly AtTable[]
  readonly day: Day | null
  /** What was agreed in it, as it was that day. */
  readonly agreed: Consent
}

/**
 * Who says each of these lines: the person named, first among those at the table, else the only one so called in the
 * notebook; where nobody is named, the only person at the table. Asked at each reading, so that whoever was written
 * down, renamed or joined since is known.
 */
export async function speakersOf(
  db: Database,
  owner: OwnerId,
  voices: readonly Voice[],
  tables: ReadonlyMap<string, Table>,
): Promise<(PersonId | null)[]> {
  const alone = voices.filter(({ conversation, named }) => conversation === null && named !== '')
  const subjects = await peopleOfNotes(db, owner, [...new Set(alone.map(({ note }) => note))])
  const elsewhere = new Map<string, PersonId | null>()
  const found: (PersonId | null)[] = []
  for (const { conversation, note, named } of voices) {
    const table = conversation === null ? subjects.get(note) : tables.get(conversation)
    const people = table?.people ?? []
    if (named === '') {
      found.push(conversation === null ? null : onlyOne(people.map((one) => one.id)))
      continue
    }
    const present = people
      .filter(({ names }) => names.some((name) => isCalled(name, named)))
      .map((one) => one.id)
    if (present.length) {
      found.push(onlyOne(present))
      continue
    }
    const key = fold(named)
    if (!elsewhere.has(key)) {
      elsewhere.set(key, onlyOne(await peopleCalled(db, owner, wordsOf(named))))
    }
    found.push(elsewhere.get(key) ?? null)
  }
  return found
}

function onlyOne(people: readonly PersonId[]): PersonId | null {
  return people.length === 1 ? (people[0] ?? null) : null
}

function isCalled(name: string, as: string): boolean {
  const own = wordsOf(name)
  const words = wordsOf(as)
  return words.length > 0 && words.every((word) => own.includes(word))
}

export async function tablesOf(
  db: Database,
  owner: OwnerId,
  conversations: readonly ConversationId[],
): Promise<Map<string, Table>> {
  const docs = await loadAll(db, owner, conversationKind, conversations)
  const days = new Map<ConversationId, Day | null>()
  for (const some of inSlices(conversations)) {
    const rows = await db
      .selectFrom('conversation_life')
      .select(['conversation_id', 'held_day'])
      .where('owner_id', '=', owner)
      .where('conversation_id', 'in', some)
      .execute()
    for (const row of rows) days.set(row.conversation_id, row.held_day)
  }
  const ids = [...new Set([...docs.values()].flatMap((one) => one.people))]
  const known = await atTables(db, owner, ids)
  return new Map(
    [...docs.values()].map((one) => [
      one.id,
      {
        people: [...new Set(one.people.map((who) => known.get(who) ?? nobodyNow(who)))],
        day: days.get(one.id) ?? one.start?.day ?? null,
        agreed: one.consent,
      },
    ]),
  )
}

/** Whoever was removed for good still sat there, so that their words are not taken for another's. */
function nobodyNow(who: PersonId): AtTable {
  return { id: who, names: [] }
}

/** Each of these as one at a table, by the id asked for: whoever stands in several records goes by the names of all. */
async function atTables(
  db: Database,
  owner: OwnerId,
  ids: readonly PersonId[],
): Promise<Map<PersonId, AtTable>> {
  const rows = await rowsByRecord(db, owner, ids)
  const groups = await groupsAround(db, owner, ids)
  const merged = [...new Set(groups.values())].flatMap(({ members }) => members)
  const records = await loadPeople(db, owner, merged)
  const seats = new Map<PersonId, AtTable>()
  for (const { id: head, name } of new Set(rows.values())) {
    const own = (groups.get(head)?.members ?? []).flatMap((one) => records.get(one) ?? [])
    seats.set(head, { id: head, names: [...new Set([name, ...own.map(nameOf)])] })
  }
  return new Map(
    [...rows].flatMap(([one, { id: head }]) => {
      const seat = seats.get(head)
      return seat ? [[one, seat]] : []
    }),
  )
}

/** Notes about one person: that person sits at their table alone. */
async function peopleOfNotes(
  db: Database,
  owner: OwnerId,
  notes: readonly string[],
): Promise<Map<string, Pick<Table, 'people'>>> {
  const about = new Map<string, PersonId>()
  for (const some of inSlices(notes)) {
    const rows = await db
      .selectFrom('subject_notes')
      .select(['note_id', 'subject_id'])
      .where('owner_id', '=', owner)
      .where('subject_kind', '=', 'person')
      .where(
        'note_id',
        'in',
        some.map((one) => id('note', one)),
      )
      .execute()
    for (const row of rows) about.set(row.note_id, id('person', row.subject_id))
  }
  const names = await atTables(db, owner, [...new Set(about.values())])
  return new Map(
    [...about].flatMap(([note, one]) => {
      const person = names.get(one)
      return person ? [[note, { people: [person] }]] : []
    }),
  )
}
