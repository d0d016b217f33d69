import type { z } from 'zod'
import type { SentFile } from '../../kit/contract.ts'
import { dayIn } from '../../kit/days.ts'
import type { PersonId } from '../../kit/ids.ts'
import { once } from '../../kit/once.ts'
import type { Handlers, Reading } from '../../platform/context.ts'
import { writePage } from '../changes/changes.store.ts'
import { type Found, foundOf, meantBy } from '../forgetting/looking.operations.ts'
import { maskOf } from '../forgetting/masking.ts'
import { lookFurther, reachOf, whoGoes } from '../forgetting/reach.operations.ts'
import type { Reach } from '../forgetting/scrub.operations.ts'
import { linksOf } from '../links/links.store.ts'
import type { Subject } from '../notes/note.ts'
import { needOffRecord } from '../notes/notes.operations.ts'
import { noteKind } from '../notes/notes.store.ts'
import { fieldKind, followMerges } from '../nouns/nouns.store.ts'
import { shownPeople } from '../people/groups.store.ts'
import { needPerson } from '../people/people.operations.ts'
import { personKind } from '../people/people.store.ts'
import { nameOf, type Person } from '../people/person.ts'
import type { About } from './about.operations.ts'
import { dossierPage } from './dossier-page.ts'
import { inEnglish } from './dossier-words.ts'
import type { dossierContract } from './dossier.contract.ts'
import type { Dossier, DossierAnswer, DossierExchange } from './dossier.ts'
import { introductionsHeld } from './introductions.operations.ts'
import { cardsHeld } from './records.operations.ts'
import { asConversation, readNote, talksWith } from './talks.operations.ts'
import { valuesOf } from './values.ts'

type Wanted = z.output<typeof dossierContract.dossier.input>

export const dossierHandlers: Handlers<typeof dossierContract> = {
  async dossier(wanted, ctx) {
    const dossier = await ctx.read((inside) => gathered(inside, wanted))
    const isPage = wanted.format === 'html'
    return {
      name: `dossier-${ctx.today()}.${wanted.format}`,
      mediaType: isPage ? 'text/html; charset=utf-8' : 'application/json',
      text: once(
        isPage ? dossierPage(dossier, inEnglish) : `${JSON.stringify(dossier, null, 2)}\n`,
      ),
    } satisfies SentFile
  },
}

/** Reads the whole notebook once, as forgetting does: what would go is what is told. */
async function gathered(ctx: Reading, { id, offRecord }: Wanted): Promise<Dossier> {
  if (offRecord) needOffRecord(ctx)
  const person = await needShown(ctx, id)
  const going = await whoGoes(ctx, [id])
  const reach = await reachOf(ctx, going)
  const found = await lookFurther(ctx, going, reach)
  const { near, far } = meantBy(going.traces, found, reach)
  const about: About = { ctx, people: reach.people, mask: maskOf(near), offRecord }
  const talks = await talksWith(about, [...reach.alone, ...reach.shared].map(asConversation))
  const notes = await notesOn(about, going.people)
  const elsewhere = await linesElsewhere({ ...about, mask: maskOf(far) }, found, reach)
  const held = await cardsHeld(ctx, going.people, inEnglish)
  const closed = talks.closed + notes.closed + elsewhere.closed
  const keptBack = talks.keptBack + notes.keptBack + elsewhere.keptBack
  const open = [...notes.lines, ...elsewhere.lines].filter((line) => line.offRecord).length
  return {
    format: 'sobremesa-dossier',
    version: 1,
    madeAt: ctx.now(),
    day: ctx.today(),
    name: nameOf(person),
    records: [...new Set(going.records.map(nameOf))],
    values: valuesOf(going.records, held.files, inEnglish),
    words: [...new Set(going.records.map(({ words }) => words))].filter((words) => words !== ''),
    meeting: await meetingOf(ctx, person),
    ledTo: peopleMetThrough(found, reach.people).map(nameOf),
    fields: await fieldsOf(ctx, person),
    consent: person.consent,
    answers: answersOf(person),
    notes: notes.lines,
    conversations: talks.conversations,
    introductions: await introductionsHeld(ctx, going.people),
    elsewhere: elsewhere.lines,
    exchanges: exchangesIn(found, reach.people),
    cards: held.cards,
    pages: await pagesFor(ctx, going.people),
    history: await historyOf(ctx, going.people),
    offRecord: { lines: offRecord ? talks.open + open : closed, shown: offRecord },
    keptBack,
    inBin: person.binnedOn,
  }
}

