import type { PersonId } from '../../kit/ids.ts'
import type { Reading, Working } from '../../platform/context.ts'
import { loadAll } from '../../platform/database/things.ts'
import { belongingsOf } from '../changes/erasing.store.ts'
import type { Life } from '../conversations/conversation.ts'
import {
  conversationKind,
  conversationPage,
  livesOf,
} from '../conversations/conversations.store.ts'
import { metOn, startOf } from '../conversations/life.ts'
import { hasWords } from '../letters/letter.ts'
import { letterKind } from '../letters/letters.store.ts'
import type { Subject } from '../notes/note.ts'
import { noteOn } from '../notes/notes.store.ts'
import { allNouns, fieldKind, followMerges } from '../nouns/nouns.store.ts'
import { membersOf } from '../people/groups.store.ts'
import { listPeople, loadPeople, peopleRows } from '../people/people.store.ts'
import { settingsOf } from '../settings/settings.store.ts'
import type { Extent } from './as-json.operations.ts'
import { writtenLines } from './drawn-lines.operations.ts'
import { introductionsInMarkdown } from './introductions.operations.ts'
import { heading, inLine, list, plain, quote } from './markdown.ts'
import { themesInMarkdown } from './themes.operations.ts'
import { voicesInMarkdown } from './voices.operations.ts'

const atOnce = 100

/** What one reads of a notebook, as one document; what lies in the bin is left out. */
export async function* asMarkdown(ctx: Working, extent: Extent): AsyncGenerator<string> {
  const { name } = await ctx.read((inside) => settingsOf(inside.db, inside.owner))
  yield heading(1, name === '' ? 'Notebook' : `Notebook of ${name}`)
  yield `${ctx.today()}\n\n`
  yield heading(2, 'Conversations')
  yield* conversations(ctx, extent)
  yield heading(2, 'People')
  yield* people(ctx, extent)
  yield* await ctx.read(introductionsInMarkdown)
  yield* await ctx.read((inside) => fieldsAndOwn(inside, extent))
}

async function* conversations(ctx: Working, extent: Extent): AsyncGenerator<string> {
  for (let after: readonly string[] | null = null; !ctx.stopped.aborted;) {
    const from: readonly string[] | null = after
    const page = await ctx.read(async (inside) => {
      const rows = await conversationPage(
        inside.db,
        inside.owner,
        {},
        { after: from, limit: atOnce },
      )
      const ids = rows.map((row) => row.id)
      const lives = await livesOf(inside.db, inside.owner, ids)
      const texts: string[] = []
      for (const life of lives) texts.push(await conversation(inside, life, extent))
      return { texts, last: rows.at(-1), count: rows.length }
    })
    yield* page.texts
    if (page.count < atOnce || !page.last) return
    after = [page.last.lastDay, page.last.id]
  }
}

async function conversation(ctx: Reading, life: Life, extent: Extent): Promise<string> {
  const { conversation: talk, steps } = life
  const rows = await peopleRows(ctx.db, ctx.owner, talk.people)
  const day = metOn(life) ?? startOf(life)?.day ?? 'No day yet'
  const fields = await followMerges(ctx.db, ctx.owner, fieldKind, talk.fields)
  const facts = [
    ['About', [...new Set([...fields.values()].map(({ name }) => name))].join(', ')],
    ['Where', talk.place],
    ['Link', talk.link],
    ['Why', talk.purpose],
  ].flatMap(([what, said]) => (what && said ? [`${what}: ${inLine(said)}`] : []))
  const own = await belongingsOf(ctx.db, ctx.owner, conversationKind.name, [talk.id])
  const letters = await loadAll(ctx.db, ctx.owner, letterKind, own.letter)
  return [
    heading(3, `${day} · ${rows.map(({ name }) => name).join(', ')}`),
    list(facts),
    list(
      steps.map((step) =>
        [step.day, step.kind, step.words && inLine(step.words)].filter(Boolean).join(' '),
      ),
    ),
    await note(ctx, { kind: 'conversation', id: talk.id }, extent),
    await voicesInMarkdown(ctx, talk, extent),
    ...[...letters.values()]
      .filter(hasWords)
      .map(
        ({ subject, body, sentOn }) =>
          heading(4, sentOn === null ? 'Letter, not sent' : `Letter, sent on ${sentOn}`) +
          quote(`${subject}\n\n${body}`),
      ),
  ].join('')
}

async function note(ctx: Reading, subject: Subject, extent: Extent): Promise<string> {
  const found = await noteOn(ctx.db, ctx.owner, subject)
  const lines = found ? await writtenLines(ctx, found, extent) : []
  if (lines.length === 0) return ''
  return `${lines.map(({ text }) => plain(text)).join('  \n')}\n\n`
}

async function* people(ctx: Working, extent: Extent): AsyncGenerator<string> {
  for (let after: readonly string[] | null = null; !ctx.stopped.aborted;) {
    const from: readonly string[] | null = after
    const page = await ctx.read(async (inside) => {
      const rows = await listPeople(inside.db, inside.owner, {}, { after: from, limit: atOnce })
      const texts: string[] = []
      for (const row of rows) texts.push(await person(inside, row, extent))
      return { texts, last: rows.at(-1), count: rows.length }
    })
    yield* page.texts
    if (page.count < atOnce || !page.last) return
    after = [page.last.key, page.last.id]
  }
}

async function person(
  ctx: Reading,
  row: { readonly id: PersonId; readonly name: string; readonly line: string },
  extent: Extent,
): Promise<string> {
  const shown = (await loadPeople(ctx.db, ctx.owner, [row.id])).get(row.id)
  const members = (await membersOf(ctx.db, ctx.owner, [row.id])).get(row.id) ?? [row.id]
  const notes = []
  for (const one of members) notes.push(await note(ctx, { kind: 'person', id: one }, extent))
  const facts = [
    row.line,
    ...(shown?.channels.map(({ value }) => value) ?? []),
    shown?.meeting.words ?? '',
  ].filter(Boolean)
  const words = shown?.words ? `${plain(shown.words)}\n\n` : ''
  return heading(3, row.name) + list(facts.map(inLine)) + words + notes.join('')
}

async function fieldsAndOwn(ctx: Reading, extent: Extent): Promise<string[]> {
  const texts = [heading(2, 'Fields')]
  for (const field of await allNouns(ctx.db, ctx.owner, fieldKind)) {
    if (field.mergedInto !== null) continue
    const written = await note(ctx, { kind: 'field', id: field.id }, extent)
    texts.push(heading(3, field.name), field.why === '' ? '' : `${plain(field.why)}\n\n`, written)
    texts.push(...(await themesInMarkdown(ctx, field)))
  }
  const own = await note(ctx, { kind: 'owner', id: 'me' }, extent)
  return [...texts, heading(2, 'Own notes'), own]
}
