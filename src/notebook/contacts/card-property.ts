import {
  parameterOf,
  type CardVersion,
  type Property,
  typesOf,
  type VCard,
} from '../../formats/vcard/card.ts'
import { itemsOf, partsOf, partsWithItemsOf, textOf } from '../../formats/vcard/values.ts'
import { dateOf } from './dates.ts'
import { cleanLabel, isPreferred, labelOf } from './label-words.ts'
import { isMessenger, messagesIn, percentDecoded } from './messengers.ts'
import { saidByOwn } from './own-properties.ts'
import { type BareName, filled, isEverybody, noPlace, type Said, withoutMarks } from './said.ts'

export interface Understood {
  readonly property: Property
  /** Null: nothing a person has a place for. Empty: it only says something about another property. */
  readonly said: readonly Said[] | null
}

/** A property with what its card says around it. */
interface Placed {
  readonly property: Property
  readonly version: CardVersion | null
  readonly text: string
  /** What X-ABLabel calls its group. */
  readonly given: string | null
}

type Reader = (placed: Placed) => Said[] | null

/** What each property of a card says, in their order. */
export function understand(card: VCard): Understood[] {
  const labels = groupLabels(card)
  const seen = new Set<string>()
  const understood = card.properties.map((property) => ({
    property,
    said: readProperty(property, { card, labels, seen }),
  }))
  const inUse = new Set(understood.flatMap(({ property, said }) => (said && property.group) || []))
  const saysNothing = ({ name, group }: Property) =>
    name === 'VERSION' || (name === 'X-ABLABEL' && inUse.has(group ?? ''))
  const full = wholeName(card)
  return understood.map(({ property, said }) => ({
    property,
    said: saysNothing(property) || repeatsFullName(property, said, full) ? [] : said,
  }))
}

/**
 * N must be there, so programs that know only a whole name write it there as the given name too.
 * And a card of ours may have names that we had to make up (DERIVED is of RFC 9554).
 */
function repeatsFullName(
  property: Property,
  said: readonly Said[] | null,
  full: string | null,
): boolean {
  if (isDerived(property)) return true
  const first = property.name === 'N' ? said?.[0] : undefined
  if (first?.of !== 'names' || first.names.length !== 1) return false
  const [name] = first.names
  return name?.part === 'given' && name.text === full
}

/** Of several records of one person, a card of 3.0 calls the names of the others nicknames. */
const mayBeMadeUp = new Set(['FN', 'N', 'NICKNAME'])

function isDerived(property: Property): boolean {
  if (!mayBeMadeUp.has(property.name)) return false
  return (parameterOf(property, 'DERIVED') ?? parameterOf(property, 'X-DERIVED')) === 'true'
}

/** Null where it only repeats what the parts say. */
function wholeName(card: VCard): string | null {
  const property = card.properties.find((one) => one.name === 'FN' && one.value.trim() !== '')
  return property && !isDerived(property) ? textOf(property.value, card.version).trim() : null
}

/** In letters. A longer value is kept with its card, and is nothing that a page could show. */
const longestText = 256 * 1024

interface Around {
  readonly card: VCard
  readonly labels: ReadonlyMap<string, string>
  /** FN and N count once; further ones are kept and not shown. */
  readonly seen: Set<string>
}

function readProperty(property: Property, { card, labels, seen }: Around): Said[] | null {
  const read = readers.get(property.name) ?? (isMessenger(property.name) ? readMessenger : null)
  if (!read || seen.has(property.name) || property.value.length > longestText) return null
  const said = read({
    property,
    version: card.version,
    text: textOf(property.value, card.version),
    given: (property.group && labels.get(property.group)) ?? null,
  })
  if (said && (property.name === 'FN' || property.name === 'N')) seen.add(property.name)
  return said
}

function groupLabels(card: VCard): Map<string, string> {
  const labels = new Map<string, string>()
  for (const { group, name, value } of card.properties) {
    const label = group && name === 'X-ABLABEL' ? cleanLabel(textOf(value, card.version)) : null
    if (group && label) labels.set(group, label)
  }
  return labels
}

function named(part: BareName['part']): Reader {
  return ({ text }) => saidNames([{ part, text: text.trim() }])
}

