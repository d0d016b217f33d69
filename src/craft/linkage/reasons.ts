import type { Agreement } from './agreements.ts'

interface Words {
  /** Of the thing in singular and plural: "organisation", "organisations". */
  readonly one: string
  readonly many: string
}

const words: Readonly<Record<string, Words>> = {
  given: { one: 'first name', many: 'first names' },
  family: { one: 'family name', many: 'family names' },
  rest: { one: 'other names', many: 'other names' },
  mail: { one: 'e-mail address', many: 'e-mail addresses' },
  phone: { one: 'phone', many: 'phones' },
  link: { one: 'profile', many: 'profiles' },
  organisation: { one: 'employer', many: 'employers' },
  title: { one: 'title', many: 'titles' },
  birth: { one: 'birthday', many: 'birthdays' },
  street: { one: 'street', many: 'streets' },
  locality: { one: 'place', many: 'places' },
  postcode: { one: 'postcode', many: 'postcodes' },
  country: { one: 'country', many: 'countries' },
  id: { one: 'number', many: 'numbers' },
  gender: { one: 'gender', many: 'genders' },
}

type Sentence = (words: Words, a: string, b: string) => string

const both: Sentence = ({ many }, a, b) => `${many} alike: ${a}, ${b}`

const sentences: Readonly<Record<string, Sentence>> = {
  'given nickname': (_, a, b) => `first names of one person: ${a}, ${b}`,
  'given initial': (_, a, b) => `an initial that fits: ${a}, ${b}`,
  'given part': (_, a, b) => `first names that fit: ${a}, ${b}`,
  'given swapped': (_, a, b) => `first and family name change places: ${a}, ${b}`,
  'family part': (_, a, b) => `family names share a part: ${a}, ${b}`,
  'family elsewhere': (_, a, b) => `the family name of one stands in the other: ${a}, ${b}`,
  'mail shared': (_, a) => `an e-mail address that others have too: ${a}`,
  'mail local': (_, a, b) => `e-mail addresses that begin alike: ${a}, ${b}`,
  'mail named': (_, a, b) => `e-mail addresses made from one name: ${a}, ${b}`,
  'mail kinds': (_, a, b) => `one e-mail address of a house, one of a public service: ${a}, ${b}`,
  'mail house': (_, a, b) => `e-mail at one organisation: ${a}, ${b}`,
  'phone shared': (_, a) => `a phone that others have too: ${a}`,
  'phone tail': (_, a, b) => `phones that end alike: ${a}, ${b}`,
  'phone slip': (_, a, b) => `phones one digit apart: ${a}, ${b}`,
  'link shared': (_, a) => `a profile that others have too: ${a}`,
  'birth slip': (_, a, b) => `birthdays one slip apart: ${a}, ${b}`,
  'birth partly': (_, a, b) => `birthdays agree as far as they are known: ${a}, ${b}`,
  'birth two-slips': (_, a, b) => `birthdays two slips apart: ${a}, ${b}`,
  'birth near': (_, a, b) => `birthdays near each other: ${a}, ${b}`,
  'birth decade': (_, a, b) => `birthdays years apart: ${a}, ${b}`,
  'birth apart': (_, a, b) => `birthdays more than ten years apart: ${a}, ${b}`,
  'postcode slip': (_, a, b) => `postcodes one slip apart: ${a}, ${b}`,
  'postcode area': (_, a, b) => `postcodes of one area: ${a}, ${b}`,
  'organisation part': (_, a, b) => `employers share a name: ${a}, ${b}`,
}

const byLevel: Readonly<Record<string, Sentence>> = {
  same: ({ one }, a, b) => `same ${one} ${a === b || a.length <= b.length ? a : b}`,
  close: both,
  alike: both,
  part: ({ many }, a, b) => `${many} share words: ${a}, ${b}`,
  slip: ({ many }, a, b) => `${many} one slip apart: ${a}, ${b}`,
  'two-slips': ({ many }, a, b) => `${many} two slips apart: ${a}, ${b}`,
}

/** What is less than this, in natural logarithms, says nothing worth reading. */
const telling = 0.2

/** A pair in words: what speaks for it, the most telling first, then what speaks against. */
export function reasonsInEnglish(agreements: readonly Agreement[]): string[] {
  const told = agreements.filter(({ weight }) => Math.abs(weight) >= telling)
  const speaksFor = told.filter(({ weight }) => weight > 0).toSorted((a, b) => b.weight - a.weight)
  const against = told.filter(({ weight }) => weight < 0).toSorted((a, b) => a.weight - b.weight)
  return [...speaksFor, ...against].map(sentenceOf)
}

function sentenceOf({ field, role, level, values: [a, b] }: Agreement): string {
  const own = words[role] ?? { one: field, many: `values of ${field}` }
  const sentence = sentences[`${role} ${level}`] ?? byLevel[level]
  if (sentence) return sentence(own, a, b)
  return `different ${own.many}: ${a}, ${b}`
}
