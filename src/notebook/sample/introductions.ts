import type { ToldIntroduction } from './told.ts'

/** Two on their way; both wait, and ask nothing of the day. */
export const toldIntroductions: readonly ToldIntroduction[] = [
  {
    shape: 'idea',
    requester: 'davide',
    target: 'eleni',
    lines: {
      requester: 'a glass restorer with a box of old blue that nobody can date',
      target: 'a chemist who lends out a spectrometer one Thursday a month',
    },
    reasons: {
      requester: 'Your blue could be read there in a morning.',
      target: 'You say that things reach you too late to be asked; he still has the fragments.',
    },
    both: 'One has blue glass, the other the light to read it',
    about: 'the age of blue glass',
    question: 'Would one Thursday be enough for twelve fragments?',
    steps: [
      { kind: 'asked', side: 'requester', ago: -5 },
      { kind: 'yes', side: 'requester', ago: -3 },
      { kind: 'asked', side: 'target', ago: -3 },
    ],
  },
  {
    shape: 'asked',
    requester: 'samir',
    target: 'clara',
    lines: {
      requester: 'a conservator in his second year who records the sounds of a workshop',
      target: 'an editor who makes science audible at night',
    },
    reasons: {
      requester: 'She knows in a minute whether a sound can carry a story.',
      target: 'He has eleven hours of paper being mended, and nobody has heard them.',
    },
    both: 'He has the sounds, she has the hour in which people listen',
    about: 'what a workshop sounds like',
    question: 'Which of three recordings would you listen to until its end?',
    steps: [
      { kind: 'requested', ago: -6 },
      { kind: 'asked', side: 'target', ago: -2 },
    ],
  },
]
