import { dayInWords } from '../../craft/english.ts'
import { placeInWords } from '../../craft/letters/times-words.ts'
import type { Day } from '../../kit/days.ts'

/** How what somebody did on their page went. */
export const sayings = [
  'chosen',
  'sent',
  'declined',
  'named',
  'asked',
  'past',
  'taken',
  'not-offered',
  'too-late',
  'not-understood',
] as const
export type Said = (typeof sayings)[number]

/** What stands on the page for the other side, beside what the owner wrote and what they said themselves. */
export const inEnglish = {
  title: (owner: string) => `You and ${owner}`,
  owner: (name: string) => name || 'the person who sent you this',
  said: {
    chosen: 'Thank you. The time is agreed.',
    sent: 'Thank you. It is on its way, and you will hear from them.',
    declined: 'Thank you for saying so. Nothing more is asked of you.',
    named: 'It is kept, and holds from now on.',
    asked: 'They are asked to forget you, and will answer you themselves.',
    past: 'That time is over. Choose another one, or say what would suit you.',
    taken: 'That time is not free any more. Choose another one, or say what would suit you.',
    'not-offered': 'That time is not offered any more. Here is how it stands now.',
    'too-late': 'That cannot be changed here any more. Please write to them.',
    'not-understood': 'That was not understood, and nothing was changed.',
  } satisfies Readonly<Record<Said, string>>,
  agreed: 'When you meet',
  off: 'The time that was agreed does not hold any more.',
  noTime: 'No time is agreed yet.',
  calendar: 'Put it into your calendar (.ics)',
  calendarOff: 'Take it out of your calendar (.ics)',
  at: (day: Day, clock: string | null, zone: string) =>
    clock === null ? dayInWords(day) : `${dayInWords(day)}, ${clock} (${placeInWords(zone)})`,
  forOwner: (owner: string, when: string) => `For ${owner}: ${when}`,
  minutes: (count: number) => `${count} minutes`,
  choose: {
    title: 'Which of these suits you?',
    afterNo: 'If one of these suits you after all',
    keep: 'Choose this time',
    allOver: 'The times that were offered are over. Say what would suit you, if you like.',
  },
  zone: { title: 'Show other clocks', label: 'Your zone', show: 'Show these clocks' },
  another: {
    title: 'Say another time',
    move: 'Ask for another time',
    times: (zone: string) => `Up to three times, on the clocks of ${placeInWords(zone)}`,
    time: (number: number) => `Time ${number}`,
    words: 'Or in your own words',
    send: 'Send it',
  },
  decline: {
    title: 'Say no, kindly',
    callOff: 'Call it off',
    means: 'No reason is needed. Nothing more is asked of you.',
    said: (owner: string) => `You said no here, and ${owner} is told.`,
    words: 'A word, if you like',
    send: 'Say no',
  },
  kept: {
    title: 'What is kept about you',
    show: 'See it',
    who: 'Who you are',
    spoke: 'When you spoke',
    said: 'What you said',
    nothingSaid: 'Nothing that can be shown here.',
    besides: (owner: string) =>
      `Besides this there may be private notes: thoughts of ${owner}, what was said off the record or is closed, and what others said, which is theirs. Ask ${owner} for all that is kept about you; it can be given to you on one page.`,
  },
  naming: {
    title: 'How you may be named',
    question: 'When something you said is passed on',
    answers: {
      name: 'With my name',
      role: 'By what I do, without my name',
      none: 'Neither by name nor by what I do',
    },
    notAsked: 'You were not asked yet. Until you answer, nothing is passed on with your name.',
    means:
      'Less than before holds at once, also for what you said before. More than before holds for what you say from now on.',
    keep: 'Keep it',
  },
  forget: {
    title: 'Ask to be forgotten',
    means: (owner: string) =>
      `${owner} will be asked to remove you from the notebook, with your words, and to answer you. Nothing is removed before that.`,
    sure: 'Yes, I ask for this',
    ask: (owner: string) => `Ask ${owner}`,
  },
  foot: (until: string) =>
    `Whoever has this address can open this page, so keep it to yourself. It opens until ${until}. It needs no account, sets no cookie, and nobody is told that you opened it.`,
} as const

export type TheirWords = typeof inEnglish
