import type { Property } from '../../formats/vcard/card.ts'
import { joinParts, partsOf } from '../../formats/vcard/values.ts'
import { newProperty } from '../../formats/vcard/write.ts'
import { type Day, isDay } from '../../kit/days.ts'
import { type Name, nameParts, type Person, type Role } from '../people/person.ts'
import { type Bare, filled, type Said } from './said.ts'
import { hasMet } from './update.ts'

/**
 * What no property of a card says stands in properties of our own, and in no others: a role that has
 * ended would be shown by a phone as the work of today, and RFC 6350 knows neither its years nor how
 * somebody was met.
 *
 *   X-SOBREMESA-ROLE:title;organisation;department;from;to
 *   X-SOBREMESA-MET:day;place;words;UID of the card of whoever introduced them
 *   X-SOBREMESA-NAME:part of the name;text      of a name that FN, N and NICKNAME have no room for
 */
const ownRole = 'X-SOBREMESA-ROLE'
const ownMeeting = 'X-SOBREMESA-MET'
const ownName = 'X-SOBREMESA-NAME'

const own = new Set([ownRole, ownMeeting, ownName])

/** They are made anew for each card that goes out. */
export function isOwn({ name }: Property): boolean {
  return own.has(name)
}

/** What one of them says; null where it says nothing that can be read. */
export function saidByOwn(property: Property): Said[] | null {
  const parts = partsOf(property.value, '4.0').map(filled)
  if (property.name === ownRole) return roleIn(parts)
  if (property.name === ownMeeting) return meetingIn(parts)
  return property.name === ownName ? nameIn(parts) : null
}

function roleIn([title = null, organisation = null, department = null, from = null, to = null]: (
  | string
  | null
)[]): Said[] | null {
  if (!(title || organisation || department) || !(from || to)) return null
  const role = { title, organisation, organisationId: null, department, from, to }
  return [{ of: 'years', role }]
}

function meetingIn([day = null, place = null, words = null, through = null]: (string | null)[]):
  | Said[]
  | null {
  if (!(day || place || words || through)) return null
  return [{ of: 'meeting', meeting: { day: dayIn(day), place, words }, through }]
}

function dayIn(text: string | null): Day | null {
  return text !== null && isDay(text) ? text : null
}

function nameIn([written = null, text = null]: (string | null)[]): Said[] | null {
  const part = nameParts.find((one) => one === written)
  return part && text ? [{ of: 'names', names: [{ part, text }] }] : null
}

/** Of every role that has ended, or of which it is known since when it lasts. */
export function ownRoleProperties(roles: readonly Bare<Role>[]): Property[] {
  return roles
    .filter(({ from, to }) => from !== null || to !== null)
    .map(({ title, organisation, department, from, to }) =>
      newProperty(ownRole, joinParts([title, organisation, department, from, to].map(orEmpty))),
    )
}

/** `through` is the UID of the card of whoever introduced them. */
export function ownMeetingProperties(
  meeting: Person['meeting'],
  through: string | null,
): Property[] {
  if (!hasMet({ ...meeting, through: null }) && through === null) return []
  const parts = [meeting.day, meeting.place, meeting.words, through]
  return [newProperty(ownMeeting, joinParts(parts.map(orEmpty)))]
}

export function ownNameProperties(names: readonly Bare<Name>[]): Property[] {
  return names.map(({ part, text }) => newProperty(ownName, joinParts([part, text])))
}

function orEmpty(text: string | null): string {
  return text ?? ''
}
