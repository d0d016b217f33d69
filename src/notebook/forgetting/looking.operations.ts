import { mailOf } from '../../craft/linkage/mail.ts'
import { linkOf } from '../../craft/linkage/profile-link.ts'
import { fold } from '../../kit/text.ts'
import type { Reading } from '../../platform/context.ts'
import { getContents } from '../../platform/database/contents.ts'
import { inSlices, type Kind } from '../../platform/database/things.ts'
import { kinds } from '../changes/changes.store.ts'
import { heldFromLog } from '../changes/describe.ts'
import { type Card, cardKind } from '../contacts/contacts.store.ts'
import type { Note } from '../notes/note.ts'
import { noteKind } from '../notes/notes.store.ts'
import type { Noun } from '../nouns/noun.ts'
import { namesOf } from '../nouns/noun.ts'
import { fieldKind, organisationKind, topicKind } from '../nouns/nouns.store.ts'
import { personKind } from '../people/people.store.ts'
import { nameOf, type Person } from '../people/person.ts'
import type { Transcript } from '../voices/transcript.ts'
import { transcriptKind } from '../voices/transcripts.store.ts'
import { documentsAsText } from './forgetting.store.ts'
import { looseLookFor } from './masking.ts'
import type { Reach } from './scrub.operations.ts'
import { foldedName, type Traces, wordsIn } from './traces.ts'

/** Documents in which somebody may be found, by kind; the rest of the notebook need not be looked at again. */
export type Found = ReadonlyMap<string, ReadonlyMap<string, unknown>>

/** The owner's own choices, and what was forgotten before, say nothing of anybody. */
const silent: ReadonlySet<string> = new Set(['settings', 'tombstone'])

/** Goes once through all that is kept, and gathers what names somebody or refers to one of these ids. */
export async function lookThrough(
  ctx: Reading,
  traces: Traces,
  ids: readonly string[],
  among: readonly Kind<never>[] = kinds,
): Promise<Found> {
  const isHit = looseLookFor(traces)
  const refers = ids.length > 0 ? new RegExp(ids.join('|')) : null
  const found = new Map<string, Map<string, unknown>>()
  for (const kind of among) {
    if (silent.has(kind.name)) continue
    const own: [string, unknown][] = []
    for await (const page of documentsAsText(ctx.db, ctx.owner, kind.table)) {
      const hidden = await hiddenIn(ctx, kind, page)
      const meant = page.filter(
        ({ text }) => isHit(text) || refers?.test(text) || hidden(text, isHit),
      )
      own.push(...meant.map(({ id, text }): [string, unknown] => [id, heldFromLog(text)]))
    }
    found.set(kind.name, new Map(own))
  }
  return found
}

type LooksInside = (text: string, isHit: (text: string) => boolean) => boolean

/** What a page holds beside its documents: lines off the record, the bytes of cards, the turns of transcripts. */
async function hiddenIn(
  ctx: Reading,
  kind: Kind<never>,
  page: readonly { readonly text: string }[],
): Promise<LooksInside> {
  if (!holdBytes.has(kind.name)) return () => false
  const digestsIn = (text: string) => digestsOf(kind.name, heldFromLog(text))
  const texts = new Map<string, string>()
  for (const some of inSlices(page.flatMap(({ text }) => digestsIn(text)))) {
    const contents = await getContents(ctx.db, ctx.owner, some)
    for (const [digest, bytes] of contents) texts.set(digest, Buffer.from(bytes).toString('utf8'))
  }
  return (text, isHit) => digestsIn(text).some((digest) => isHit(texts.get(digest) ?? ''))
}

const holdBytes: ReadonlySet<string> = new Set([noteKind.name, cardKind.name, transcriptKind.name])

function digestsOf(
  kind: string,
  doc: Pick<Note, 'lines'> & Pick<Card, 'content'> & Pick<Transcript, 'turns'>,
): string[] {
  if (kind === transcriptKind.name) return [doc.turns]
  if (kind === cardKind.name) return doc.content === null ? [] : [doc.content]
  return doc.lines.flatMap((line) => ('sealed' in line ? [line.sealed] : []))
}

export function foundOf<Doc>(found: Found, kind: Kind<Doc>): ReadonlyMap<string, Doc> {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- found by the name of this kind, in its table
  return (found.get(kind.name) ?? new Map()) as ReadonlyMap<string, Doc>
}

/** What several looks found, as one. */
export function joined(...looks: readonly Found[]): Found {
  const all = new Map<string, Map<string, unknown>>()
  for (const look of looks) {
    for (const [kind, docs] of look) {
      const own = all.get(kind) ?? new Map<string, unknown>()
      for (const [id, doc] of docs) own.set(id, doc)
      all.set(kind, own)
    }
  }
  return all
}

/** What means them and nobody else: near where they sat, far everywhere. */
export interface Meant {
  readonly near: Traces
  readonly far: Traces
}

