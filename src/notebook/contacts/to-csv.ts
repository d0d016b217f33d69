import { writeRow } from '../../formats/csv/write.ts'
import { type Channel, type Name, type Person, rolesNow } from '../people/person.ts'

type PersonInTable = Omit<Person, 'id'>

/** How many of each there must be columns for, so that nobody's values are cut. */
export interface Widths {
  readonly roles: number
  readonly formerRoles: number
  readonly mail: number
  readonly phone: number
  readonly link: number
  readonly message: number
  readonly places: number
  readonly dates: number
}

export const noWidths: Widths = {
  roles: 1,
  formerRoles: 0,
  mail: 1,
  phone: 1,
  link: 1,
  message: 0,
  places: 1,
  dates: 0,
}

/** To be called with every person before the first row is written. */
export function widen(widths: Widths, person: PersonInTable): Widths {
  const count = (kind: Channel['kind']) => channelsOf(person, kind).length
  return {
    roles: Math.max(widths.roles, rolesNow(person).length),
    formerRoles: Math.max(widths.formerRoles, formerRolesOf(person).length),
    mail: Math.max(widths.mail, count('mail')),
    phone: Math.max(widths.phone, count('phone')),
    link: Math.max(widths.link, count('link')),
    message: Math.max(widths.message, count('message')),
    places: Math.max(widths.places, person.places.length),
    dates: Math.max(widths.dates, eventsOf(person).length),
  }
}

const nameColumns: readonly (readonly [string, Name['part']])[] = [
  ['First Name', 'given'],
  ['Middle Name', 'additional'],
  ['Last Name', 'family'],
  ['Full Name', 'full'],
  ['Pronunciation', 'pronunciation'],
  ['Name Prefix', 'prefix'],
  ['Name Suffix', 'suffix'],
  ['Nickname', 'nickname'],
  ['Maiden Name', 'maiden'],
]

const channelColumns = [
  ['E-mail', 'mail'],
  ['Phone', 'phone'],
  ['Website', 'link'],
  ['IM', 'message'],
] as const

/** By these the notebook knows its own people again, whoever else bears their name. */
export interface OwnNumbers {
  readonly id: string
  /** The same of whoever introduced them. */
  readonly metThrough: string | null
}

/**
 * The first line of a table of people. The columns have the names that Google Contacts gives them,
 * because most programs read those; pronunciation, maiden name, years of a role, former roles, how you
 * met and the number are ours. A former role has columns of its own, so that no program takes it for the
 * work of today. Several values of one column stand with ` ::: ` between them, as there.
 */
export function tableHeader(widths: Widths): string {
  return writeRow([
    ...nameColumns.map(([column]) => column),
    ...numbered('Organization', widths.roles, ['Name', 'Title', 'Department', 'From']),
    ...numbered('Former Organization', widths.formerRoles, [
      'Name',
      'Title',
      'Department',
      'From',
      'To',
    ]),
    'Birthday',
    'Notes',
    'Labels',
    ...channelColumns.flatMap(([column, kind]) =>
      numbered(column, widths[kind], ['Label', 'Value']),
    ),
    ...numbered('Address', widths.places, [
      'Label',
      'Street',
      'City',
      'Region',
      'Postal Code',
      'Country',
    ]),
    ...numbered('Event', widths.dates, ['Label', 'Value']),
    'Met On',
    'Met Where',
    'How We Met',
    'Met Through ID',
    'Sobremesa ID',
  ])
}

/** One person. Consent and fields are not in the table; the notebook's own export has them. */
export function tableRowOf(person: PersonInTable, widths: Widths, numbers: OwnNumbers): string {
  const { meeting } = person
  return writeRow([
    ...nameColumns.map(([, part]) =>
      several(person.names.filter((name) => name.part === part).map((name) => name.text)),
    ),
    ...filledUp(rolesNow(person), widths.roles, 4, (role) => [
      role.organisation,
      role.title,
      role.department,
      role.from,
    ]),
    ...filledUp(formerRolesOf(person), widths.formerRoles, 5, (role) => [
      role.organisation,
      role.title,
      role.department,
      role.from,
      role.to,
    ]),
    birthdayOf(person)?.date ?? '',
    person.words,
    labelsOf(person),
    ...channelColumns.flatMap(([, kind]) =>
      filledUp(channelsOf(person, kind), widths[kind], 2, (channel) => [
        labelOf(channel),
        channel.value,
      ]),
    ),
    ...filledUp(person.places, widths.places, 6, (place) => [
      place.label,
      place.street,
      place.locality,
      place.region,
      place.postcode,
      place.country,
    ]),
    ...filledUp(eventsOf(person), widths.dates, 2, (date) => [date.what, date.date]),
    meeting.day ?? '',
    meeting.place ?? '',
    meeting.words ?? '',
    numbers.metThrough ?? '',
    numbers.id,
  ])
}

function numbered(column: string, count: number, parts: readonly string[]): string[] {
  return Array.from({ length: count }, (_, at) =>
    parts.map((part) => `${column} ${at + 1} - ${part}`),
  ).flat()
}

function filledUp<Value>(
  values: readonly Value[],
  count: number,
  width: number,
  cellsOf: (value: Value) => (string | null)[],
): string[] {
  const cells = values
    .slice(0, count)
    .flatMap(cellsOf)
    .map((cell) => cell ?? '')
  return [...cells, ...Array.from({ length: count * width - cells.length }, () => '')]
}

function several(texts: readonly string[]): string {
  return texts.join(' ::: ')
}

/** Begins with the group that everybody is in, as Google's do, so that a comma inside a label stays one label. */
function labelsOf({ labels }: PersonInTable): string {
  return labels.length === 0 ? '' : several(['* myContacts', ...labels.map((label) => label.word)])
}

function labelOf({ label, preferred }: Channel): string {
  return preferred ? `* ${label ?? ''}`.trim() : (label ?? '')
}

function channelsOf(person: PersonInTable, kind: Channel['kind']): Channel[] {
  return person.channels.filter((channel) => channel.kind === kind)
}

function formerRolesOf(person: PersonInTable) {
  return person.roles.filter((role) => role.to !== null)
}

function birthdayOf(person: PersonInTable) {
  return person.dates.find((date) => date.what === 'birthday')
}

function eventsOf(person: PersonInTable) {
  const birthday = birthdayOf(person)
  return person.dates.filter((date) => date !== birthday)
}
