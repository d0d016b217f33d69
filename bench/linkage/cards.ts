import type { Field } from '../../src/craft/linkage/records.ts'
import { type Dice, pick } from './dice.ts'
import { inCyrillic, shortForms } from './regions.ts'
import { plain, type Somebody } from './somebody.ts'

export const contactFields: readonly Field[] = (
  [
    'given',
    'family',
    'nickname',
    'mail',
    'phone',
    'link',
    'organisation',
    'title',
    'birth',
    'street',
    'locality',
    'postcode',
  ] as const
).map((role) => ({ name: role, role }))

export type Card = Readonly<
  Partial<Record<(typeof contactFields)[number]['role'], readonly string[]>>
>

/** How a second card of a person came about. */
export const cases = [
  'same name, work and private mail',
  'same name and phone, two mails',
  'nickname and the same mail',
  'married name and the same phone',
  'another script and the same mail',
  'swapped names and the same birthday',
  'swapped names and the same organisation',
  'initials and the same organisation',
  'initials and the same mail domain',
  'another employer and the same phone',
  'two exports of one card',
  'a slip in the name and the same organisation and place',
] as const

export type Case = (typeof cases)[number]

export function firstCard(person: Somebody, dice: Dice): Card {
  const often = (share: number, ...values: readonly string[]) => (dice() < share ? values : [])
  return bare({
    given: [person.given],
    family: [person.family],
    mail: [...often(0.7, person.workMail), ...often(0.3, person.privateMail)],
    phone: [
      ...often(0.6, person.mobile),
      ...often(0.3, person.switchboard),
      ...often(0.25, person.homePhone),
    ],
    organisation: often(0.7, person.organisation),
    title: often(0.4, person.title),
    birth: often(0.25, person.birth),
    street: often(0.2, person.street),
    locality: often(0.4, person.locality),
    postcode: often(0.2, person.postcode),
  })
}

interface Cards {
  readonly second: Card
  /** A card that has to stand beside it, where the case needs one. */
  readonly first?: Card
}

/** Null where the case does not fit this person. */
export function secondCard(way: Case, person: Somebody, dice: Dice): Cards | null {
  return ways[way](person, dice)
}

const ways: Readonly<Record<Case, (person: Somebody, dice: Dice) => Cards | null>> = {
  'same name, work and private mail': (person) => ({
    first: workCard(person),
    second: { ...named(person), mail: [person.privateMail], locality: [person.locality] },
  }),
  'same name and phone, two mails': (person) => ({
    first: { ...workCard(person), phone: [person.mobile] },
    second: { ...named(person), mail: [person.privateMail], phone: [nationally(person)] },
  }),
  'nickname and the same mail'(person) {
    const short = shortForms[person.given]
    const first = workCard(person)
    return short ? { first, second: { ...first, given: [short] } } : null
  },
  'married name and the same phone': (person, dice) => ({
    first: { ...workCard(person), phone: [person.mobile] },
    second: {
      given: [person.given],
      family: [person.names.family(person.region, dice)],
      phone: [person.mobile],
    },
  }),
  'another script and the same mail'(person) {
    const given = person.region.script?.[person.given]
    if (!given) return null
    const second = { given: [given], family: [inCyrillic(person.family)], mail: [person.workMail] }
    return { first: workCard(person), second }
  },
  'swapped names and the same birthday': (person) => ({
    first: { ...workCard(person), birth: [person.birth] },
    second: { ...swapped(person), birth: [person.birth] },
  }),
  'swapped names and the same organisation': (person) => ({
    first: workCard(person),
    second: { ...swapped(person), organisation: [person.organisation.toUpperCase()] },
  }),
  'initials and the same organisation': (person) => ({
    first: workCard(person),
    second: { ...initials(person), organisation: [`${person.organisation} Ltd`] },
  }),
  'initials and the same mail domain'(person) {
    const [local = '', domain = ''] = person.workMail.split('@')
    const short = `${local[0]}${local.split('.')[1]}@${domain}`
    return { first: workCard(person), second: { ...initials(person), mail: [short] } }
  },
  'another employer and the same phone'(person, dice) {
    const { region, given, family } = person
    const house = `${pick(region.beginnings, dice)}${pick(region.endings, dice)}`
    const local = plain(`${given[0]}${family}`)
    const before = {
      ...named(person),
      mail: [`${local}@${plain(house)}-former.${region.domain}`],
      organisation: [`${house} Works`],
      phone: [person.mobile],
    }
    return { first: before, second: { ...workCard(person), phone: [person.mobile] } }
  },
  'two exports of one card'(person, dice) {
    const card = { ...firstCard(person, dice), mail: [person.workMail], phone: [person.mobile] }
    return { first: card, second: exported(card, person) }
  },
  'a slip in the name and the same organisation and place'(person, dice) {
    const place = { organisation: [person.organisation], locality: [person.locality] }
    return {
      first: { ...workCard(person), ...place },
      second: { given: [person.given], family: [slipped(person.family, dice)], ...place },
    }
  },
}

function named({ given, family }: Somebody): Card {
  return { given: [given], family: [family] }
}

function swapped({ given, family }: Somebody): Card {
  return { given: [family], family: [given] }
}

function initials({ given, family }: Somebody): Card {
  return { given: [`${given[0]}.`], family: [family] }
}

function workCard(person: Somebody): Card {
  return { ...named(person), mail: [person.workMail], organisation: [person.organisation] }
}

/** As another program writes the same card. */
function exported(card: Card, person: Somebody): Card {
  const [year, month, day] = person.birth.split('-')
  return bare({
    ...card,
    family: [person.family.toUpperCase()],
    mail: (card.mail ?? []).map((mail) => mail.toUpperCase()),
    phone: (card.phone ?? []).map(spaced),
    birth: card.birth ? [`${day}.${month}.${year}`] : [],
    title: [],
  })
}

function bare(card: Card): Card {
  return Object.fromEntries(Object.entries(card).filter(([, values]) => values.length > 0))
}

function slipped(word: string, dice: Dice): string {
  const at = 1 + Math.floor(dice() * Math.max(1, word.length - 2))
  return word.slice(0, at) + (word[at + 1] ?? '') + (word[at] ?? '') + word.slice(at + 2)
}

function nationally(person: Somebody): string {
  return spaced(person.mobile).replace(person.region.prefix, `${person.region.prefix} (0)`)
}

function spaced(number: string): string {
  return number.replace(/^(\+\d\d?)(\d{2})(\d{3})(\d+)$/, '$1 $2 $3-$4')
}
