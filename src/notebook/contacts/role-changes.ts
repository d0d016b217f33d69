import type { Role } from '../people/person.ts'
import { isSameRole, rolesByGroup } from './person-of.ts'
import type { Bare, Said } from './said.ts'

/** Which of the roles that a card says still hold, and which it does not say yet. */
export interface RoleChanges {
  /** Groups of properties that stay word for word; '' for those in no group. */
  readonly kept: ReadonlySet<string>
  readonly added: readonly Bare<Role>[]
}

/**
 * A group stays if all its roles are of today. The first role in a card is the one that is shown, so
 * where what stays and what is added are not in the order of the person, all are written anew.
 */
export function roleChanges(said: readonly Said[], today: readonly Bare<Role>[]): RoleChanges {
  const isOfToday = (role: Bare<Role>) => today.some((one) => isSameRole(one, role))
  const staying = [...rolesByGroup(said)].filter(([, roles]) => roles.every(isOfToday))
  const there = staying.flatMap(([, roles]) => roles)
  const added = today.filter((role) => !there.some((one) => isSameRole(one, role)))
  return isInOrder([...there, ...added], today)
    ? { kept: new Set(staying.map(([group]) => group)), added }
    : { kept: new Set(), added: today }
}

function isInOrder(roles: readonly Bare<Role>[], today: readonly Bare<Role>[]): boolean {
  // What a card says twice is one role.
  const places = [...new Set(roles.map((role) => today.findIndex((one) => isSameRole(one, role))))]
  return places.every((place, at) => at === 0 || place >= (places[at - 1] ?? 0))
}
