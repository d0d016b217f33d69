import { capitalized, countInWords, nearInWords, onDayInWords } from '../../craft/english.ts'
import type { IntroductionWhyFacts } from '../../craft/introductions/next.ts'
import { daysBetween, type Day } from '../../kit/days.ts'
import { isOver, type By, type Now } from '../conversations/moment.ts'
import { whyInWords } from '../conversations/why-words.ts'
import { introductionWhyInWords } from '../introductions/why-words.ts'
import type { DaySize, Duration } from './day-size.ts'
import type { HeardFacts, HeardWhy } from './heard.ts'
import type { MailWhy } from './mail-trouble.ts'
import type { TodayFacts, TodayItem, TodayWhy } from './today.ts'

/** The day's size, in a sentence or two. */
export function sizeInWords({ conversations, small, about }: DaySize): string {
  if (about === null) return 'Nothing waits today. Whom would you like to hear next?'
  const talks = conversations > 0 ? countInWords(conversations, 'conversation') : ''
  const things = small > 0 ? countInWords(small, 'small thing') : ''
  const both = talks && things ? `${talks}, then ${things}` : talks || things
  return `${capitalized(both)}. About ${durationWords[about]} in all.`
}

const durationWords: Readonly<Record<Duration, string>> = {
  'five-minutes': 'five minutes',
  'ten-minutes': 'ten minutes',
  quarter: 'a quarter of an hour',
  'twenty-minutes': 'twenty minutes',
  'half-hour': 'half an hour',
  'three-quarters': 'three quarters of an hour',
  hour: 'an hour',
  'hour-and-a-half': 'an hour and a half',
  'two-hours': 'two hours',
  longer: 'an afternoon',
}

/** "by 17:30", "by tomorrow, 9:00", "by Saturday", "by Thursday 2 April"; what has passed is "since Tuesday". */
export function byInWords(by: By, now: Now): string {
  const ahead = daysBetween(now.day, by.day)
  const gone = isOver(by, now)
  if (gone && ahead === 0) return `since ${by.clock ?? 'today'}`
  if (gone) return `since ${nearInWords(by.day, now.day)}`
  if (ahead === 0) return `by ${by.clock ?? 'tonight'}`
  const day = ahead === 1 ? 'tomorrow' : nearInWords(by.day, now.day)
  return by.clock === null ? `by ${day}` : `by ${day}, ${by.clock}`
}

/** The sentence of an item of today, with the line they said where there is one. */
export function itemInWords({ why, who, quote }: TodayItem, today: Day): string {
  const sentence = todayWhyInWords(why, who?.name ?? '', today)
  return quote === null ? sentence : `${sentence} “${quote}”`
}

/** Why something stands on the page of today; the promises have their own words. */
export function todayWhyInWords(why: TodayWhy, name: string, today: Day): string {
  if (why.code === 'you-promised') return `You promised: ${ended(why.values.text)}`
  if (why.code === 'sat-there-too') return thankTooInWords(why.values, name, today)
  if (isAboutMail(why)) return mailInWords(why, name)
  if (isHeard(why)) return heardInWords(why, name, today)
  if (isAboutIntroduction(why)) return introductionWhyInWords(why, why.values, today)
  if (why.code !== 'they-promised') return whyInWords(why, name, today)
  const promised = `${name || 'They'} promised: ${ended(why.values.text)}`
  return `${promised} A word of thanks is reason enough to write.`
}

function thankTooInWords(
  { thanked, since }: TodayFacts['sat-there-too'],
  name: string,
  today: Day,
): string {
  return `${name || 'They'} sat there too. You thanked ${thanked} ${onDayInWords(since, today)}.`
}

function heardInWords<Code extends keyof HeardFacts>(
  why: HeardWhy<Code>,
  name: string,
  today: Day,
): string {
  const sentence: Heard<Code> = heard[why.code]
  return sentence(why.values, name || 'They', today)
}

type Heard<Code extends keyof HeardFacts> = (
  values: HeardFacts[Code],
  they: string,
  today: Day,
) => string

const heard: { readonly [Code in keyof HeardFacts]: Heard<Code> } = {
  'they-chose': (values, they, today) => `${they} chose ${meetingInWords(values, today)}.`,
  'they-named-a-time': (values, they, today) =>
    `${they} would rather have another time: ${meetingInWords(values, today)}.`,
  'they-named-times': ({ text }, they) => `${they} would rather have another time: ${ended(text)}`,
  'they-declined': (_, they) => `${they} said no on their page.`,
  'they-said-how-to-name-them': (_, they) => `${they} said how they may be named.`,
  'they-ask-to-be-forgotten': (_, they) =>
    `${they} asked to be forgotten. Forget them, or answer them.`,
  'they-wrote': (_, they) => `${they} wrote to you. Open it, and say what it comes to.`,
  'letter-came-back': ({ text }, they) =>
    `Your letter to ${they === 'They' ? 'them' : they} did not arrive. ${text}`.trim(),
}

function isAboutMail(why: TodayWhy): why is MailWhy {
  return why.code === 'letter-unsure' || why.code === 'letter-failed'
}

function mailInWords(why: MailWhy, name: string): string {
  const letter = `Your letter to ${name || 'them'}`
  if (why.code === 'letter-failed') return `${letter} did not go. ${ended(why.values.text)}`.trim()
  return `${letter} may have gone: the line broke. Look into your Sent folder, and say which it was.`
}

function isHeard(why: TodayWhy): why is HeardWhy {
  return Object.hasOwn(heard, why.code)
}

function meetingInWords(
  { day, clock }: { readonly day: Day; readonly clock?: string },
  today: Day,
): string {
  const when = onDayInWords(day, today).replace(/^on /u, '')
  return clock === undefined ? when : `${when} at ${clock}`
}

function isAboutIntroduction(why: TodayWhy): why is TodayWhy<keyof IntroductionWhyFacts> {
  return why.code.startsWith('intro-')
}

function ended(text: string): string {
  const trimmed = text.trim()
  return trimmed === '' || /[.!?…]$/u.test(trimmed) ? trimmed : `${trimmed}.`
}
