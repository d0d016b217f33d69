import { capitalized, nearInWords, onDayInWords } from '../../craft/english.ts'
import type { IntroductionWhy, IntroductionWhyFacts } from '../../craft/introductions/next.ts'
import type { Day } from '../../kit/days.ts'

/** Who takes part, as a sentence calls them; the owner is "you". */
export interface Called {
  readonly connector: string
  readonly requester: string
  readonly target: string
}

interface Told extends Called {
  readonly today: Day | null
}

type Sentence<Code extends keyof IntroductionWhyFacts> = (
  values: IntroductionWhyFacts[Code],
  told: Told,
) => string

/** Why something comes next in an introduction, in an English sentence: the fact, and a way out. */
export function introductionWhyInWords<Code extends keyof IntroductionWhyFacts>(
  why: IntroductionWhy<Code>,
  called: Called,
  today: Day | null = null,
): string {
  const sentence: Sentence<Code> = sentences[why.code]
  return capitalized(sentence(why.values, { ...called, today }))
}

const sentences: { readonly [Code in keyof IntroductionWhyFacts]: Sentence<Code> } = {
  'intro-planned': (_, { connector, target }) =>
    `${connector} can pass you on to ${target}. Write what can be passed on as it is.`,
  'intro-connector-rests': ({ since, until }, { connector, today }) =>
    `${connector} had an introduction for you in hand ${onDayInWords(since, today)}. Let ${connector} rest until ${nearInWords(until, today)}; what can be passed on may be written meanwhile.`,
  'intro-asked-of-you': (_, { requester, target }) =>
    `${requester} would like to meet ${target}. Ask ${target} first, or let it go; no reason is owed.`,
  'intro-idea': (_, { requester, target }) =>
    `Your own idea: ask ${requester} and ${target}, each by themselves.`,
  'intro-other-side': ({ until }, { today }) =>
    `Ask the other as well, without naming the first. It closes quietly on ${nearInWords(until, today)}.`,
  'intro-no-answer-yet': ({ until }, { today }) =>
    `Nothing to do. Without an answer it closes quietly on ${nearInWords(until, today)}.`,
  'intro-both-agreed': () => 'Both would like it. Write the letter that links them.',
  'intro-linked': ({ since }, { today }) =>
    `You brought them together ${onDayInWords(since, today)}. The rest is theirs.`,
  'intro-hear': ({ since }, { requester, today }) =>
    `You brought them together ${onDayInWords(since, today)}. Ask ${requester} once how it went, or let it rest.`,
  'intro-connector-weighs': ({ until }, { connector, today }) =>
    `${connector} is weighing it, and may say no without a reason. It closes quietly on ${nearInWords(until, today)}.`,
  'intro-you-are-asked': ({ until }, { connector, today }) =>
    `${connector} asks whether you would like it. Silence is an answer too; it closes quietly on ${nearInWords(until, today)}.`,
  'intro-you-agreed': ({ until }, { today }) =>
    `You said yes. If nothing comes of it, it closes quietly on ${nearInWords(until, today)}.`,
  'intro-reply': ({ since }, { connector, target, today }) =>
    `${connector} brought you together ${onDayInWords(since, today)}. Write to ${target} within a day, and move ${connector} to bcc.`,
  'intro-meet': (_, { target, connector }) =>
    `You and ${target} can write to each other now. When you have spoken, ${connector} will be glad to hear of it.`,
  'intro-they-write': ({ since }, { today }) =>
    `You were brought together ${onDayInWords(since, today)}. They write first.`,
  'intro-tell': (_, { connector, target }) =>
    `You have spoken with ${target}. Tell ${connector} one thing it gave you.`,
  'intro-thank': (_, { connector }) => `Thank ${connector}, who put their name to yours.`,
  'intro-done': () => 'Passed on, and told.',
  'intro-quiet': () => 'Closed quietly. Nobody is told why.',
}
