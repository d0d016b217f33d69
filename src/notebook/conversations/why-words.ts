import { capitalized, countInWords, dayInWords } from '../../craft/english.ts'
import type { Why, WhyFacts } from './next-step.ts'

type Sentences = {
  readonly [Code in keyof WhyFacts]: (values: WhyFacts[Code], name: string) => string
}

/** Why something comes next, in an English sentence. `name` is whom it is about: "Ruth Adeyemi". */
export function whyInWords(why: Why, name: string): string {
  return sentenceOf(why, name || 'them')
}

function sentenceOf<Code extends keyof WhyFacts>(
  why: { readonly code: Code; readonly values: WhyFacts[Code] },
  name: string,
): string {
  return sentences[why.code](why.values, name)
}

const sentences: Sentences = {
  'find-a-link': (_, name) => `Find one real thing that links you to ${name}, then write.`,
  'new-reason': (_, name) => `A new reason is wanted before you write to ${name} again.`,
  'link-found': (_, name) => `You know what links you. A short letter to ${name} can be drafted.`,
  'draft-waits': ({ since }, name) =>
    `The letter to ${name} has been ready since ${dayInWords(since)}.`,
  'letter-is-out': ({ since }, name) => `Your letter to ${name} went on ${dayInWords(since)}.`,
  'silent-widen': ({ days }, name) =>
    `${workingDays(days)} since your letter to ${name}. A second person at the same place may answer sooner.`,
  'silent-nudge': ({ days }, name) =>
    `${workingDays(days)} since your letter. One short nudge, then leave ${name} in peace.`,
  'nudge-is-out': ({ since }) =>
    `Your nudge went on ${dayInWords(since)}. Silence is an answer too.`,
  resting: ({ until }) => `Resting until ${dayInWords(until)}.`,
  'rested-long': ({ since }, name) =>
    `At rest since ${dayInWords(since)}. If there is a new reason, ${name} may be glad of it.`,
  'they-said-yes': (_, name) => `${name} said yes. Offer two or three times.`,
  'they-said-later': ({ since }, name) => `${name} said later, on ${dayInWords(since)}.`,
  'later-has-come': (_, name) => `${name} said later, and later has come. You may ask again.`,
  'they-said-no': (_, name) => `${name} said no. A kind word of thanks closes it.`,
  'closed-kindly': () => 'Closed, kindly.',
  agreed: ({ day, clock }) => `Agreed for ${at(day, clock)}.`,
  'confirm-now': ({ day, clock }) =>
    `${capitalized(at(day, clock))}: a short note with your three questions confirms it.`,
  confirmed: ({ day, clock }) => `Confirmed for ${at(day, clock)}.`,
  today: ({ clock, minutes }) =>
    clock ? `Today at ${clock}, ${minutes} minutes.` : `Today, ${minutes} minutes.`,
  'today-confirmed': ({ clock, minutes }) =>
    clock
      ? `Today at ${clock}, ${minutes} minutes, confirmed.`
      : `Today, ${minutes} minutes, confirmed.`,
  'time-has-passed': ({ day }, name) =>
    `You were to speak with ${name} on ${dayInWords(day)}. How was it?`,
  'notes-are-open': (_, name) => `The notes with ${name} are open. Finish them while you remember.`,
  'no-show-mine': (_, name) => `You could not come. Offer ${name} another time.`,
  'no-show-theirs': (_, name) => `${name} could not come. Offer another time.`,
  'while-warm': (_, name) => `Write down what ${name} said while it is warm.`,
  'thank-warm': ({ day }, name) =>
    `You spoke on ${dayInWords(day)}. Thank ${name} while it is warm.`,
  'thank-late': ({ day }, name) =>
    `You spoke on ${dayInWords(day)}. A thank-you is welcome on any day.`,
  'put-away': (_, name) => `Put away what ${name} said: where the words belong, what you will do.`,
  'report-later': ({ from }, name) =>
    `From ${dayInWords(from)} on, ${name} may like to hear what came of it.`,
  'report-back': (_, name) => `Tell ${name} what you did with the advice. Nothing to ask for.`,
  'hello-later': ({ from }) => `A hello can wait until ${dayInWords(from)}.`,
  'next-hello': (_, name) => `A hello to ${name}, if there is a reason.`,
  kept: () => 'Kept.',
  'set-aside': () => 'Set aside.',
  'met-by-chance': (_, name) => `You met ${name} by chance. Write down what was said.`,
  'recall-the-moment': (_, name) =>
    `One line to ${name} that recalls the moment, while both of you remember.`,
  'ask-for-minutes': ({ minutes }, name) =>
    `If you would like more, ask ${name} for ${minutes} minutes.`,
}

function workingDays(days: number): string {
  return capitalized(countInWords(days, 'working day'))
}

function at(day: Parameters<typeof dayInWords>[0], clock: string | null | undefined): string {
  return clock ? `${dayInWords(day)} at ${clock}` : dayInWords(day)
}
