import type { z } from 'zod'
import type { VCard } from '../../formats/vcard/card.ts'
import { readCards } from '../../formats/vcard/read.ts'
import type { SentFile } from '../../kit/contract.ts'
import type { PersonId } from '../../kit/ids.ts'
import { once } from '../../kit/once.ts'
import type { Reading, Working } from '../../platform/context.ts'
import { getContents } from '../../platform/database/contents.ts'
import { pageOfIds } from '../../platform/database/things.ts'
import { fieldKind, followMerges } from '../nouns/nouns.store.ts'
import { headsOf, personIdOf, type View, viewsOf } from '../people/groups.store.ts'
import { mergedView, type Shown, toldBy } from '../people/merged.ts'
import { personKind } from '../people/people.store.ts'
import { nameOf, type Person, type Standing } from '../people/person.ts'
import type { contactsContract } from './contacts.contract.ts'
import { type Card, cardsThere } from './contacts.store.ts'
import { introducersOf, type OutNumbers } from './introducers.store.ts'
import { noWidths, tableHeader, tableRowOf, type Widths, widen } from './to-csv.ts'
import { jcardsOf } from './to-jcard.ts'
import { cardOfPerson } from './to-vcard.ts'

type Wanted = z.output<typeof contactsContract.export.input>
type Format = Wanted['format']

const peopleAtOnce = 100

const kinds: Readonly<Record<Format, { readonly ending: string; readonly mediaType: string }>> = {
  vcard3: { ending: 'vcf', mediaType: 'text/vcard; charset=utf-8' },
  vcard4: { ending: 'vcf', mediaType: 'text/vcard; charset=utf-8' },
  csv: { ending: 'csv', mediaType: 'text/csv; charset=utf-8' },
  jcard: { ending: 'json', mediaType: 'application/vcard+json' },
  json: { ending: 'json', mediaType: 'application/json' },
}

/** Everybody outside the bin, written as it is read: the whole never stands in memory. */
export function sentContacts(ctx: Working, wanted: Wanted): SentFile {
  const { ending, mediaType } = kinds[wanted.format]
  return {
    name: `people-${ctx.today()}.${ending}`,
    mediaType,
    text: textOf(ctx, wanted),
  }
}

async function* textOf(ctx: Working, wanted: Wanted): AsyncGenerator<string> {
  if (wanted.format === 'csv') yield* asCsv(ctx, wanted)
  else if (wanted.format === 'json') yield* asJson(ctx, wanted)
  else if (wanted.format === 'jcard') yield* asJcards(ctx, wanted)
  else yield* asCards(ctx, wanted, wanted.format === 'vcard3' ? '3.0' : '4.0')
}

interface WithCards {
  readonly person: Shown
  /** Those that say it, outside the bin. */
  readonly records: readonly Person[]
  readonly cards: readonly Card[]
  /** The vCards among them, read again from their bytes. */
  readonly originals: readonly VCard[]
  readonly introducer: OutNumbers | null
}

async function* asCards(
  ctx: Working,
  wanted: Wanted,
  version: '3.0' | '4.0',
): AsyncGenerator<string> {
  for await (const page of pages(ctx, wanted)) {
    yield page
      .map(({ person, records, originals, introducer }) => {
        const alsoCalled = otherNamesOf(person, records)
        const metThrough = introducer?.uid ?? null
        const { strict } = wanted
        const more = { originals, alsoCalled, metThrough, strict }
        return cardOfPerson(person, { version, uid: person.id, ...more })
      })
      .join('')
  }
}

async function* asJcards(ctx: Working, wanted: Wanted): AsyncGenerator<string> {
  let before = '['
  for await (const cards of asCards(ctx, wanted, '4.0')) {
    for (const card of await jcardsOf(cards)) {
      yield `${before}\n${card}`
      before = ','
    }
  }
  yield before === '[' ? '[]\n' : '\n]\n'
}

async function* asCsv(ctx: Working, wanted: Wanted): AsyncGenerator<string> {
  let widths: Widths = noWidths
  for await (const page of pages(ctx, wanted)) {
    widths = page.reduce((wide, { person }) => widen(wide, person), widths)
  }
  yield tableHeader(widths)
  for await (const page of pages(ctx, wanted)) {
    const rows = page.map(({ person, introducer }) =>
      tableRowOf(person, widths, { id: person.id, metThrough: introducer?.id ?? null }),
    )
    yield rows.join('')
  }
}

