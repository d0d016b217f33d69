import { clockIn } from '../../kit/days.ts'
import type { Wall } from '../words/dates.ts'
import { capitalized, type Words } from '../words/words.ts'
import { minutesInWords } from './minutes-words.ts'
import type { Brief, Conversation } from './types.ts'
import { nearDayOf } from './when-words.ts'
import { zoneInWords } from './zone-words.ts'

/** "Today at 16:00, twenty minutes. You call +34 555 0142." */
export function headInWords(
  t: Words,
  conversation: Conversation,
  { wall, phone }: { readonly wall: Wall; readonly phone: string | null },
): string {
  return [whenInWords(t, conversation, wall), howInWords(t, conversation, phone)]
    .filter((part) => part !== null)
    .join(' ')
}

function whenInWords(t: Words, { start, minutes: asked }: Conversation, wall: Wall): string {
  const minutes = minutesInWords(t, asked)
  if (start === null) return t('conversations.head.noTime', { minutes })
  const day = nearDayOf(t, start.day, wall)
  if (start.clock === null) return capitalized(t('conversations.head.day', { day, minutes }))
  const told = { day, minutes, clock: start.clock }
  const { zone = wall.zone } = start
  return capitalized(
    zone === wall.zone
      ? t('conversations.head.time', told)
      : t('conversations.head.timeZone', { ...told, zone: zoneInWords(zone) }),
    wall.locale,
  )
}

function howInWords(
  t: Words,
  { medium, place }: Conversation,
  phone: Brief['who'][number]['phone'],
): string | null {
  if (medium === 'call' && (place ?? phone)) {
    return t('conversations.head.call', { phone: place ?? phone ?? '' })
  }
  const at = place === null ? null : t('conversations.head.at', { place: capitalized(place) })
  const by = medium === null || medium === 'in-person' ? null : t(`conversations.head.by.${medium}`)
  return [by, at].filter((part) => part !== null).join(' ') || null
}

/** "Ruth Adeyemi, today at 16:00" above what follows a conversation. */
export function spokeInWords(
  t: Words,
  { heldOn, start, steps }: Conversation,
  { names, wall }: { readonly names: string; readonly wall: Wall },
): string {
  if (heldOn === null) return names
  const day = nearDayOf(t, heldOn, wall)
  const began = steps.findLast(({ kind, day: on }) => kind === 'started' && on === heldOn)
  const agreed = start?.day === heldOn ? start.clock : null
  const clock = began ? clockIn(wall.zone, began.at) : agreed
  return clock === null
    ? t('conversations.head.spoke', { names, day })
    : t('conversations.head.spokeAt', { names, day, clock })
}
