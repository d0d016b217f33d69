import type { Source } from '../../kit/source.ts'
import { type Meeting, nothingAsked, type Person, type Role } from '../people/person.ts'
import type { Bare, BareChannel, BareName, Said, SaidOfRole } from './said.ts'

type PersonFields = Omit<Person, 'id'>

/** The person that many single statements make together; a value said twice is kept once. */
export function personOf(said: readonly Said[], source: Source): PersonFields {
  const sources = [source]
  const withSources = <Value extends object>(values: readonly Value[]) =>
    distinct(values).map((value) => Object.assign({ sources }, value))
  return {
    names: withSources(namesOf(said)),
    roles: withSources(rolesOf(said)),
    channels: withSources(channelsOf(said)),
    places: withSources(all(said, 'place').map((one) => one.place)),
    dates: withSources(all(said, 'date').map((one) => one.date)),
    labels: withSources(all(said, 'labels').flatMap((one) => one.words.map((word) => ({ word })))),
    fields: [],
    meeting: meetingOf(said),
    words: distinct(all(said, 'words').map((one) => one.text)).join('\n\n'),
    consent: nothingAsked,
    binnedOn: null,
  }
}

/** How a name is spoken comes in up to three parts, and is one thing to say. */
function namesOf(said: readonly Said[]): BareName[] {
  const spoken = all(said, 'spoken')
  const order = ['given', 'additional', 'family'] as const
  const text = order
    .flatMap((part) => spoken.filter((one) => one.part === part).map((one) => one.text))
    .join(' ')
  const names = all(said, 'names').flatMap((one) => one.names)
  return text === '' ? names : [...names, { part: 'pronunciation', text }]
}

/** The same number twice, once preferred: it is one, and preferred. */
function channelsOf(said: readonly Said[]): BareChannel[] {
  const channels = all(said, 'channels').flatMap((one) => one.channels)
  const preferred = new Set(channels.filter((channel) => channel.preferred).map(keyOf))
  return channels.filter((channel) => channel.preferred || !preferred.has(keyOf(channel)))
}

function keyOf({ kind, value, label }: BareChannel): string {
  return `${kind}\0${value}\0${label}`
}

function meetingOf(said: readonly Said[]): Meeting {
  const met = all(said, 'meeting')[0]?.meeting
  return { day: null, place: null, words: null, ...met, through: null }
}

/** A role of today that is also said with its years has them; one that has ended is a role of its own. */
function rolesOf(said: readonly Said[]): Bare<Role>[] {
  const roles = [...rolesOfToday(said), ...all(said, 'wholeRole').map((one) => one.role)]
  for (const { role } of all(said, 'years')) {
    if (role.to !== null) roles.push(role)
    else {
      const at = roles.findIndex((one) => one.from === null && isSameRole(one, role))
      if (at !== -1) roles[at] = role
    }
  }
  return roles
}

/** Whatever their years. */
export function isSameRole(one: Bare<Role>, other: Bare<Role>): boolean {
  return (
    one.title === other.title &&
    one.organisation === other.organisation &&
    one.department === other.department
  )
}

/**
 * Cards say organisation, title and role apart. Where they come in groups of their own, each group is
 * a role. Else the first title goes with the first organisation, and so on; a single organisation
 * holds all titles. A role that is not one of the titles is one more.
 */
function rolesOfToday(said: readonly Said[]): Bare<Role>[] {
  return [...rolesByGroup(said).values()].flat()
}

/** Under '' those that stand in no group of their own. */
export function rolesByGroup(said: readonly Said[]): Map<string, Bare<Role>[]> {
  const groups = Map.groupBy(said.filter(isOfRole), (one) => one.group ?? '')
  return new Map([...groups].map(([group, some]) => [group, rolesIn(some)]))
}

function rolesIn(said: readonly SaidOfRole[]): Bare<Role>[] {
  const organisations = said.filter((one) => one.of === 'organisation')
  const titled = (of: 'title' | 'role') => said.flatMap((one) => (one.of === of ? [one.title] : []))
  const titles = titled('title')
  const known = new Set(titles)
  const texts = [...titles, ...titled('role').filter((title) => !known.has(title))]
  const count = Math.max(texts.length, organisations.length)
  return Array.from({ length: count }, (_, at) => {
    const only = organisations.length === 1 ? organisations[0] : undefined
    const organisation = organisations[at] ?? only
    return {
      title: texts[at] ?? null,
      organisation: organisation?.name ?? null,
      organisationId: null,
      department: organisation?.department ?? null,
      from: null,
      to: null,
    }
  })
}

export function isOfRole(said: Said): said is SaidOfRole {
  return said.of === 'organisation' || said.of === 'title' || said.of === 'role'
}

function all<Kind extends Said['of']>(
  said: readonly Said[],
  of: Kind,
): Extract<Said, { of: Kind }>[] {
  return said.filter((one): one is Extract<Said, { of: Kind }> => one.of === of)
}

/** Values of one kind have the same fields in the same order, so their texts in a row tell them apart. */
function distinct<Value extends object | string>(values: readonly Value[]): Value[] {
  if (values.length < 2) return [...values]
  const byText = new Map<string, Value>()
  for (const value of values) {
    const text = typeof value === 'string' ? value : Object.values(value).join('\0')
    if (!byText.has(text)) byText.set(text, value)
  }
  return [...byText.values()]
}
