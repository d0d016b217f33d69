/** A clock of the craft that turns today: its group, its name. */
export const clocksShown = {
  outreach: [
    'widenAfter',
    'nudgeAfter',
    'restAfterNudge',
    'reopenDays',
    'laterDays',
    'scheduleWithin',
  ],
  meeting: [
    'workingHours',
    'wakingHours',
    'offerAheadDays',
    'offerWithinDays',
    'confirmHoursBefore',
  ],
  after: [
    'captureHours',
    'thanksHours',
    'thanksLateAfterHours',
    'followUpHours',
    'debriefHours',
    'firstUpdateDays',
    'promiseDefaultDays',
  ],
  introduction: ['askExpiresDays', 'outcomeDays', 'connectorRestDays'],
} as const

export type ClockGroup = keyof typeof clocksShown
export type ClockName = (typeof clocksShown)[ClockGroup][number]
export type Clock = number | readonly number[]
export type Clocks = Readonly<Record<string, Readonly<Record<string, Clock>>>>

/** One clock set anew; set to what is usual it is no longer one's own. */
export function withClock(
  own: Clocks,
  usual: Clocks,
  { group, name, value }: { group: string; name: string; value: Clock },
): Record<string, Record<string, number | number[]>> {
  const { [name]: _before, ...others } = own[group] ?? {}
  const isUsual = JSON.stringify(usual[group]?.[name]) === JSON.stringify(value)
  const all = { ...own, [group]: isUsual ? others : { ...others, [name]: value } }
  return Object.fromEntries(
    Object.entries(all)
      .filter(([, clocks]) => Object.keys(clocks).length > 0)
      .map(([key, clocks]) => [key, Object.fromEntries(Object.entries(clocks).map(plain))]),
  )
}

function plain([name, value]: [string, Clock]): [string, number | number[]] {
  return [name, typeof value === 'number' ? value : [...value]]
}

/** What was typed, as hours or days; null for what is no number, or less than nothing. */
export function clockFrom(text: string): number | null {
  const value = Number(text.replace(',', '.'))
  return text.trim() !== '' && Number.isFinite(value) && value >= 0 ? value : null
}