function spoken(part: 'given' | 'additional' | 'family'): Reader {
  return ({ text }) => (text.trim() === '' ? null : [{ of: 'spoken', part, text: text.trim() }])
}

function saidNames(names: readonly BareName[]): Said[] | null {
  const some = names.filter((name) => name.text !== '')
  return some.length > 0 ? [{ of: 'names', names: some }] : null
}

function readParts({ property, version }: Placed): Said[] | null {
  const parts = partsWithItemsOf(property.value, version)
  const order = ['family', 'given', 'additional', 'prefix', 'suffix'] as const
  return saidNames(
    order.map((part, at) => ({
      part,
      text: (parts[at] ?? []).filter(Boolean).join(part === 'suffix' ? ', ' : ' '),
    })),
  )
}

function readNicknames({ property, version }: Placed): Said[] | null {
  return saidNames(itemsOf(property.value, version).map((text) => ({ part: 'nickname', text })))
}

/** Japanese phones say how a name is spoken in SOUND;X-IRMC-N, family name first. */
function readSound({ property, version }: Placed): Said[] | null {
  const isName = typesOf(property).includes('x-irmc-n')
  if (!isName) return null
  const [family = '', given = ''] = partsOf(property.value, version)
  return saidNames([{ part: 'pronunciation', text: `${given} ${family}`.trim() }])
}

function readMail({ property, text, given }: Placed): Said[] | null {
  const bare = withoutMarks(text).replace(/^mailto:/i, '')
  return saidChannel('mail', addressInBrackets(bare) ?? bare, { property, given })
}

/** `Ana <ana@example.org>`; looked for by hand, since a pattern would take too long on hostile text. */
function addressInBrackets(text: string): string | null {
  const from = text.lastIndexOf('<')
  const inside = text.endsWith('>') && from !== -1 ? text.slice(from + 1, -1) : ''
  return inside.includes('@') && !/\s/.test(inside) ? inside : null
}

function readPhone({ property, text, given }: Placed): Said[] | null {
  const value = withoutMarks(text).replace(/^tel:/i, '').replace(/;ext=/i, ' ext. ')
  return saidChannel('phone', value, { property, given })
}

function readLink({ property, text, given }: Placed): Said[] | null {
  return saidChannel('link', withoutMarks(text), { property, given })
}

/** A page, or, as Apple writes services that it does not know, a name behind `x-apple:`. */
function readProfile({ property, text, given }: Placed): Said[] | null {
  const label = given ?? parameterOf(property, 'TYPE')
  const own = /^x-apple:(.+)$/i.exec(text.trim())?.[1]
  if (own === undefined) return saidChannel('link', withoutMarks(text), { property, given: label })
  return saidChannel('message', percentDecoded(own), { property, given: label })
}

function readMessenger({ property, text, given }: Placed): Said[] | null {
  const channels = messagesIn(property, text, given)
  return channels.length > 0 ? [{ of: 'channels', channels }] : null
}

function saidChannel(
  kind: 'mail' | 'phone' | 'link' | 'message',
  value: string,
  { property, given }: Pick<Placed, 'property' | 'given'>,
): Said[] | null {
  if (value === '') return null
  const channel = { kind, value, label: labelOf(property, given), preferred: isPreferred(property) }
  return [{ of: 'channels', channels: [channel] }]
}

/** ADR has seven parts; Google adds an eighth with the whole address as text, which says nothing new. */
function readPlace({ property, version, given }: Placed): Said[] | null {
  const parts = partsWithItemsOf(property.value, version).map((items) => filled(items.join(', ')))
  const [box, extended, street, locality = null, region = null, postcode = null, country = null] =
    parts
  const lines = [street, extended, box].filter(Boolean).join('\n') || null
  const place = { ...noPlace, street: lines, locality, region, postcode, country }
  if (Object.values(place).every((part) => part === null)) return null
  return [{ of: 'place', place: { ...place, label: labelOf(property, given) } }]
}

function dated(what: string | null): Reader {
  return ({ property, text, given }) => {
    if (text.trim() === '') return null
    const date = dateOf(text, parameterOf(property, 'X-APPLE-OMIT-YEAR'))
    return [{ of: 'date', date: { what: what ?? given ?? 'date', date } }]
  }
}