/**
 * A name or an address that somebody else bears too stays where it is written. A single name means them everywhere only
 * if nobody else, no place and no house is called so, and it is no word that the owner uses as a word; where they sat,
 * it means them with its capital.
 */
export function meantBy(traces: Traces, found: Found, reach: Reach): Meant {
  const others = [...foundOf(found, personKind).values()].filter(({ id }) => !reach.people.has(id))
  const othersNames = new Set(others.flatMap(namesWorn))
  const othersWords = new Set([...othersNames].flatMap((name) => name.split(' ')))
  const addresses = new Set(others.flatMap(addressesOf))
  const phones = others.flatMap((one) => one.channels).map(({ value }) => value.replace(/\D/g, ''))
  const near: Traces = {
    ...traces,
    names: traces.names.filter((words) => !othersNames.has(foldedName(words))),
    words: traces.words.filter((word) => !othersWords.has(fold(word))),
    addresses: traces.addresses.filter((address) => !addresses.has(canonical(address))),
    phones: traces.phones.filter((digits) => !phones.some((other) => other.endsWith(digits))),
  }
  const ordinary = ordinaryWords(near.words, { found, others, reach })
  const rare = near.words.filter((word) => !ordinary.has(word))
  const words = near.words.filter((word) => ordinary.has(word))
  return { near: { ...near, rare, words }, far: { ...near, rare, words: [] } }
}

function namesWorn(person: Person): string[] {
  return [nameOf(person), ...person.names.map(({ text }) => text)].map((name) =>
    foldedName(wordsIn(name)),
  )
}

function addressesOf(person: Person): string[] {
  return person.channels.map(({ value }) => canonical(value))
}

function canonical(address: string): string {
  return mailOf(address)?.address ?? linkOf(address) ?? fold(address)
}

/**
 * Names that are words besides: of months and days, of places and houses, or in small letters where nobody speaks of
 * them in particular.
 */
function ordinaryWords(
  words: readonly string[],
  { found, others, reach }: { found: Found; others: readonly Person[]; reach: Reach },
): ReadonlySet<string> {
  const known = new Set([...daysAndMonths, ...namesOfHouses(found, others).map(fold)])
  const small = words.map((word) => [word, smallLetters(word)] as const)
  const ordinary = new Set(
    words.filter((word) => [...word].length < 3 || known.has(fold(word)) || !hasCapital(word)),
  )
  const texts = [...found]
    .filter(([kind]) => written.has(kind))
    .flatMap(([, documents]) => [...documents.values()])
    .filter((doc) => !belongsTo(reach, doc))
    .map((doc) => JSON.stringify(doc))
  for (const [word, pattern] of small) {
    if (pattern && texts.some((text) => pattern.test(text))) ordinary.add(word)
  }
  return ordinary
}

/** Kinds that hold what the owner wrote, and not what some file is called. */
const written: ReadonlySet<string> = new Set([
  'note',
  'step',
  'letter',
  'conversation',
  'question',
  'theme',
  'field',
  'person',
])

/** Whether this is of a conversation at which they sat, or about them. */
function belongsTo(reach: Reach, doc: unknown): boolean {
  const { id, person, conversation, subject }: Belonging = Object(doc)
  return [id, person, conversation, subject?.id].some(
    (one) =>
      typeof one === 'string' &&
      (reach.people.has(one) || reach.alone.has(one) || reach.shared.has(one)),
  )
}

interface Belonging {
  readonly id?: unknown
  readonly person?: unknown
  readonly conversation?: unknown
  readonly subject?: { readonly id?: unknown }
}

/** "grace" as a word of its own, as it would be written were it no name; behind `\n`, which JSON writes so, too. */
function smallLetters(word: string): RegExp | null {
  const small = word.toLowerCase()
  if (small === word) return null
  return new RegExp(`(?<![\\p{L}\\p{N}@._%+/-]|(?<!\\\\)[nrt])${small}(?![\\p{L}\\p{N}@._-])`, 'u')
}

function hasCapital(word: string): boolean {
  return word !== word.toLowerCase() || word.toLowerCase() === word.toUpperCase()
}

function namesOfHouses(found: Found, others: readonly Person[]): string[] {
  const nouns: Noun[] = [
    ...foundOf(found, organisationKind).values(),
    ...foundOf(found, fieldKind).values(),
    ...foundOf(found, topicKind).values(),
  ]
  const places = others.flatMap((person) => [
    ...person.places.flatMap(({ locality, region, country }) => [locality, region, country]),
    ...person.roles.map(({ organisation }) => organisation),
  ])
  return [...nouns.flatMap(namesOf), ...places].flatMap((name) =>
    name === null ? [] : wordsIn(name),
  )
}

const daysAndMonths = new Set(
  (
    'january february march april may june july august september october november december ' +
    'monday tuesday wednesday thursday friday saturday sunday ' +
    'januar februar marz mai juni juli oktober dezember ' +
    'i we he she they it you me us the a an and or but no yes not so to my our'
  ).split(' '),
)
