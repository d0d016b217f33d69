import type { LostProperty, VCard } from '../../formats/vcard/card.ts'
import { readCards } from '../../formats/vcard/read.ts'
import { partsOf, textOf } from '../../formats/vcard/values.ts'
import type { Source } from '../../kit/source.ts'
import { type Understood, understand } from './card-property.ts'
import type { Account, Drafted, GroupDraft, Loss, PersonDraft } from './draft.ts'
import { isOwnNumber } from './own-number.ts'
import { personOf } from './person-of.ts'
import type { Said } from './said.ts'

/** Everything in a file of cards, as it comes. Throws `file.unreadable` for a file that is no text. */
export async function* draftsOfCards(
  chunks: AsyncIterable<Uint8Array>,
  source: Source,
): AsyncGenerator<Drafted> {
  for await (const read of readCards(chunks)) {
    if (read.kind === 'lost') yield read
    else {
      const { line, raw } = read
      yield {
        kind: 'draft',
        draft: draftOfCard(read.card, source, read.lost),
        line,
        raw,
      }
    }
  }
}

/** What a card says, as a person or as a group of persons. `lostInReading` is what its reader could not read. */
export function draftOfCard(
  card: VCard,
  source: Source,
  lostInReading: readonly LostProperty[] = [],
): PersonDraft | GroupDraft {
  if (isGroup(card)) return groupOf(card, lostInReading)
  const understood = understand(card)
  const said = understood.flatMap((one) => one.said ?? [])
  const person = personOf(said, source)
  const uid = uidOf(card)
  const link = person.channels.map((channel) => linkedInPage(channel.value)).find(Boolean) ?? null
  return {
    kind: 'person',
    person,
    identity: { uid, link: uid !== null && isOwnNumber(uid) ? null : link, table: null },
    rest: [],
    ...besideIn(said),
    ...accountOf(understood, lostInReading),
  }
}

function besideIn(said: readonly Said[]): Pick<PersonDraft, 'beside'> {
  const through = said.find((one) => one.of === 'meeting')?.through
  return through ? { beside: { lines: [], told: [], through: plainUid(through) } } : {}
}

/** The page of a person on LinkedIn, written one way, since the same one is exported in several. */
export function linkedInPage(address: string): string | null {
  const match = /^(?:https?:\/\/)?(?:[a-z]{2,3}\.)?linkedin\.com\/in\/([^/?#\s]+)/i.exec(
    address.trim(),
  )
  return match?.[1] ? `https://www.linkedin.com/in/${match[1]}` : null
}

function uidOf(card: VCard): string | null {
  const uid = card.properties.find(
    (property) => property.name === 'UID' && property.value.trim() !== '',
  )
  return uid ? plainUid(textOf(uid.value, card.version)) : null
}

function plainUid(text: string): string {
  return text.trim().replace(/^urn:uuid:/i, '')
}

const kinds = new Set(['KIND', 'X-ADDRESSBOOKSERVER-KIND'])
const members = new Set(['MEMBER', 'X-ADDRESSBOOKSERVER-MEMBER'])
const groupNames = new Set(['VERSION', 'FN', 'N', ...kinds, ...members])

function isGroup(card: VCard): boolean {
  return card.properties.some(
    (property) => kinds.has(property.name) && property.value.trim().toLowerCase() === 'group',
  )
}

function groupOf(card: VCard, lostInReading: readonly LostProperty[]): GroupDraft {
  const values = (name: string) => card.properties.filter((property) => property.name === name)
  const full = values('FN')[0]
  const parts = values('N')[0]
  const name = full
    ? textOf(full.value, card.version)
    : partsOf(parts?.value ?? '', card.version)
        .filter(Boolean)
        .join(' ')
  const understood = card.properties.map((property) => ({
    property,
    said: groupNames.has(property.name) ? [] : null,
  }))
  return {
    kind: 'group',
    name: name.trim(),
    uid: uidOf(card),
    members: card.properties
      .filter((property) => members.has(property.name))
      .map((property) => plainUid(property.value)),
    ...accountOf(understood, lostInReading),
  }
}

interface Accounted {
  readonly kept: readonly string[]
  readonly lost: readonly Loss[]
  readonly account: Account
}

/** A property whose encoding was damaged counts as lost, though what could be read of it was taken. */
function accountOf(
  understood: readonly Understood[],
  lostInReading: readonly LostProperty[],
): Accounted {
  const damaged = understood.filter(({ property }) => property.damage !== null)
  const whole = understood.filter(({ property }) => property.damage === null)
  const kept = whole.filter(({ said }) => said === null).map(({ property }) => property.written)
  const lost = [
    ...lostInReading.map(({ line, what, reason }) => ({ line, what, reason })),
    ...damaged.map(({ property }) => ({
      line: property.line,
      what: property.written,
      reason: property.damage ?? '',
    })),
  ]
  const unread = lostInReading.reduce((sum, one) => sum + one.count, 0)
  return {
    kept,
    lost,
    account: {
      properties: understood.length + unread,
      understood: whole.length - kept.length,
      kept: kept.length,
      lost: damaged.length + unread,
    },
  }
}
