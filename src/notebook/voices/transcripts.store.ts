import { type ConversationId, id, type LineId, type OwnerId, type PersonId } from '../../kit/ids.ts'
import { digestOf, getContents, putContents } from '../../platform/database/contents.ts'
import type { Database } from '../../platform/database/database.ts'
import { addRows, lookUp, removeRows } from '../../platform/database/rows.ts'
import { searchText } from '../../platform/database/search-text.ts'
import { inSlices, type Kept, type Kind, loadAll } from '../../platform/database/things.ts'
import {
  type KeptTurn,
  passagesOf,
  type Quotation,
  type Transcript,
  voiceKey,
} from './transcript.ts'

export const transcriptKind: Kind<Transcript> = {
  name: 'transcript',
  table: 'transcripts',
  binnedOn: (transcript) => transcript.binnedOn,
  index: indexTranscripts,
}

export const quotationKind: Kind<Quotation> = {
  name: 'quotation',
  table: 'quotations',
  binnedOn: () => null,
  index: indexQuotations,
}

/** Turns as bytes, and the digest under which these lie. */
function packed(turns: readonly KeptTurn[]): { digest: string; bytes: Uint8Array } {
  const rows = turns.map(({ voice, from, to, wrote, text }) => [voice, from, to, wrote, text])
  const bytes = new TextEncoder().encode(JSON.stringify(rows))
  return { digest: digestOf(bytes), bytes }
}

export async function keepTurns(
  db: Database,
  owner: OwnerId,
  turns: readonly KeptTurn[],
): Promise<string> {
  const { digest, bytes } = packed(turns)
  await putContents(db, owner, new Map([[digest, bytes]]))
  return digest
}

export async function turnsOf(db: Database, owner: OwnerId, digest: string): Promise<KeptTurn[]> {
  const bytes = (await getContents(db, owner, [digest])).get(digest)
  if (!bytes) return []
  const rows: PackedTurn[] = JSON.parse(new TextDecoder().decode(bytes))
  return rows.map(([voice, from, to, wrote, text]) => ({ voice, from, to, wrote, text }))
}

type PackedTurn = readonly [number, number | null, number | null, string | null, string]

async function indexTranscripts(
  db: Database,
  owner: OwnerId,
  transcripts: Kept<Transcript>,
): Promise<void> {
  const ids = [...transcripts.keys()]
  const known = await searchedStates(db, owner, ids)
  await removeRows(db, owner, { table: 'conversation_files', column: 'file_id' }, ids)
  await removeRows(db, owner, { table: 'transcript_voices', column: 'transcript_id' }, ids)
  for (const [one, transcript] of transcripts) {
    const state = transcript === null || transcript.binnedOn ? '' : stateOf(transcript)
    if (known.get(one) !== state) await indexWords(db, owner, one, state === '' ? null : transcript)
    if (transcript === null) continue
    await addRows(db, 'conversation_files', [
      {
        owner_id: owner,
        conversation_id: transcript.conversation,
        file_id: transcript.id,
        kind: 'transcript',
        searched: state,
      },
    ])
    await addRows(db, 'transcript_voices', voiceRows(owner, transcript))
  }
}

/** Of what the words in the search index are made; they are written anew only when this changes. */
function stateOf({ turns, closed }: Transcript): string {
  return digestOf(`${turns} ${closed.join(' ')}`)
}

/** By name, to know them again; and those of people by their number too, since "Speaker 2" has no name to be known by. */
function voiceRows(owner: OwnerId, { id: transcript, voices }: Transcript) {
  return voices.flatMap(({ name, who }, at) => {
    if (who.is === 'unknown') return []
    const said = who.is === 'person' ? who.person : who.is
    const keys = [voiceKey(name), who.is === 'person' ? numberKey(at) : null]
    return keys.flatMap((key) =>
      key === null ? [] : [{ owner_id: owner, transcript_id: transcript, key, who: said }],
    )
  })
}

/** No name begins with a blank once it is folded. */
function numberKey(voice: number): string {
  return ` ${voice}`
}

async function searchedStates(
  db: Database,
  owner: OwnerId,
  ids: readonly string[],
): Promise<Map<string, string>> {
  const found = new Map<string, string>()
  for (const some of inSlices(ids)) {
    const rows = await db
      .selectFrom('conversation_files')
      .select(['file_id', 'searched'])
      .where('owner_id', '=', owner)
      .where('file_id', 'in', some)
      .execute()
    for (const row of rows) found.set(row.file_id, row.searched)
  }
  return found
}

