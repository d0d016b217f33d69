import type { Day } from '../../kit/days.ts'
import { id as idOf, type OwnerId } from '../../kit/ids.ts'
import type { Database } from '../../platform/database/database.ts'
import type { Change } from '../../platform/database/recorder.ts'
import { derivedTables } from '../../platform/database/tables/notebook.ts'
import { inSlices, type Kind } from '../../platform/database/things.ts'
import { bondKind } from '../bonds/bonds.store.ts'
import { cardKind, importKind } from '../contacts/contacts.store.ts'
import { mappingKind } from '../contacts/mappings.store.ts'
import { conversationKind, stepKind } from '../conversations/conversations.store.ts'
import { exchangeKind } from '../exchanges/exchanges.store.ts'
import { questionKind } from '../fields/fields.store.ts'
import { introductionKind } from '../introductions/introductions.store.ts'
import { letterKind } from '../letters/letters.store.ts'
import { templateKind } from '../letters/templates.store.ts'
import { decisionKind, noteKind } from '../notes/notes.store.ts'
import { fieldKind, organisationKind, topicKind } from '../nouns/nouns.store.ts'
import { personKind } from '../people/people.store.ts'
import { settingsKind } from '../settings/settings.store.ts'
import { themeKind } from '../themes/themes.store.ts'
import { tombstoneKind } from '../tombstones/tombstones.store.ts'
import { attachmentKind } from '../voices/attachments.store.ts'
import { quotationKind, transcriptKind } from '../voices/transcripts.store.ts'

/** A kind whose documents are only carried, never looked into. */
type AnyKind = Kind<never>

/** Every kind of thing a notebook holds, each after those it is read with: in this order indexes are rebuilt. */
export const kinds: readonly AnyKind[] = [
  organisationKind,
  fieldKind,
  topicKind,
  personKind,
  bondKind,
  importKind,
  mappingKind,
  cardKind,
  exchangeKind,
  conversationKind,
  stepKind,
  noteKind,
  decisionKind,
  transcriptKind,
  quotationKind,
  attachmentKind,
  questionKind,
  letterKind,
  templateKind,
  introductionKind,
  themeKind,
  settingsKind,
  tombstoneKind,
]

export function kindNamed(name: string): AnyKind {
  const kind = kinds.find((one) => one.name === name)
  if (!kind) throw new Error(`The log names a kind that is not known: ${name}`)
  return kind
}

export interface Write {
  readonly revision: number
  readonly id: string
  readonly at: `${string}Z`
  readonly day: Day
  readonly operation: string
  readonly door: string
  readonly device: string
  readonly undoes: number | null
  readonly undoneBy: number | null
}

const columns = [
  'revision',
  'id',
  'at',
  'day',
  'operation',
  'door',
  'device',
  'undoes',
  'undone_by as undoneBy',
] as const

/** Writes under this id: of one write, or of the job that made several; the latest first. */
export async function writesUnder(db: Database, owner: OwnerId, id: string): Promise<Write[]> {
  return db
    .selectFrom('writes')
    .select(columns)
    .where('owner_id', '=', owner)
    .where((eb) => eb.or([eb('id', '=', id), eb('job_id', '=', idOf('job', id))]))
    .orderBy('revision', 'desc')
    .execute()
}

export async function writePage(
  db: Database,
  owner: OwnerId,
  things: readonly string[] | undefined,
  page: { readonly before: number | null; readonly limit: number },
): Promise<Write[]> {
  // A write that changed nothing stands in the log only for its key.
  let query = db
    .selectFrom('writes')
    .select(columns)
    .where('owner_id', '=', owner)
    .where((eb) =>
      eb.exists(
        eb
          .selectFrom('changes')
          .select('changes.ordinal')
          .whereRef('changes.owner_id', '=', 'writes.owner_id')
          .whereRef('changes.revision', '=', 'writes.revision'),
      ),
    )
  if (page.before !== null) query = query.where('revision', '<', page.before)
  if (things !== undefined) {
    query = query.where('revision', 'in', (eb) =>
      eb
        .selectFrom('changes')
        .select('revision')
        .where('owner_id', '=', owner)
        .where('id', 'in', things),
    )
  }
  return query.orderBy('revision', 'desc').limit(page.limit).execute()
}

