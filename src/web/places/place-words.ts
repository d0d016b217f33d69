import { roughDay, type Wall } from '../words/dates.ts'
import { capitalized, type Words } from '../words/words.ts'
import type { Colleague, Place } from './types.ts'

/** "You would much like to be there. Something moves: they take on the river maps." */
export function wishInWords(t: Words, { want, moving }: Pick<Place, 'want' | 'moving'>): string {
  const wanted = t(`places.wanted.${want}`)
  if (moving === null) return wanted
  const word = t(`places.movesNow.${moving.level}`)
  const words = moving.why === '' ? word : t('places.movesSaid', { moving: word, why: moving.why })
  return `${wanted} ${ended(words)}`
}

/** "You know two people there, and one from before. One letter waits." */
export function knownInWords(t: Words, { now, before, waiting }: Place): string {
  const known = peopleInWords(t, now, before)
  return waiting === 0 ? known : `${known} ${capitalized(t('places.waiting', { count: waiting }))}`
}

function peopleInWords(t: Words, now: number, before: number): string {
  if (now === 0 && before === 0) return t('places.known.nobody')
  if (before === 0) return t('places.known.now', { count: now })
  if (now === 0) return t('places.known.before', { count: before })
  return t('places.known.both', { count: now, before })
}

/** What ties one to somebody there: what they do, or did; when one spoke; through whom. */
export function tieInWords(t: Words, colleague: Colleague, wall: Wall): string {
  const { through } = colleague
  return [
    roleInWords(t, colleague),
    lastInWords(t, colleague, wall),
    ...(through === null ? [] : [t('places.people.through', { name: through })]),
  ].join(' ')
}

function roleInWords(t: Words, { role, now, until }: Colleague): string {
  if (now) return role === null ? t('places.people.here') : t('places.people.is', { role })
  const over = { role: role ?? '', until: until ?? '' }
  return t(role === null ? 'places.people.wasHere' : 'places.people.was', over)
}

function lastInWords(t: Words, { spokeOn, lastOn }: Colleague, wall: Wall): string {
  if (spokeOn !== null) return t('places.people.spoke', { day: roughDay(t, spokeOn, wall) })
  if (lastOn !== null) return t('places.people.underway', { day: roughDay(t, lastOn, wall) })
  return t('places.people.never')
}

function ended(text: string): string {
  return /[.!?…]$/u.test(text) ? text : `${text}.`
}
