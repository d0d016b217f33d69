import type { ToldField } from './told.ts'

/** Who signs, where the owner has given no name yet. */
export const sampleName = 'Inés Carvalho'

export const toldFields: readonly ToldField[] = [
  {
    key: 'conservation',
    name: 'Conservation science',
    why: 'Slow work with chemistry in it, and something mended at the end of the day.',
    questions: [
      'Does a second career count as age or as patience?',
      'What do the hands do at fifty-five?',
    ],
  },
  {
    key: 'rivers',
    name: 'River restoration',
    why: 'Outdoors, with numbers, and what you repair outlives you.',
    questions: ['How many days of the year are truly outdoors?'],
  },
  {
    key: 'radio',
    name: 'Science radio',
    why: 'Explaining is the part of teaching that never tired me.',
    questions: ['Is there a living in it besides the night shift?'],
  },
]