async function* asJson(ctx: Working, wanted: Wanted): AsyncGenerator<string> {
  yield '{"people":['
  let first = true
  for await (const page of pages(ctx, wanted)) {
    const names = await ctx.read((inside) => fieldNames(inside, page))
    for (const { person, records, cards, introducer } of page) {
      const { listedAs, ...shown } = person
      const own = { ...shown, fields: shown.fields.map((one) => named(one, names)) }
      const said = introducer ? withIntroducer(own, introducer) : own
      const rest = cards.flatMap((card) => card.rest)
      const name = listedAs ?? nameOf(said)
      // What each record says by itself, so that the notebook's own file can be parted again.
      const several = records.length > 1 ? { records } : {}
      yield `${first ? '' : ','}\n${JSON.stringify({ name, ...said, rest, ...several })}`
      first = false
    }
  }
  yield '\n]}\n'
}

type Names = ReadonlyMap<string, { readonly name: string }>

async function fieldNames(ctx: Reading, page: readonly WithCards[]): Promise<Names> {
  const ids = page.flatMap(({ person }) => person.fields.map(({ field }) => field))
  return followMerges(ctx.db, ctx.owner, fieldKind, [...new Set(ids)])
}

/** Another notebook knows a field by its name. */
function named(standing: Standing, names: Names): Standing & { readonly name: string } {
  return { ...standing, name: names.get(standing.field)?.name ?? '' }
}

/** Who stands in several records is one here, under one number. */
function withIntroducer<Own extends Person>(person: Own, { id }: OutNumbers): Own {
  return { ...person, meeting: { ...person.meeting, through: id } }
}

async function* pages(ctx: Working, wanted: Wanted): AsyncGenerator<WithCards[]> {
  for (let after: string | null = ''; after !== null && !ctx.stopped.aborted;) {
    const from: string = after
    const page = await ctx.read((inside) => pageOf(inside, wanted, from))
    if (page.people.length) yield page.people
    after = page.next
  }
}

async function pageOf(
  ctx: Reading,
  wanted: Wanted,
  after: string,
): Promise<{ people: WithCards[]; next: string | null }> {
  const ids = wanted.people
    ? (await shownUnder(ctx, wanted.people))
        .filter((one) => one > after)
        .toSorted()
        .slice(0, peopleAtOnce)
    : await pageOfIds(ctx.db, ctx.owner, personKind, { after, limit: peopleAtOnce })
  const views = await viewsOf(ctx.db, ctx.owner, ids.map(personIdOf))
  // Whoever stands in several records goes out once, where the head stands.
  const shown = ids.flatMap((one) => views.get(personIdOf(one)) ?? [])
  const people = shown.filter(({ shown: { id, binnedOn } }) => ids.includes(id) && !binnedOn)
  const each = [...new Map(people.map((view) => [view.shown.id, view])).values()]
  const records = each.flatMap((view) => toldBy(view.records).map(({ id }) => id))
  const cards = await cardsThere(ctx.db, ctx.owner, records)
  const digests = [...cards.values()].flat().flatMap((card) => card.content ?? [])
  const contents = await getContents(ctx.db, ctx.owner, digests)
  const introducers = await introducersOf(ctx.db, ctx.owner, each.map(allOf))
  const drawn = []
  for (const view of each) {
    const told = toldBy(view.records)
    const own = told.flatMap(({ id }) => cards.get(id) ?? [])
    const person = allOf(view)
    const { through } = person.meeting
    drawn.push({
      person,
      introducer: (through && introducers.get(through)) ?? null,
      records: told,
      cards: own,
      originals: await originalsOf(own, contents),
    })
  }
  return { people: drawn, next: ids.length === peopleAtOnce ? (ids.at(-1) ?? null) : null }
}

/** All that the records say, also what a choice hides in lists: nothing stays behind. */
function allOf({ shown, group, records }: View): Shown {
  const { name } = group?.choices ?? {}
  if (!group) return shown
  return mergedView({ head: group.head, choices: name ? { name } : {} }, records) ?? shown
}

async function shownUnder(ctx: Reading, people: readonly string[]): Promise<PersonId[]> {
  const heads = await headsOf(ctx.db, ctx.owner, people.map(personIdOf))
  return [...new Set(heads.values())]
}

function otherNamesOf(shown: Shown, records: readonly Person[]): string[] {
  if (records.length < 2) return []
  return [...new Set(records.map(nameOf))].filter((name) => name !== '' && name !== nameOf(shown))
}

/** Of a record that came several times, the newest coming alone: it holds what the earlier ones held, or took it back. */
async function originalsOf(
  cards: readonly Card[],
  contents: ReadonlyMap<string, Uint8Array>,
): Promise<VCard[]> {
  const newest = new Map(cards.map((card) => [card.keys.find(isOwnKey) ?? card.id, card]))
  const found: VCard[] = []
  for (const { content } of newest.values()) {
    const bytes = content === null ? undefined : contents.get(content)
    if (!bytes) continue
    for await (const read of readCards(once(bytes))) if (read.kind === 'card') found.push(read.card)
  }
  return found
}

function isOwnKey(key: string): boolean {
  return !key.startsWith('content:')
}
