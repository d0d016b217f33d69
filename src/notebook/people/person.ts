import type { Day } from '../../kit/days.ts'
import type { ConversationId, FieldId, OrganisationId, PersonId } from '../../kit/ids.ts'
import type { Source } from '../../kit/source.ts'

/** A value, and who or what gave it. It goes when the last of its sources goes. */
interface Sourced {
  readonly sources: readonly Source[]
}

export const nameParts = [
  'full',
  'given',
  'additional',
  'family',
  'prefix',
  'suffix',
  'nickname',
  'maiden',
  'pronunciation',
] as const

export interface Name extends Sourced {
  readonly part: (typeof nameParts)[number]
  readonly text: string
}

export const channelKinds = ['mail', 'phone', 'link', 'message'] as const

export interface Channel extends Sourced {
  readonly kind: (typeof channelKinds)[number]
  readonly value: string
  /** "work", "home", or the program's own word ("Ferienhaus"). */
  readonly label: string | null
  readonly preferred: boolean
}

/** What somebody did where, and from when to when. Days may be a year or a month only. */
export interface Role extends Sourced {
  readonly title: string | null
  readonly organisation: string | null
  /** The organisation's page in the notebook; set when the person is kept. */
  readonly organisationId: OrganisationId | null
  readonly department: string | null
  readonly from: string | null
  readonly to: string | null
}

export interface Place extends Sourced {
  readonly label: string | null
  readonly street: string | null
  readonly locality: string | null
  readonly region: string | null
  readonly postcode: string | null
  readonly country: string | null
}

/** A birthday and the like. `date` is `1985-04-12`, `--04-12` where the year is not known, or as it was written. */
export interface DateThatMatters extends Sourced {
  readonly what: string
  readonly date: string
}

export interface Label extends Sourced {
  readonly word: string
}

/** How you met: what brings a face back is rarely a job title. */
export interface Meeting {
  readonly day: Day | null
  readonly place: string | null
  readonly through: PersonId | null
  readonly words: string | null
}

export const notesAnswers = ['not-asked', 'yes', 'facts', 'no'] as const
export const namingAnswers = ['not-asked', 'name', 'role', 'none'] as const
export const sharingAnswers = ['not-asked', 'yes', 'show-first', 'no'] as const

/** The three answers somebody gave. What was not said aloud is kept as not asked, and never shared. */
export interface Consent {
  readonly notes: (typeof notesAnswers)[number]
  readonly naming: (typeof namingAnswers)[number]
  readonly sharing: (typeof sharingAnswers)[number]
  readonly on: Day | null
}

/** One answer as it was given. What it does not speak of stays as it was. */
export interface Answer {
  readonly notes?: Consent['notes'] | undefined
  readonly naming?: Consent['naming'] | undefined
  readonly sharing?: Consent['sharing'] | undefined
  /** "At the end, aloud", "by mail"; null where nobody wrote it down. */
  readonly said: string | null
  /** The conversation it was given in. */
  readonly conversation: ConversationId | null
  readonly on: Day
}

/** Newcomer, practitioner, senior, hires, beside the field, left it, family or friend, stranger by chance. */
export const kindsOfPerson = ['N', 'P', 'S', 'H', 'A', 'L', 'F', 'X'] as const
export type KindOfPerson = (typeof kindsOfPerson)[number]

/** Which career field somebody can speak of, and from which chair. */
export interface Standing {
  readonly field: FieldId
  readonly kind: KindOfPerson | null
}

export interface Person {
  readonly id: PersonId
  readonly names: readonly Name[]
  readonly roles: readonly Role[]
  readonly channels: readonly Channel[]
  readonly places: readonly Place[]
  readonly dates: readonly DateThatMatters[]
  readonly labels: readonly Label[]
  readonly fields: readonly Standing[]
  readonly meeting: Meeting
  /** Free words about them. */
  readonly words: string
  readonly consent: Consent
  /** How it came to be so: every answer with its day, the newest last. Each stays with the record it was given to. */
  readonly answers?: readonly Answer[]
  /** The day they were put into the bin; emptied after thirty days. */
  readonly binnedOn: Day | null
}

export const nothingAsked: Consent = {
  notes: 'not-asked',
  naming: 'not-asked',
  sharing: 'not-asked',
  on: null,
}

/** The name in lists: the full one as given, else what the parts make, else a mail address or an organisation. */
export function nameOf(
  person: Pick<Person, 'names' | 'channels' | 'roles'> & { readonly listedAs?: string },
): string {
  if (person.listedAs) return person.listedAs
  const part = (wanted: Name['part']) => person.names.find((name) => name.part === wanted)?.text
  const made = [part('given'), part('additional'), part('family')].filter(Boolean).join(' ')
  return (
    part('full') ||
    made ||
    part('nickname') ||
    person.roles.find((role) => role.organisation)?.organisation ||
    person.channels.find((channel) => channel.kind === 'mail')?.value ||
    person.channels[0]?.value ||
    ''
  )
}

/** "Ruth Adeyemi" is RA; a single name gives one letter; letters of any script. */
export function initialsOf(name: string): string {
  const words = name.match(/[\p{L}\p{N}]+[\p{L}\p{M}\p{N}'’-]*/gu) ?? []
  const chosen = words.length > 1 ? [words[0], words.at(-1)] : words
  return chosen.map((word) => [...(word ?? '')][0]?.toUpperCase() ?? '').join('')
}

/** What somebody does now, the first the foremost. */
export function rolesNow<One extends Pick<Role, 'to'>>({
  roles,
}: {
  readonly roles: readonly One[]
}): One[] {
  return roles.filter((role) => role.to === null)
}

/** "Paper conservator, City Archive": the role of now, in one line. */
export function roleLineOf(person: Pick<Person, 'roles'>): string {
  const role = rolesNow(person)[0] ?? person.roles[0]
  return [role?.title, role?.organisation].filter(Boolean).join(', ')
}