async function indexWords(
  db: Database,
  owner: OwnerId,
  one: string,
  transcript: Transcript | null,
): Promise<void> {
  await db
    .deleteFrom('search_texts')
    .where('owner_id', '=', owner)
    .where('kind', '=', 'turn')
    .where('id', '>', `${one}:`)
    .where('id', '<', `${one};`)
    .execute()
  if (transcript === null) return
  const turns = await turnsOf(db, owner, transcript.turns)
  await addRows(
    db,
    'search_texts',
    passagesOf(turns, new Set(transcript.closed)).map(({ turn, text }) => ({
      owner_id: owner,
      kind: 'turn',
      id: `${one}:${turn}`,
      folded: searchText(text),
      day: transcript.on,
    })),
  )
}

async function indexQuotations(
  db: Database,
  owner: OwnerId,
  quotations: Kept<Quotation>,
): Promise<void> {
  const ids = [...quotations.keys()]
  await removeRows(db, owner, { table: 'quotation_places', column: 'line_id' }, ids)
  const kept = [...quotations.values()].filter((one) => one !== null)
  await addRows(
    db,
    'quotation_places',
    kept.map((one) => ({ owner_id: owner, transcript_id: one.transcript, line_id: one.id })),
  )
}

/** The transcripts, or the pictures, of conversations, the earliest first; those in the bin too. */
export async function filesOf(
  db: Database,
  owner: OwnerId,
  kind: 'transcript' | 'attachment',
  conversations: readonly ConversationId[],
): Promise<string[]> {
  const found: string[] = []
  for (const some of inSlices(conversations)) {
    const rows = await db
      .selectFrom('conversation_files')
      .select('file_id')
      .where('owner_id', '=', owner)
      .where('conversation_id', 'in', some)
      .where('kind', '=', kind)
      .orderBy('file_id')
      .execute()
    found.push(...rows.map((row) => row.file_id))
  }
  return found
}

export async function transcriptsOf(
  db: Database,
  owner: OwnerId,
  conversations: readonly ConversationId[],
): Promise<Transcript[]> {
  const ids = await filesOf(db, owner, 'transcript', conversations)
  return [...(await loadAll(db, owner, transcriptKind, ids)).values()].filter(
    ({ binnedOn }) => binnedOn === null,
  )
}

const byTranscript = {
  table: 'quotation_places',
  column: 'transcript_id',
  gives: 'line_id',
} as const

/** All lines that were ever taken from these transcripts and are known of. */
export function quotationsOf(
  db: Database,
  owner: OwnerId,
  transcripts: readonly string[],
): Promise<string[]> {
  return lookUp(db, owner, byTranscript, transcripts)
}

/** The lines that were taken from a transcript and still stand in a note. */
export async function quotationsFrom(
  db: Database,
  owner: OwnerId,
  transcript: string,
): Promise<Quotation[]> {
  const ids = await lookUp(db, owner, byTranscript, [transcript])
  const standing = await standingLines(db, owner, ids)
  const found = await loadAll(db, owner, quotationKind, ids)
  return [...found.values()]
    .filter((one) => standing.has(one.id))
    .toSorted((one, other) => one.turn - other.turn || one.start - other.start)
}

async function standingLines(
  db: Database,
  owner: OwnerId,
  ids: readonly string[],
): Promise<Set<string>> {
  const found = new Set<string>()
  for (const some of inSlices(ids)) {
    const rows = await db
      .selectFrom('lines')
      .select('line_id')
      .where('owner_id', '=', owner)
      .where(
        'line_id',
        'in',
        some.map((one): LineId => id('line', one)),
      )
      .execute()
    for (const row of rows) found.add(row.line_id)
  }
  return found
}

/** The transcripts, outside the bin, in which one of these is said to speak. */
export async function transcriptsWith(
  db: Database,
  owner: OwnerId,
  people: readonly PersonId[],
): Promise<Transcript[]> {
  const byWho = { table: 'transcript_voices', column: 'who', gives: 'transcript_id' } as const
  const ids = [...new Set(await lookUp(db, owner, byWho, people))].toSorted()
  const found = await loadAll(db, owner, transcriptKind, ids)
  return [...found.values()].filter(({ binnedOn }) => binnedOn === null)
}

/** Whose voices these were said to be in the latest transcript that has them: a person's id, `me`, `nobody`. */
export async function rememberedVoices(
  db: Database,
  owner: OwnerId,
  keys: readonly string[],
): Promise<Map<string, string>> {
  if (keys.length === 0) return new Map()
  const found = new Map<string, string>()
  for (const some of inSlices(keys)) {
    const rows = await db
      .selectFrom('transcript_voices')
      .select(['key', 'who'])
      .where('owner_id', '=', owner)
      .where('key', 'in', some)
      .orderBy('transcript_id')
      .execute()
    for (const { key, who } of rows) found.set(key, who)
  }
  return found
}
