import { dayInWords } from '../../craft/english.ts'
import type { Day } from '../../kit/days.ts'

/** What stands on the page on which a side answers, beside what the owner wrote for them. */
export const inEnglish = {
  title: 'May I bring you together?',
  owner: (name: string) => name || 'the person who sent you this',
  asks: (owner: string) => `${owner} knows somebody who may be worth your time.`,
  named: (name: string) => `It is ${name}.`,
  unnamed: 'Who it is you are told when both of you have said yes.',
  about: (about: string) => `It is about ${about}.`,
  reason: (owner: string) => `Why ${owner} thought of you`,
  minutes: (count: number) => `It would cost you ${count} minutes, by phone or however you like.`,
  question: 'Your answer',
  yes: 'Yes, gladly',
  no: 'No, thank you',
  private: (owner: string, until: Day) =>
    `A no is written down nowhere, and neither ${owner} nor anybody else is told: it looks as if you had not answered. You may answer until ${dayInWords(until)}; afterwards it closes by itself.`,
  didNo:
    'Thank you. Nothing was written down. Should you think otherwise, you may still say yes here.',
  waiting: (owner: string, until: Day) =>
    `You said yes. If it comes about, ${owner} writes to both of you. If nothing comes of it until ${dayInWords(until)}, it has closed quietly. Should it not suit you any more, tell ${owner}.`,
  quiet: 'Nothing came of this, and nothing is left to be done. Thank you for reading it.',
  made: (name: string) => `You were brought together with ${name}.`,
  foot: 'Whoever has this address can open this page, so keep it to yourself. It needs no account, sets no cookie, and nobody is told that you opened it.',
} as const

export type AnswerWords = typeof inEnglish
