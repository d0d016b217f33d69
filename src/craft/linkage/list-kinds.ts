import type { Aspect, Clues, Setting } from './aspects.ts'
import { type Birth, birthOf, compareBirths, type DayOrder } from './birth.ts'
import { listAspect, type ListKind } from './list-aspect.ts'
import { houseOf, madeFrom, type Mail, mailOf, namesSomebody } from './mail.ts'
import { companyWords } from './name-words.ts'
import { type Phone, phoneOf } from './phone.ts'
import { plainWords } from './plain-text.ts'
import { linkOf } from './profile-link.ts'
import { type Field, type Role, valuesOf } from './records.ts'
import { jaroWinkler, slips } from './similarity.ts'

interface Text {
  readonly text: string
  readonly words: readonly string[]
}

const close = 0.92
const alike = 0.85

/** The aspect of one column whose role is no part of a name. */
export function aspectOf({ name, role }: Field, setting: Setting): Aspect {
  const own = makers[role]
  return own ? own(name, setting) : listAspect(name, textsOf(role))
}

const makers: Readonly<Partial<Record<Role, (name: string, setting: Setting) => Aspect>>> = {
  mail: (name, { nameFields }) => listAspect(name, mails(nameFields)),
  phone: (name, { region }) => listAspect(name, phones(region)),
  link: (name) => listAspect(name, links),
  organisation: (name) => listAspect(name, organisations),
  birth: (name, { dayOrder }) => listAspect(name, births(dayOrder)),
  postcode: (name) => listAspect(name, postcodes),
  id: (name) => listAspect(name, ids),
  gender: (name) => listAspect(name, genders),
  country: (name) => listAspect(name, countries),
}

/** An address, and whether it is only the name of its owner over again. */
interface OwnMail extends Mail {
  readonly made: boolean
}

function mails(nameFields: readonly string[]): ListKind<OwnMail> {
  return {
    role: 'mail',
    read(written, record) {
      const mail = mailOf(written)
      if (!mail) return null
      const words = nameFields.flatMap((field) => valuesOf(record, field).flatMap(plainWords))
      return { ...mail, made: madeFrom(words, mail) }
    },
    keyOf: ({ address, made }) => (made ? `${address} made` : address),
    termOf: ({ address }) => address,
    cluesOf: (mail) => ({
      alone: [[mail.address], namesSomebody(mail) ? [mail.local] : []],
      beside: [[houseOf(mail) ?? []].flat()],
    }),
    compare: compareMails,
  }
}

function compareMails(a: OwnMail, b: OwnMail): string {
  const made = a.made && b.made
  const begin = a.local === b.local && namesSomebody(a)
  if (begin && !made) return 'local'
  if (!made && closeMails(a, b)) return 'close'
  const [houseOfA, houseOfB] = [houseOf(a), houseOf(b)]
  if ((houseOfA === null) !== (houseOfB === null)) return 'kinds'
  if (begin) return 'named'
  return houseOfA !== null && houseOfA === houseOfB ? 'house' : 'other'
}

/**
 * A slip or two within a part that names somebody, or within the house's name. A number is no slip: a house gives it to
 * tell two people of one name apart.
 */
function closeMails(a: Mail, b: Mail): boolean {
  if (a.domain !== b.domain && a.local[0] !== b.local[0]) return false
  if (!namesSomebody(a) || !namesSomebody(b)) return false
  if (a.local.replaceAll(/\D/g, '') !== b.local.replaceAll(/\D/g, '')) return false
  if (a.domain === b.domain) {
    return slips(a.local, b.local, 2) <= 2 || jaroWinkler(a.local, b.local) >= close
  }
  return slips(a.address, b.address, 2) <= 2
}

function phones(region: string | undefined): ListKind<Phone> {
  return {
    role: 'phone',
    read: (written) => phoneOf(written, region),
    keyOf: ({ number }) => number,
    cluesOf: ({ number, tail }) => ({ alone: [[number], [tail]] }),
    compare(a, b) {
      if (a.tail.length >= 7 && a.tail === b.tail) return 'tail'
      return slips(a.number, b.number, 1) === 1 ? 'slip' : 'other'
    },
  }
}

const links: ListKind<string> = {
  role: 'link',
  read: linkOf,
  keyOf: (link) => link,
  cluesOf: (link) => ({ alone: [[link]] }),
  compare: () => 'other',
}

