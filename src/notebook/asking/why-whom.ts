import { nearInWords } from '../../craft/english.ts'
import type { Day } from '../../kit/days.ts'
import type { Gap } from './gaps.ts'
import type { Suggestion, Way } from './whom-next.ts'

/** Why somebody is the next to ask, in English: who is missing, and how you come to them. */
export function whomInWords(suggestion: Suggestion, today: Day): string {
  const { field, gap, resting, questions } = suggestion
  const [first] = questions
  const open = first ? ` Still open: “${first.text}”` : ''
  const rests = resting
    ? ` ${resting.name} had an introduction for you in hand not long ago, and rests until ${nearInWords(resting.until, today)}.`
    : ''
  return `${missing[gap](field.name)} ${wayInWords(suggestion)}${rests}${open}`
}

const missing: Readonly<Record<Gap, (field: string) => string>> = {
  does: (field) => `Nobody who does it has been heard in ${field} yet.`,
  another: (field) => `Only one who does it has been heard in ${field}.`,
  hires: (field) => `Nobody who hires or leads has been heard in ${field} yet.`,
  left: (field) => `Nobody who left it or stands beside it has been heard in ${field} yet.`,
  new: (field) => `Nobody who is new to it has been heard in ${field} yet.`,
}

function wayInWords({ way, person, through, house }: Suggestion): string {
  const told = { name: person.name, other: through?.name ?? '', house: house ?? '' }
  return onTheWay[way](told)
}

interface Told {
  readonly name: string
  readonly other: string
  readonly house: string
}

const onTheWay: Readonly<Record<Way, (told: Told) => string>> = {
  known: ({ name }) => `You have spoken with ${name} before.`,
  introduced: ({ name, other }) => `${other} can bring you to ${name}.`,
  colleague: ({ name, other, house }) => `${name} is at ${house}, where you know ${other}.`,
  stranger: ({ name }) => `${name} is a stranger still; a letter of your own will do.`,
  name: ({ name }) => `You know nobody to ask; ${name} may give you a name.`,
}
