import { addDays, type Day } from '../../kit/days.ts'
import { longDay, type Wall } from '../words/dates.ts'
import type { Words } from '../words/words.ts'

/** "today", "tomorrow", "yesterday", else "Thursday 12 March". */
export function nearDayOf(t: Words, day: Day, wall: Wall): string {
  if (day === wall.today) return t('day.today')
  if (day === addDays(wall.today, 1)) return t('day.tomorrow')
  if (day === addDays(wall.today, -1)) return t('day.yesterday')
  return longDay(day, wall)
}