export async function writeIds(
  db: Database,
  owner: OwnerId,
  revisions: readonly number[],
): Promise<Map<number, string>> {
  if (revisions.length === 0) return new Map()
  const rows = await db
    .selectFrom('writes')
    .select(['revision', 'id'])
    .where('owner_id', '=', owner)
    .where('revision', 'in', revisions)
    .execute()
  return new Map(rows.map((row) => [row.revision, row.id]))
}

/** Which of these things each of these writes changed. */
export async function touchedAmong(
  db: Database,
  owner: OwnerId,
  revisions: readonly number[],
  things: readonly string[],
): Promise<Map<number, string[]>> {
  if (revisions.length === 0 || things.length === 0) return new Map()
  const rows = await db
    .selectFrom('changes')
    .select(['revision', 'id'])
    .distinct()
    .where('owner_id', '=', owner)
    .where('revision', 'in', revisions)
    .where('id', 'in', things)
    .orderBy('id')
    .execute()
  const byRevision = Map.groupBy(rows, (row) => row.revision)
  return new Map([...byRevision].map(([revision, own]) => [revision, own.map((row) => row.id)]))
}

export async function thingsTouched(
  db: Database,
  owner: OwnerId,
  revisions: readonly number[],
): Promise<Map<number, number>> {
  if (revisions.length === 0) return new Map()
  const rows = await db
    .selectFrom('changes')
    .select((eb) => ['revision', eb.fn.countAll<number>().as('things')])
    .where('owner_id', '=', owner)
    .where('revision', 'in', revisions)
    .groupBy('revision')
    .execute()
  return new Map(rows.map((row) => [row.revision, row.things]))
}

/** What a write did, the last first: the order in which it is taken back. */
export async function changesOf(db: Database, owner: OwnerId, revision: number): Promise<Change[]> {
  return db
    .selectFrom('changes')
    .select(['kind', 'id', 'before', 'after'])
    .where('owner_id', '=', owner)
    .where('revision', '=', revision)
    .orderBy('ordinal', 'desc')
    .execute()
}

export async function markUndone(
  db: Database,
  owner: OwnerId,
  revisions: readonly number[],
  by: number | null,
): Promise<void> {
  for (const some of inSlices(revisions)) {
    await db
      .updateTable('writes')
      .set({ undone_by: by })
      .where('owner_id', '=', owner)
      .where('revision', 'in', some)
      .execute()
  }
}

/** Says of this write which one it takes back; the recorder's own row is written at the end of the transaction. */
export async function revisionsUndoneBy(
  db: Database,
  owner: OwnerId,
  revision: number,
): Promise<number[]> {
  const rows = await db
    .selectFrom('writes')
    .select('revision')
    .where('owner_id', '=', owner)
    .where('undone_by', '=', revision)
    .execute()
  return rows.map((row) => row.revision)
}

/** Things of one kind that lie in the bin; those put there on or before `until`, if a day is given. */
export async function binnedOf(
  db: Database,
  owner: OwnerId,
  kind: AnyKind,
  until: Day | null = null,
): Promise<string[]> {
  let query = db
    .selectFrom(kind.table)
    .select('id')
    .where('owner_id', '=', owner)
    .where('binned_on', 'is not', null)
  if (until !== null) query = query.where('binned_on', '<=', until)
  const rows = await query.orderBy('id').limit(5000).execute()
  return rows.map((row) => row.id)
}

/** Throws away all that is derived. */
export async function clearIndexes(db: Database, owner: OwnerId): Promise<void> {
  for (const table of derivedTables)
    await db.deleteFrom(table).where('owner_id', '=', owner).execute()
}
