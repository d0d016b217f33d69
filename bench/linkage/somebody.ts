import { type Region, regions } from './regions.ts'

export type Dice = () => number

export interface Somebody {
  readonly region: Region
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
  readonly name: string
  readonly domain: string
  readonly phone: string
  readonly region: Region
}

export function officesFor(dice: Dice, count: number): Office[] {
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
  const { region } = office
  const given = pick(region.given, dice)
  const family = familyIn(region, dice)
  const year = 1945 + Math.floor(dice() * 58)
  const two = (most: number) => String(1 + Math.floor(dice() * most)).padStart(2, '0')
  return {
    region,
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

/** Lives with the other: one family name, one telephone at home, one address; one in ten is a child named for a parent. */
export function housemate(of: Somebody, dice: Dice, office: Office): Somebody {
  const own = somebody(dice, { ...office, region: of.region }, Math.floor(dice() * 900_000))
  const forParent = dice() < 0.1
  const others = of.region.given.filter((name) => name !== of.given)
  const given = forParent ? of.given : pick(others, dice)
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

export function namesake(of: Somebody, dice: Dice, office: Office): Somebody {
  const own = somebody(
    dice,
    { ...office, region: of.region },
    900_000 + Math.floor(dice() * 90_000),
  )
  return {
    ...own,
    given: of.given,
    family: of.family,
    workMail: `${plain(of.given)}.${plain(of.family)}@${office.domain}`,
  }
}

export function familyIn(region: Region, dice: Dice): string {
  if (dice() < 0.35) return pick(region.family, dice)
  const made = pick(region.beginnings, dice) + pick(region.endings, dice)
  return dice() < 0.1 ? `${made} ${pick(region.family, dice)}` : made
}

function numberIn({ prefix, code }: Region, number: number): string {
  return `${prefix}${code}${String(number % 10_000_000).padStart(7, '0')}`
}

function plain(text: string): string {
  return text
    .normalize('NFKD')
    .replaceAll(/[^A-Za-z]/g, '')
    .toLowerCase()
}

export function pick<T>(all: readonly T[], dice: Dice): T {
  return all[Math.floor(dice() * all.length)]!
}
