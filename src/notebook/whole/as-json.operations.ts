import type { Reading, Working } from '../../platform/context.ts'
import { getContents } from '../../platform/database/contents.ts'
import { type Kind, loadAll, pageOfIds } from '../../platform/database/things.ts'
import { kinds } from '../changes/changes.store.ts'
import { anyKind } from '../changes/undoing.operations.ts'
import { type Card, cardKind } from '../contacts/contacts.store.ts'
import { decisionKind, noteKind } from '../notes/notes.store.ts'
import { personKind } from '../people/people.store.ts'
import { nameOf } from '../people/person.ts'
import { settingsKind, settingsOf } from '../settings/settings.store.ts'
import { tombstoneKind } from '../tombstones/tombstones.store.ts'
import { attachmentKind } from '../voices/attachments.store.ts'
import { transcriptKind } from '../voices/transcripts.store.ts'
import { writtenLines } from './drawn-lines.operations.ts'
import { withPictures, withTurns } from './voices.operations.ts'

const thingsAtOnce = 100

export interface Extent {
  readonly offRecord: boolean
}

/**
 * What was decided about a line stands with the line; settings are one; tombstones are sealed with a key of this
 * notebook, and say nothing to any other.
 */
const notLists: ReadonlySet<string> = new Set([
  decisionKind.name,
  settingsKind.name,
  tombstoneKind.name,
])

/**
 * All that is kept, as one document of version 1 (docs/use/export.md), written as it is read: a list for
 * each kind of thing, each thing as it is kept, with the words of its lines and the bytes of its card. What lies in the
 * bin is there too, with the day it was put there.
 */
export async function* asJson(ctx: Working, extent: Extent): AsyncGenerator<string> {
  const settings = await ctx.read((inside) => settingsOf(inside.db, inside.owner))
  const head = { format: 'sobremesa-notebook', version: 1, madeAt: ctx.now(), ...extent, settings }
  yield JSON.stringify(head).slice(0, -1)
  for (const kind of kinds) {
    if (notLists.has(kind.name)) continue
    yield `,\n${JSON.stringify(kind.table)}:[`
    yield* thingsOf(ctx, anyKind(kind), extent)
    yield ']'
  }
  yield '}\n'
}

async function* thingsOf(
  ctx: Working,
  kind: Kind<unknown>,
  extent: Extent,
): AsyncGenerator<string> {
  let first = true
  for (let after: string | null = ''; after !== null && !ctx.stopped.aborted;) {
    const from: string = after
    const page = await ctx.read((inside) => pageOf(inside, { kind, extent, after: from }))
    for (const thing of page.things) {
      yield `${first ? '' : ','}\n${JSON.stringify(thing)}`
      first = false
    }
    after = page.next
  }
}

async function pageOf(
  ctx: Reading,
  asked: { readonly kind: Kind<unknown>; readonly extent: Extent; readonly after: string },
): Promise<{ things: unknown[]; next: string | null }> {
  const { kind, extent, after } = asked
  const ids = await pageOfIds(ctx.db, ctx.owner, kind, { after, limit: thingsAtOnce })
  const docs = [...(await loadAll(ctx.db, ctx.owner, kind, ids)).values()]
  const next = ids.length === thingsAtOnce ? (ids.at(-1) ?? null) : null
  return { things: await whole(ctx, kind, docs, extent), next }
}

/** With what is kept beside a document. */
async function whole(
  ctx: Reading,
  kind: Kind<unknown>,
  docs: readonly unknown[],
  extent: Extent,
): Promise<unknown[]> {
  if (kind.name === personKind.name) {
    return documentsOf(personKind, docs).map((person) => ({ name: nameOf(person), ...person }))
  }
  if (kind.name === cardKind.name) return withBytes(ctx, documentsOf(cardKind, docs))
  if (kind.name === transcriptKind.name) {
    return withTurns(ctx, documentsOf(transcriptKind, docs), extent)
  }
  if (kind.name === attachmentKind.name) {
    return withPictures(ctx, documentsOf(attachmentKind, docs), extent)
  }
  if (kind.name !== noteKind.name) return [...docs]
  const notes: unknown[] = []
  for (const { names: _names, ...note } of documentsOf(noteKind, docs)) {
    notes.push({ ...note, lines: await writtenLines(ctx, { ...note, names: _names }, extent) })
  }
  return notes
}

/** As text where they are text, else as base64. */
async function withBytes(ctx: Reading, cards: readonly Card[]): Promise<unknown[]> {
  const digests = cards.flatMap((card) => card.content ?? [])
  const contents = await getContents(ctx.db, ctx.owner, digests)
  return cards.map(({ content, ...card }) => {
    const bytes = content === null ? undefined : contents.get(content)
    if (!bytes) return card
    const text = utf8Of(bytes)
    return text === null
      ? { ...card, base64: Buffer.from(bytes).toString('base64') }
      : { ...card, text }
  })
}

function utf8Of(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch {
    return null
  }
}

function documentsOf<Doc>(_kind: Kind<Doc>, docs: readonly unknown[]): readonly Doc[] {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the caller looked at their kind
  return docs as readonly Doc[]
}
