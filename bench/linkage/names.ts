import { type Dice, pick } from './dice.ts'
import { type NameLaw, nameOfRank, rankBy, type Syllables } from './name-laws.ts'
import type { Region, RegionName } from './regions.ts'
import { familySyllables, givenSyllables } from './syllables.ts'

/** Where the names of a made-up book come from. */
export interface Names {
  /** Another one than `besides`: nobody gives two children one name. */
  given(region: Region, dice: Dice, besides?: string): string
  family(region: Region, dice: Dice): string
}

/**
 * Few names and all alike frequent: thirty given names and some four hundred and thirty family names a language. No
 * real book is so dense, unless it is of Korea or Vietnam.
 */
export const denseNames: Names = {
  given: (region, dice, besides) =>
    pick(
      region.given.filter((name) => name !== besides),
      dice,
    ),
  family(region, dice) {
    if (dice() < 0.35) return pick(region.family, dice)
    const made = pick(region.beginnings, dice) + pick(region.endings, dice)
    return dice() < 0.1 ? `${made} ${pick(region.family, dice)}` : made
  },
}

/** Names as frequent as they are among people, by laws fitted to what is published. */
export const publishedNames: Names = {
  given({ name, given }, dice, besides) {
    const draw = () => drawn(givenLaws[name], dice, [given, givenSyllables[name]])
    let one = draw()
    while (one === besides) one = draw()
    return one
  },
  family: ({ name, family }, dice) =>
    drawn(familyLaws[name], dice, [family, familySyllables[name]]),
}

function drawn(
  law: NameLaw,
  dice: Dice,
  [frequent, syllables]: readonly [readonly string[], Syllables],
): string {
  return nameOfRank(rankBy(law, dice), frequent, syllables)
}

/**
 * Fitted by least squares of logarithms of the cumulative shares given here.
 * english: United States, Census Bureau. 2010: Smith 0.83 %, the first 25 8.7 %, the first 239 a quarter; 2000 (Word,
 * Coleman, Nunziata and Kominski): 3,287 names 55 %, 23,656 76.6 %, 151,671 89.8 %. Rarer ones are left out.
 * german: telephone lines of 2005 (Digitales Familiennamenwörterbuch, Mainz): of 28.2 million lines and 800,000 names
 * Müller has 256,003, the first two 1.58 %, the first five 2.65 %, the first ten 4.0 %.
 * spanish: INE 2024, first surnames: García 29.8 ‰, the first three 6.8 %, eleven a fifth, twenty 26.3 %.
 * russian: Balanovskaya and others 2005: Smirnov 1.86 %, the first two 3.2 %, five 5.9 %, ten 8.9 %.
 */
const familyLaws: Readonly<Record<RegionName, NameLaw>> = {
  english: { names: 162_253, shift: 8.25, steepness: 0.95 },
  german: { names: 800_000, shift: 0.75, steepness: 0.8 },
  spanish: { names: 800_000, shift: 7.75, steepness: 1.23 },
  russian: { names: 300_000, shift: 1.5, steepness: 0.9 },
}

/**
 * Of men and women together, half each.
 * english: Census Bureau 1990: James 1.66 %, the first five 7.5 %, ten 12.2 %, 5,494 names 90 %.
 * german: the same law, for want of a list of the living; among the Müllers of the telephone book Peter has 1.95 %.
 * spanish: INE 2023: María Carmen 1.32 %, the first two 2.6 %, five 6.1 %, ten 9.8 %.
 * russian: pensioners (Social Fund of Russia): Vladimir 4.45 %, the first two 8.9 %, five 19.9 %, ten 33.6 %.
 */
const givenLaws: Readonly<Record<RegionName, NameLaw>> = {
  english: { names: 20_000, shift: 12.75, steepness: 1.16 },
  german: { names: 20_000, shift: 12.75, steepness: 1.16 },
  spanish: { names: 20_000, shift: 11.25, steepness: 1.06 },
  russian: { names: 1000, shift: 35, steepness: 2.66 },
}
