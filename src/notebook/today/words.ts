import { capitalized, countInWords, dayInWords, weekdayInWords } from '../../craft/english.ts'
import { daysBetween, type Day } from '../../kit/days.ts'
import { isOver, type By, type Now } from '../conversations/moment.ts'
import type { DaySize, Duration, TodayFacts, TodayItem, TodayWhy } from './today.ts'

/** The day's size, in a sentence or two. */
export function sizeInWords({ conversations, small, about }: DaySize): string {
  if (about === null) return 'Nothing waits today. Whom would you like to hear next?'
  const talks = conversations > 0 ? countInWords(conversations, 'conversation') : ''
  const things = small > 0 ? countInWords(small, 'small thing') : ''
  const both = talks && things ? `${talks}, then ${things}` : talks || things
  return `${capitalized(both)}. About ${durationWords[about]} in all.`
}

export const restInWords = 'That is all for today. The rest can sleep.'

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
  if (gone) return `since ${dayNear(by.day, now.day)}`
  if (ahead === 0) return `by ${by.clock ?? 'tonight'}`
  const day = ahead === 1 ? 'tomorrow' : dayNear(by.day, now.day)
  return by.clock === null ? `by ${day}` : `by ${day}, ${by.clock}`
}

/** The sentence of an item of today, with the line they said where there is one. */
export function itemInWords(item: TodayItem, today: Day): string {
  const sentence = whyInWords(item.why, today)
  return item.quote === null ? sentence : `${sentence} “${item.quote}”`
}

/** Why this is the next step, said as a friend would who has time. */
export function whyInWords<Code extends keyof TodayFacts>(why: TodayWhy<Code>, today: Day): string {
  const sentence: Sentence<Code> = sentences[why.code]
  return sentence(why.values, today)
}

type Sentence<Code extends keyof TodayFacts> = (values: TodayFacts[Code], today: Day) => string

const sentences: { readonly [Code in keyof TodayFacts]: Sentence<Code> } = {
  'find-a-link': () => 'Read what they have made public, and find one real thing that links you.',
  'new-reason': () => 'It has rested. Begin anew when you have a new reason to write.',
  'link-found': () => 'You know what links you. A short letter is next.',
  'draft-waits': ({ since }, today) =>
    `The letter is drafted since ${dayNear(since, today)}. Send it when it is right.`,
  'letter-is-out': ({ since }, today) => `Your letter went ${onDay(since, today)}. There is time.`,
  'silent-widen': ({ days }) =>
    `${capitalized(countInWords(days, 'working day'))}. Keep it open, and write to a second person as well.`,
  'silent-nudge': ({ days }) =>
    `${capitalized(countInWords(days, 'working day'))} since your letter. One short nudge, then leave them in peace.`,
  'nudge-is-out': ({ since }, today) =>
    `Your nudge went ${onDay(since, today)}. Silence is an answer too.`,
  resting: ({ until }, today) => `Rest until ${dayNear(until, today)}.`,
  'rested-long': ({ since }, today) =>
    `It rests since ${dayNear(since, today)}. Write again if there is a new reason, or leave it.`,
  'they-said-yes': ({ since }, today) =>
    `They said yes ${onDay(since, today)}. Offer two or three times, in their time zone.`,
  'they-said-later': ({ since }, today) => `They said later, ${onDay(since, today)}.`,
  'later-has-come': ({ since }, today) =>
    `They said later, ${onDay(since, today)}. It may be time to ask again.`,
  'they-said-no': () => 'They answered, and it is no. Thank them for telling you.',
  'closed-kindly': () => 'It closed kindly. Nothing is due.',
  agreed: ({ day, clock }, today) => `You agreed on ${at(day, clock, today)}.`,
  'confirm-now': ({ day, clock }, today) =>
    `You agreed on ${at(day, clock, today)}. A short note with your questions confirms it.`,
  confirmed: ({ day, clock }, today) =>
    `${capitalized(at(day, clock, today))}, and both of you know.`,
  today: ({ minutes, clock }) => `${todayAt(clock)}, ${countInWords(minutes, 'minute')}.`,
  'today-confirmed': ({ minutes, clock }) =>
    `${todayAt(clock)}, ${countInWords(minutes, 'minute')}. It is confirmed.`,
  'time-has-passed': ({ day }, today) => `You had agreed on ${dayNear(day, today)}. How did it go?`,
  'notes-are-open': () => 'Your notes are open.',
  'no-show-mine': () => 'You could not come. Say so plainly, and offer two other times.',
  'no-show-theirs': () => 'They could not come. Offer two other times, or let it rest.',
  'while-warm': () => 'Write down what was said while it is warm.',
  'thank-warm': ({ day }, today) => `You spoke ${onDay(day, today)}. Thank them while it is warm.`,
  'thank-late': ({ day }, today) =>
    `You spoke ${onDay(day, today)}. A late word of thanks is still one.`,
  'put-away': () => 'A few minutes with your notes, and it is put away.',
  'report-later': ({ from }, today) => `From ${dayNear(from, today)} you can tell what came of it.`,
  'report-back': () => 'Tell them what you did with what they told you. Nothing else is needed.',
  'hello-later': ({ from }, today) => `Nothing due before ${dayNear(from, today)}.`,
  'next-hello': () => 'It has been a while. A hello, if there is a reason.',
  kept: () => 'Nothing due.',
  'set-aside': () => 'Let rest. Nothing is due.',
  'met-by-chance': () => 'You met by chance. Write down the one thing they said.',
  'recall-the-moment': () => 'One line that recalls the moment, while they remember it too.',
  'ask-for-minutes': ({ minutes }) =>
    `You could ask them for ${countInWords(minutes, 'minute')}, or keep it as it is.`,
  'you-promised': ({ text }) => `You promised: ${ended(text)}`,
  'they-promised': ({ text }) =>
    `They promised: ${ended(text)} A word of thanks is reason enough to write.`,
}

/** "Wednesday" within six days either way, else "Wednesday 11 March". */
function dayNear(day: Day, today: Day): string {
  const away = daysBetween(today, day)
  if (away === 0) return 'today'
  return Math.abs(away) < 7 ? weekdayInWords(day) : dayInWords(day)
}

function onDay(day: Day, today: Day): string {
  const ago = daysBetween(day, today)
  if (ago === 0) return 'today'
  if (ago === 1) return 'yesterday'
  return `on ${dayNear(day, today)}`
}

function at(day: Day, clock: string | undefined, today: Day): string {
  const when = daysBetween(today, day) === 1 ? 'tomorrow' : dayNear(day, today)
  return clock === undefined ? when : `${when} at ${clock}`
}

function todayAt(clock: string | undefined): string {
  return clock === undefined ? 'Today' : `At ${clock}`
}

function ended(text: string): string {
  const trimmed = text.trim()
  return /[.!?…]$/u.test(trimmed) ? trimmed : `${trimmed}.`
}
