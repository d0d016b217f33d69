import { durations } from '../../notebook/today/day-size.ts'
import { capitalized, type Words } from '../words/words.ts'

interface Size {
  readonly conversations: number
  readonly small: number
  readonly about: string | null
}

/** "One conversation, then five small things. About half an hour in all." */
export function sizeInWords(t: Words, { conversations, small, about }: Size): string {
  const known = durations.find((duration) => duration === about)
  if (known === undefined) return t('today.size.nothing')
  const talks = conversations > 0 ? t('today.size.talks', { count: conversations }) : ''
  const things = small > 0 ? t('today.size.things', { count: small }) : ''
  const what = talks && things ? t('today.size.both', { talks, things }) : talks || things
  const duration = t(`today.duration.${known}`)
  return capitalized(t('today.size.whole', { what, duration }))
}