const organisations: ListKind<Text> = {
  role: 'organisation',
  read(written) {
    const all = plainWords(written)
    const told = all.filter((word) => !companyWords.has(word))
    return textOf(told.length ? told : all)
  },
  keyOf: ({ text }) => text,
  cluesOf: asWhole,
  compare(a, b) {
    if (a.text.replaceAll(' ', '') === b.text.replaceAll(' ', '')) return 'close'
    if (jaroWinkler(a.text, b.text) >= close) return 'close'
    return contained(a, b) ? 'part' : 'other'
  },
}

function births(dayOrder: DayOrder): ListKind<Birth> {
  return {
    role: 'birth',
    read: (written) => birthOf(written, dayOrder),
    keyOf: ({ year, month, day }) => `${year}-${month}-${day}`,
    cluesOf: ({ year, month, day }) => ({
      beside: [year ? [`${year}`] : [], month && day ? [`${month}-${day}`] : []],
      whole: month && day ? [`${year}-${month}-${day}`] : [],
    }),
    compare: compareBirths,
  }
}

const postcodes: ListKind<string> = {
  role: 'postcode',
  read: compact,
  keyOf: (code) => code,
  cluesOf: asWhole,
  compare(a, b) {
    if (slips(a, b, 1) === 1) return 'slip'
    const area = Math.max(2, Math.min(a.length, b.length) - 3)
    return a.slice(0, area) === b.slice(0, area) ? 'area' : 'other'
  },
}

const ids: ListKind<string> = {
  role: 'id',
  read: compact,
  keyOf: (code) => code,
  cluesOf: (code) => ({ alone: [[code]], beside: [[code.slice(0, 4)], [code.slice(-4)]] }),
  compare(a, b) {
    if (a.length < 5 || b.length < 5) return 'other'
    const between = slips(a, b, 2)
    if (between === 1) return 'slip'
    return between === 2 ? 'two-slips' : 'other'
  },
}

const genders: ListKind<string> = {
  role: 'gender',
  read: (written) => compact(written)?.slice(0, 1) ?? null,
  keyOf: (gender) => gender,
  cluesOf: () => ({}),
  compare: () => 'other',
}

const countries: ListKind<string> = {
  role: 'country',
  read: compact,
  keyOf: (country) => country,
  cluesOf: () => ({}),
  compare: () => 'other',
}

function textsOf(role: Role): ListKind<Text> {
  return {
    role,
    read: (written) => textOf(plainWords(written)),
    keyOf: ({ text }) => text,
    cluesOf: ({ text, words }) => ({
      alone: [[], neighbours(words)],
      beside: [[text]],
      whole: [text],
    }),
    compare: compareTexts,
  }
}

function compareTexts(a: Text, b: Text): string {
  const number = /^\d+$/
  if (number.test(a.text) && number.test(b.text)) {
    return a.text.length > 3 && slips(a.text, b.text, 1) === 1 ? 'close' : 'other'
  }
  const similar = Math.max(jaroWinkler(a.text, b.text), sharedWords(a, b))
  if (similar >= close) return 'close'
  if (similar >= alike) return 'alike'
  return contained(a, b) ? 'part' : 'other'
}

/** Of longer texts, how many words are the same (Dice), set on the scale of the similarity of letters. */
function sharedWords(a: Text, b: Text): number {
  if (Math.min(a.words.length, b.words.length) < 3) return 0
  const shared = a.words.filter((word) => b.words.includes(word)).length
  return 0.6 + (0.8 * shared) / (a.words.length + b.words.length)
}

/** Two words that stand together in a text of three and more tell as much as a name. */
function neighbours(words: readonly string[]): string[] {
  if (words.length < 3) return []
  return words.slice(1, 9).map((word, at) => `${words[at]} ${word}`)
}

/** At least half of the words of the shorter one stand in the longer one. */
function contained(a: Text, b: Text): boolean {
  const [short, long] = a.words.length <= b.words.length ? [a, b] : [b, a]
  const telling = short.words.filter((word) => word.length > 2)
  if (telling.length === 0) return false
  return telling.filter((word) => long.words.includes(word)).length * 2 >= telling.length
}

function textOf(words: readonly string[]): Text | null {
  return words.length ? { text: words.join(' '), words: words.slice(0, 20) } : null
}

function asWhole(_: unknown, key: string): Clues {
  return { beside: [[key]], whole: [key] }
}

function compact(written: string): string | null {
  return plainWords(written).join('') || null
}
