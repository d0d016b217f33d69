import { numberInWords, type Words } from '../words/words.ts'

/** "twenty minutes"; the usual lengths in words, others as a figure. */
export function minutesInWords(t: Words, minutes: number): string {
  switch (minutes) {
    case 10:
    case 15:
    case 20:
    case 30:
    case 40:
    case 45:
    case 60:
      return t(`conversations.minutes.m${minutes}`)
    default:
      return t('conversations.minutes.some', {
        count: minutes,
        figure: numberInWords(t, minutes),
      })
  }
}