/** As they are shown: of several records what holds of all of them together. */
async function needShown(ctx: Reading, id: PersonId): Promise<Person> {
  const record = await needPerson(ctx, id)
  return (await shownPeople(ctx.db, ctx.owner, [id])).get(id) ?? record
}

function answersOf({ answers = [] }: Person): DossierAnswer[] {
  return answers.map(({ conversation, ...answer }) => ({
    ...answer,
    inConversation: conversation !== null,
  }))
}

interface Exchange extends DossierExchange {
  readonly person: string
}

function exchangesIn(found: Found, people: ReadonlySet<string>): DossierExchange[] {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- found in the table of exchanges
  const all = [...(found.get('exchange')?.values() ?? [])] as Exchange[]
  return all
    .filter(({ person }) => people.has(person))
    .map(({ day, channel, direction, subject }) => ({ day, channel, direction, subject }))
    .toSorted((one, other) => (one.day < other.day ? -1 : 1))
}

async function notesOn(about: About, people: readonly PersonId[]) {
  const lines: Dossier['notes'][number][] = []
  let [closed, keptBack] = [0, 0]
  for (const id of people) {
    const read = await readNote(about, { kind: 'person', id }, 'all')
    lines.push(...read.lines)
    closed += read.closed
    keptBack += read.keptBack
  }
  return { lines, closed, keptBack }
}

async function linesElsewhere(about: About, found: Found, reach: Reach) {
  const lines: Dossier['elsewhere'][number][] = []
  let [closed, keptBack] = [0, 0]
  for (const { subject } of foundOf(found, noteKind).values()) {
    const isTold = [reach.people, reach.shared, reach.alone].some((ids) => ids.has(subject.id))
    if (isTold) continue
    const read = await readNote(about, subject, 'theirs')
    closed += read.closed
    keptBack += read.keptBack
    const where = await whereIn(about.ctx, subject)
    const named = read.lines.filter(({ by, text }) => by === 'them' || about.mask(text) !== text)
    lines.push(...named.map((line) => ({ ...line, where })))
    for (const { whose, text } of read.promises) {
      lines.push({ text, by: whose === 'owner' ? 'owner' : 'them', offRecord: false, where })
    }
  }
  return { lines, closed, keptBack }
}

/** Who else a note is about is theirs to know. */
async function whereIn(ctx: Reading, { kind, id }: Subject): Promise<string> {
  if (kind === 'field') {
    const field = (await followMerges(ctx.db, ctx.owner, fieldKind, [id])).get(id)
    return inEnglish.where.field(field?.name ?? '')
  }
  return inEnglish.where[kind]
}

async function meetingOf(ctx: Reading, { meeting }: Person): Promise<Dossier['meeting']> {
  const { through, ...met } = meeting
  if (through === null) return { ...met, through: null }
  return { ...met, through: nameOf(await needPerson(ctx, through)) }
}

function peopleMetThrough(found: Found, people: ReadonlySet<string>): Person[] {
  return [...foundOf(found, personKind).values()].filter(
    ({ meeting }) => meeting.through !== null && people.has(meeting.through),
  )
}

async function fieldsOf(ctx: Reading, person: Person): Promise<string[]> {
  const ids = person.fields.map(({ field }) => field)
  const fields = await followMerges(ctx.db, ctx.owner, fieldKind, ids)
  return [...new Set([...fields.values()].map(({ name }) => name))]
}

async function pagesFor(ctx: Reading, people: readonly PersonId[]): Promise<Dossier['pages']> {
  const links = await linksOf(ctx.db, ctx.owner, { people })
  return links.map(({ madeAt, expiresAt, revokedAt }) => ({
    from: dayIn(ctx.zone, madeAt),
    until: dayIn(ctx.zone, revokedAt ?? expiresAt),
  }))
}

const mostWrites = 500

/** The latest first: what was done, on which day and by which door. */
async function historyOf(ctx: Reading, people: readonly PersonId[]): Promise<Dossier['history']> {
  const page = { before: null, limit: mostWrites }
  const writes = await writePage(ctx.db, ctx.owner, people, page)
  return writes.map(({ day, operation, door }) => ({ day, what: operation, door }))
}
