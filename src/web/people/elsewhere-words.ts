import { plainDay, type Wall } from '../words/dates.ts'
import type { Words } from '../words/words.ts'
import type { Person } from './shapes.ts'

type Exchange = NonNullable<Person['lastExchange']>

/** "You last wrote on 3 March: the chapter": contact elsewhere, as calendars and mail tell of it. */
export function elsewhereInWords(t: Words, last: Exchange, wall: Wall): string {
  const { day, subject } = last
  const what = t(`people.elsewhere.${wayOf(last)}`, { day: plainDay(day, wall) })
  return subject === null || subject === ''
    ? t('people.elsewhere.bare', { what })
    : t('people.elsewhere.about', { what, subject })
}

function wayOf({ channel, direction }: Exchange) {
  if (channel !== 'mail') return channel
  return direction === 'both' ? 'mail' : direction
}
