import { type Kysely, sql } from 'kysely'
import { asEachOwner } from './written.ts'

interface KeptVoices {
  readonly voices: readonly { readonly who: { readonly is: string; readonly person?: string } }[]
}

/**
 * Voices that somebody was said to be stand in their index by their number too, since "Speaker 2" has no name to be known
 * by. Those that were said before this are written there as the store of transcripts writes them since.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await asEachOwner(db, async (owner) => {
    const kept = await sql<{ id: string; doc: string }>`
      select id, doc from transcripts where owner_id = ${owner}`.execute(db)
    for (const { id, doc } of kept.rows) await addNumbers(db, { owner, id, doc })
  })
}

async function addNumbers(
  db: Kysely<unknown>,
  { owner, id, doc }: { readonly owner: string; readonly id: string; readonly doc: string },
): Promise<void> {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- as every version so far wrote it
  const { voices } = JSON.parse(doc) as KeptVoices
  for (const [at, { who }] of voices.entries()) {
    if (who.is !== 'person') continue
    await sql`insert into transcript_voices (owner_id, transcript_id, key, who)
      values (${owner}, ${id}, ${` ${at}`}, ${who.person}) on conflict do nothing`.execute(db)
  }
}
