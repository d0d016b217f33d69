import { dayInWords } from '../../craft/english.ts'
import { placeInWords } from '../../craft/letters/times-words.ts'
import type { Day } from '../../kit/days.ts'

/** What stands on the page for the other side, beside what the owner wrote and what they said themselves. */
export const inEnglish = {
  title: (owner: string) => `You and ${owner}`,
  owner: (name: string) => name || 'the person who sent you this',
  agreed: 'When you meet',
  off: 'The time that was agreed does not hold any more.',
  noTime: 'No time is agreed yet.',
  calendar: 'Put it into your calendar (.ics)',
  calendarOff: 'Take it out of your calendar (.ics)',
  at: (day: Day, clock: string | null, zone: string) =>
    clock === null ? dayInWords(day) : `${dayInWords(day)}, ${clock} (${placeInWords(zone)})`,
  forOwner: (owner: string, when: string) => `For ${owner} that is ${when}.`,
  minutes: (count: number) => `${count} minutes.`,
  foot: (until: string) =>
    `Whoever has this address can open this page, so keep it to yourself. It opens until ${until}. It needs no account, sets no cookie, and nobody is told that you opened it.`,
} as const

export type TheirWords = typeof inEnglish