/** The first part is the organisation, the others go from the larger to the smaller unit. */
function readOrganisation({ property, version }: Placed): Said[] | null {
  const [name, ...units] = partsOf(property.value, version)
  const department = filled(
    units
      .map((unit) => unit.trim())
      .filter(Boolean)
      .join(', '),
  )
  const said = { of: 'organisation' as const, name: filled(name), department }
  const organisation = { ...said, ...ownGroup(property) }
  return organisation.name || department ? [organisation] : null
}

/** Other programs group an organisation with its label, and not with its title. */
function ownGroup({ group }: Property): { group: string } | null {
  return group !== null && /^role\d+$/i.test(group) ? { group: group.toLowerCase() } : null
}

function titled(of: 'title' | 'role'): Reader {
  return ({ property, text }) =>
    text.trim() === '' ? null : [{ of, title: text.trim(), ...ownGroup(property) }]
}

function readCategories({ property, version }: Placed): Said[] | null {
  const words = itemsOf(property.value, version).filter((word) => word !== '' && !isEverybody(word))
  return words.length > 0 ? [{ of: 'labels', words }] : null
}

function readNote({ text }: Placed): Said[] | null {
  const words = text.trim()
  return words === '' ? null : [{ of: 'words', text: words }]
}

/** Android's own rows, `vnd.android.cursor.item/nickname;Mari;1;…`: nicknames and dates are of use. */
function readAndroid({ property, version }: Placed): Said[] | null {
  const [kind, value = '', type, label] = partsOf(property.value, version)
  if (value.trim() === '') return null
  if (kind === 'vnd.android.cursor.item/nickname')
    return saidNames([{ part: 'nickname', text: value.trim() }])
  if (kind !== 'vnd.android.cursor.item/contact_event') return null
  const what = type === '1' ? 'anniversary' : type === '3' ? 'birthday' : (filled(label) ?? 'date')
  return [{ of: 'date', date: { what, date: dateOf(value) } }]
}

const readers: ReadonlyMap<string, Reader> = new Map<string, Reader>([
  ['FN', named('full')],
  ['N', readParts],
  ['NICKNAME', readNicknames],
  ['X-NICKNAME', readNicknames],
  ['X-EPOCSECONDNAME', named('nickname')],
  ['X-MAIDENNAME', named('maiden')],
  ['X-PHONETIC-FIRST-NAME', spoken('given')],
  ['X-PHONETIC-MIDDLE-NAME', spoken('additional')],
  ['X-PHONETIC-LAST-NAME', spoken('family')],
  ['PRONUNCIATION', named('pronunciation')],
  ['SOUND', readSound],
  ['EMAIL', readMail],
  ['TEL', readPhone],
  ['URL', readLink],
  ['X-EVOLUTION-BLOG-URL', readLink],
  ['X-EVOLUTION-VIDEO-URL', readLink],
  ['X-SOCIALPROFILE', readProfile],
  ['ADR', readPlace],
  ['BDAY', dated('birthday')],
  ['X-BDAY', dated('birthday')],
  ['ANNIVERSARY', dated('anniversary')],
  ['X-ANNIVERSARY', dated('anniversary')],
  ['X-MS-ANNIVERSARY', dated('anniversary')],
  ['X-EVOLUTION-ANNIVERSARY', dated('anniversary')],
  ['X-KADDRESSBOOK-X-ANNIVERSARY', dated('anniversary')],
  ['X-OUTLOOK-WEDDING-ANNIVERSARY', dated('anniversary')],
  ['X-ABDATE', dated(null)],
  ['ORG', readOrganisation],
  ['TITLE', titled('title')],
  ['ROLE', titled('role')],
  ['CATEGORIES', readCategories],
  ['NOTE', readNote],
  ['X-ANDROID-CUSTOM', readAndroid],
  ['X-SOBREMESA-ROLE', ({ property }) => saidByOwn(property)],
  ['X-SOBREMESA-MET', ({ property }) => saidByOwn(property)],
  ['X-SOBREMESA-NAME', ({ property }) => saidByOwn(property)],
])
