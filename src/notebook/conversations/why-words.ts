import { capitalized, countInWords, nearInWords, onDayInWords } from '../../craft/english.ts'
import type { Day } from '../../kit/days.ts'
import type { Why, WhyFacts } from './next-step.ts'

/** What a sentence needs beside its facts. */
interface Told {
  /** Whom it is about, "Ruth Adeyemi", as one says it of them and as one says what they do. */
  readonly name: string
  readonly they: string
  /** Days near it are said by their weekday; null says all of them in full. */
  readonly today: Day | null
}

type Sentence<Code extends keyof WhyFacts> = (values: WhyFacts[Code], told: Told) => string

/** Why something comes next, in an English sentence: the fact, and a way out. */
export function whyInWords<Code extends keyof WhyFacts>(
  why: Why<Code>,
  name: string,
  today: Day | null = null,
): string {
  const sentence: Sentence<Code> = sentences[why.code]
  return capitalized(sentence(why.values, { name: name || 'them', they: name || 'they', today }))
}

const sentences: { readonly [Code in keyof WhyFacts]: Sentence<Code> } = {
  'find-a-link': (_, { name }) => `Find one real thing that links you to ${name}, then write.`,
  'new-reason': (_, { name }) => `A new reason is wanted before you write to ${name} again.`,
  'link-found': (_, { name }) =>
    `You know what links you. A short letter to ${name} can be drafted.`,
  'draft-waits': ({ since }, { name, today }) =>
    `The letter to ${name} has been ready since ${nearInWords(since, today)}.`,
  'letter-is-out': ({ since }, { name, today }) =>
    `Your letter to ${name} went ${onDayInWords(since, today)}.`,
  'silent-widen': ({ days }) =>
    `${workingDays(days)}. Keep it open, and write to a second person as well.`,
  'silent-widen-there': ({ days, house }) =>
    `${workingDays(days)}. Keep it open, and write to a second person at ${house} as well.`,
  'silent-widen-to': ({ days, house, second }) =>
    `${workingDays(days)}. Keep it open, and write to a second person at ${house} as well: ${second}, for one.`,
  'silent-widen-elsewhere': ({ days, house }) =>
    `${workingDays(days)}. Letters enough are out at ${house}; write to a second person elsewhere as well.`,
  'silent-nudge': ({ days }, { name }) =>
    `${workingDays(days)} since your letter. One short nudge, then leave ${name} in peace.`,
  'nudge-is-out': ({ since }, { today }) =>
    `Your nudge went ${onDayInWords(since, today)}. Silence is an answer too.`,
  'answer-is-there': ({ since }, { they, today }) =>
    `${they} wrote ${onDayInWords(since, today)}. Open it, and say what it comes to.`,
  resting: ({ until }, { today }) => `Resting until ${nearInWords(until, today)}.`,
  'letter-elsewhere': ({ since }, { name, today }) =>
    `A letter to ${name} of ${nearInWords(since, today)} waits for an answer in another conversation. This one can wait with it.`,
  'rests-elsewhere': ({ until }, { they, today }) =>
    `${they} did not answer in another conversation. From ${nearInWords(until, today)} on a new reason may begin anew.`,
  'house-full': ({ letters, house }) =>
    letters === 1
      ? `One letter to people at ${house} waits for an answer. The next goes when it has come back, or rests.`
      : `${countInWords(letters, 'letter')} to people at ${house} wait for an answer. The next goes when one of them has come back, or rests.`,
  'rested-long': ({ since }, { they, today }) =>
    `At rest since ${nearInWords(since, today)}. If there is a new reason, ${they} may be glad of it.`,
  'they-said-yes': (_, { they }) => `${they} said yes. Offer two or three times.`,
  'they-said-later': ({ since }, { they, today }) =>
    `${they} said later, ${onDayInWords(since, today)}.`,
  'later-has-come': (_, { they }) => `${they} said later, and later has come. You may ask again.`,
  'they-said-no': (_, { they }) => `${they} said no. A kind word of thanks closes it.`,
  'closed-kindly': () => 'Closed, kindly.',
  agreed: ({ day, clock }, { today }) => `Agreed for ${at(day, clock, today)}.`,
  'confirm-now': ({ day, clock }, { today }) =>
    `${at(day, clock, today)}: a short note with your three questions confirms it.`,
  confirmed: ({ day, clock }, { today }) => `Confirmed for ${at(day, clock, today)}.`,
  today: ({ clock, minutes }) =>
    clock
      ? `Today at ${clock}, ${countInWords(minutes, 'minute')}.`
      : `Today, ${countInWords(minutes, 'minute')}.`,
  'today-confirmed': ({ clock, minutes }) =>
    clock
      ? `Today at ${clock}, ${countInWords(minutes, 'minute')}, confirmed.`
      : `Today, ${countInWords(minutes, 'minute')}, confirmed.`,
  'time-has-passed': ({ day }, { name, today }) =>
    `You were to speak with ${name} ${onDayInWords(day, today)}. How was it?`,
  'notes-are-open': (_, { name }) =>
    `The notes with ${name} are open. Finish them while you remember.`,
  'no-show-mine': (_, { name }) => `You could not come. Offer ${name} another time.`,
  'no-show-theirs': (_, { they }) => `${they} could not come. Offer another time.`,
  'while-warm': (_, { they }) => `Write down what ${they} said while it is warm.`,
  'thank-warm': ({ day }, { name, today }) =>
    `You spoke ${onDayInWords(day, today)}. Thank ${name} while it is warm.`,
  'thank-late': ({ day }, { today }) =>
    `You spoke ${onDayInWords(day, today)}. A thank-you is welcome on any day.`,
  'put-away': (_, { they }) =>
    `Put away what ${they} said: where the words belong, what you will do.`,
  'report-later': ({ from }, { they, today }) =>
    `From ${nearInWords(from, today)} on, ${they} may like to hear what came of it.`,
  'report-back': (_, { name }) => `Tell ${name} what you did with the advice. Nothing to ask for.`,
  'hello-later': ({ from }, { today }) => `A hello can wait until ${nearInWords(from, today)}.`,
  'next-hello': (_, { name }) => `A hello to ${name}, if there is a reason.`,
  kept: () => 'Kept.',
  'set-aside': () => 'Set aside.',
  'met-by-chance': (_, { name }) => `You met ${name} by chance. Write down what was said.`,
  'recall-the-moment': (_, { name }) =>
    `One line to ${name} that recalls the moment, while both of you remember.`,
  'ask-for-minutes': ({ minutes }, { name }) =>
    `If you would like more, ask ${name} for ${countInWords(minutes, 'minute')}.`,
}

function workingDays(days: number): string {
  return countInWords(days, 'working day')
}

function at(day: Day, clock: string | undefined, today: Day | null): string {
  const when = onDayInWords(day, today).replace(/^on /u, '')
  return clock ? `${when} at ${clock}` : when
}
