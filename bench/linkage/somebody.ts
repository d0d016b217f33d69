import { type Dice, pick } from './dice.ts'
import type { Names } from './names.ts'
import { type Region, regions } from './regions.ts'

export interface Somebody {
  readonly region: Region
  readonly names: Names
  readonly given: string
  readonly family: string
  readonly mobile: string
  readonly workMail: string
  readonly privateMail: string
  readonly organisation: string
  readonly switchboard: string
  readonly title: string
  readonly birth: string
  readonly street: string
  readonly locality: string
  readonly postcode: string
  readonly homePhone: string
}

export interface Office {
  readonly names: Names
  readonly name: string
  readonly domain: string
  readonly phone: string
  readonly region: Region
}

export function officesFor(dice: Dice, count: number, names: Names): Office[] {
  const kinds = [
    'Logistics',
    'Partners',
    'Studio',
    'Consulting',
    'Systems',
    'Energy',
    'Foods',
    'Media',
  ]
  return Array.from({ length: count }, (_, number) => {
    const region = pick(regions, dice)
    const stem = pick(region.beginnings, dice) + pick(region.endings, dice)
    return {
      names,
      name: `${stem} ${pick(kinds, dice)}`,
      domain: `${plain(stem)}${number}.${region.domain}`,
      phone: numberIn(region, 2_000_000 + number * 37),
      region,
    }
  })
}

const titles =
  'Engineer,Teacher,Head of Sales,Designer,Analyst,Nurse,Editor,Lawyer,Account Manager'.split(',')

export function somebody(dice: Dice, office: Office, number: number): Somebody {
  const { region, names } = office
  const given = names.given(region, dice)
  const family = names.family(region, dice)
  const year = 1945 + Math.floor(dice() * 58)
  const two = (most: number) => String(1 + Math.floor(dice() * most)).padStart(2, '0')
  return {
    region,
    names,
    given,
    family,
    mobile: numberIn(region, 7_000_000 + number * 13),
    workMail: `${plain(given)}.${plain(family)}@${office.domain}`,
    privateMail: `${plain(given).slice(0, 1 + Math.floor(dice() * 6))}${plain(family).slice(0, 4)}${number}@gmail.com`,
    organisation: office.name,
    switchboard: office.phone,
    title: pick(titles, dice),
    birth: `${year}-${two(12)}-${two(28)}`,
    street: `${pick(region.streets, dice)} ${1 + Math.floor(dice() * 120)}`,
    locality: pick(region.cities, dice),
    postcode: String(10_000 + Math.floor(dice() * 80_000)),
    homePhone: numberIn(region, 4_000_000 + number * 17),
  }
}

/** Where somebody works, and the number from which telephones and addresses are made. */
export interface Place {
  readonly office: Office
  readonly number: number
}

/** Lives with the other: one family name, one telephone at home, one address; one in ten is a child named for a parent. */
export function housemate(of: Somebody, dice: Dice, { office, number }: Place): Somebody {
  const own = somebody(dice, { ...office, region: of.region }, number)
  const forParent = dice() < 0.1
  const given = forParent ? of.given : of.names.given(of.region, dice, of.given)
  const year = Number(of.birth.slice(0, 4)) + (forParent ? 28 : Math.floor(dice() * 8))
  return {
    ...own,
    given,
    family: of.family,
    workMail: `${plain(given)}.${plain(of.family)}@${office.domain}`,
    birth: `${year}${own.birth.slice(4)}`,
    street: of.street,
    locality: of.locality,
    postcode: of.postcode,
    homePhone: of.homePhone,
  }
}

export function namesake(of: Somebody, dice: Dice, { office, number }: Place): Somebody {
  const own = somebody(dice, { ...office, region: of.region }, number)
  return {
    ...own,
    given: of.given,
    family: of.family,
    workMail: `${plain(of.given)}.${plain(of.family)}@${office.domain}`,
  }
}

function numberIn({ prefix, code }: Region, number: number): string {
  return `${prefix}${code}${String(number % 10_000_000).padStart(7, '0')}`
}

export function plain(text: string): string {
  return text
    .normalize('NFKD')
    .replaceAll(/[^A-Za-z]/g, '')
    .toLowerCase()
}
