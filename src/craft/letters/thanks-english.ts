import { daysBetween, type Day } from '../../kit/days.ts'
import { dayInWords, listInWords, weekdayInWords } from '../english.ts'
import { promiseToYou, saysDay, withoutDay } from './promise-words.ts'
import type { ThanksLine, ThanksPhrases } from './thanks-material.ts'

export const englishThanks: ThanksPhrases = {
  subject: ({ day, today }) =>
    daysBetween(day, today) < 7
      ? `Thank you for ${weekdayInWords(day)}`
      : 'Thank you for our conversation',
  greeting: (to) => (to.length === 0 ? 'Hello,' : `Dear ${listInWords(to)},`),
  opening: ({ day, today, place }) => {
    const when = whenInWords(day, today)
    if (place && !speaksOfThem(place)) return `Thank you for your time at ${bare(place)} ${when}.`
    return when === 'today' || when === 'yesterday'
      ? `Thank you for ${when}.`
      : `Thank you for our conversation ${when}.`
  },
  said: (line, to) => [
    `${thingSaid(line, to)} has not left me:`,
    'I could not have read that anywhere, and I am glad that I asked.',
  ],
  alsoSaid: (line, to) => {
    const whose = speakerAmong(line, to)
    if (line.kind === 'advice') return `I have kept ${whose ? `${whose}’s` : 'your'} advice too:`
    return `And I wrote down what ${whose ?? 'you'} told me:`
  },
  nothingSaid: () =>
    'You gave me your time and spoke plainly, and I see your work more clearly than I did before.',
  quoted: (words) => (/[.!?…]$/u.test(words) ? ['“', '”'] : ['“', '”.']),
  promise: ({ text, day }, today) => {
    const words = promiseToYou(text)
    const by = day ? `by ${dayFrom(today, day)}` : ''
    if (words === null) {
      const whole = text.trim().replace(/[.!]$/u, '')
      const said = withoutDay(whole) || whole
      return ['What I promised stands: ', day && !saysDay(said, day) ? `${said}, ${by}` : said, '.']
    }
    return ['I will ', day && !saysDay(words, day) ? `${words} ${by}` : words, '.']
  },
  takingAdvice: 'I mean to follow that advice, and to see where it leads.',
  named: (name) => `Thank you, too, for the name of ${name}.`,
  reportBack: 'May I tell you in a month what came of it?',
}

/** "today", "yesterday", "on Wednesday", "on Wednesday 11 March": as one says it on the day of writing. */
function whenInWords(day: Day, today: Day): string {
  const ago = daysBetween(day, today)
  if (ago === 0) return 'today'
  if (ago === 1) return 'yesterday'
  return `on ${ago > 0 && ago < 7 ? weekdayInWords(day) : dayInWords(day)}`
}

function dayFrom(today: Day, day: Day): string {
  const ahead = daysBetween(today, day)
  return ahead > 0 && ahead < 7 ? weekdayInWords(day) : dayInWords(day)
}

/** Of several, who said it is named; alone, it is "you". */
function speakerAmong({ speaker }: ThanksLine, to: readonly string[]): string | null {
  return to.length > 1 ? speaker : null
}

function thingSaid(line: ThanksLine, to: readonly string[]): string {
  const who = speakerAmong(line, to) ?? 'you'
  if (line.kind === 'advice') return who === 'you' ? 'Your advice' : `${who}’s advice`
  return line.kind === 'fact' ? `One thing ${who} told me` : `One thing ${who} said`
}

/** "his shop" is a note to oneself; in a letter to him it would be odd. */
function speaksOfThem(place: string): boolean {
  return /\b(?:his|her|their|my)\b/iu.test(place)
}

function bare(place: string): string {
  return place.trim().replace(/^at /iu, '')
}
