import type { ColumnRole, Level } from './aspects.ts'

/*
 * The shipped chances, for books too small to learn from: m is how often a level is seen between two records of one
 * person, u how often between records of two. They are our estimates for address books; what a book of some size shows
 * outweighs them soon (see learn.ts).
 */

const texts: readonly Level[] = [
  { name: 'same', m: 0.6, u: 0.01, rarity: 1 },
  { name: 'close', m: 0.1, u: 0.002, rarity: 0.5 },
  { name: 'alike', m: 0.04, u: 0.01 },
  { name: 'part', m: 0.06, u: 0.02 },
  { name: 'other', m: 0.2, u: 0.958 },
]

const kinds: readonly Level[] = [
  { name: 'same', m: 0.9, u: 0.3, rarity: 1 },
  { name: 'other', m: 0.1, u: 0.7 },
]

export const levelsOf: Readonly<Record<ColumnRole, readonly Level[]>> = {
  given: [
    { name: 'same', m: 0.6, u: 0.006, rarity: 1 },
    { name: 'part', m: 0.08, u: 0.002, rarity: 1 },
    { name: 'nickname', m: 0.08, u: 0.003, rarity: 0.5 },
    { name: 'initial', m: 0.05, u: 0.01 },
    { name: 'close', m: 0.06, u: 0.002, rarity: 0.5 },
    { name: 'alike', m: 0.02, u: 0.02 },
    { name: 'swapped', m: 0.02, u: 0.00001 },
    { name: 'other', m: 0.02, u: 0.95699 },
  ],
  family: [
    { name: 'same', m: 0.76, u: 0.003, rarity: 1 },
    { name: 'part', m: 0.05, u: 0.001, rarity: 0.5 },
    { name: 'close', m: 0.05, u: 0.001, rarity: 0.5 },
    { name: 'alike', m: 0.01, u: 0.01 },
    { name: 'elsewhere', m: 0.02, u: 0.0005 },
    { name: 'other', m: 0.09, u: 0.9843 },
  ],
  rest: [
    { name: 'same', m: 0.4, u: 0.005, rarity: 1 },
    { name: 'part', m: 0.3, u: 0.01 },
    { name: 'other', m: 0.3, u: 0.985 },
  ],
  full: texts,
  nickname: texts,
  mail: [
    { name: 'same', m: 0.45, u: 0.00002, rarity: 1 },
    { name: 'shared', m: 0.03, u: 0.001 },
    { name: 'local', m: 0.06, u: 0.0001, rarity: 0.5 },
    { name: 'named', m: 0.04, u: 0.0005 },
    { name: 'close', m: 0.04, u: 0.0001 },
    { name: 'house', m: 0.08, u: 0.004 },
    { name: 'other', m: 0.1, u: 0.5944 },
    { name: 'kinds', m: 0.2, u: 0.4 },
  ],
  phone: [
    { name: 'same', m: 0.5, u: 0.00003, rarity: 1 },
    { name: 'shared', m: 0.04, u: 0.001 },
    { name: 'tail', m: 0.03, u: 0.00002 },
    { name: 'slip', m: 0.02, u: 0.00003 },
    { name: 'other', m: 0.41, u: 0.9989 },
  ],
  link: [
    { name: 'same', m: 0.75, u: 0.00001, rarity: 1 },
    { name: 'shared', m: 0.02, u: 0.001 },
    { name: 'other', m: 0.23, u: 0.999 },
  ],
  organisation: [
    { name: 'same', m: 0.45, u: 0.008, rarity: 1 },
    { name: 'close', m: 0.06, u: 0.001, rarity: 0.5 },
    { name: 'part', m: 0.08, u: 0.004 },
    { name: 'other', m: 0.41, u: 0.987 },
  ],
  title: texts,
  birth: [
    { name: 'same', m: 0.9, u: 0.0001, rarity: 0.5 },
    { name: 'slip', m: 0.05, u: 0.001 },
    { name: 'partly', m: 0.02, u: 0.004 },
    { name: 'two-slips', m: 0.01, u: 0.01 },
    { name: 'near', m: 0.01, u: 0.05 },
    { name: 'decade', m: 0.005, u: 0.25 },
    { name: 'apart', m: 0.005, u: 0.6849 },
  ],
  street: texts,
  locality: texts,
  postcode: [
    { name: 'same', m: 0.65, u: 0.002, rarity: 1 },
    { name: 'slip', m: 0.1, u: 0.003 },
    { name: 'area', m: 0.05, u: 0.02 },
    { name: 'other', m: 0.2, u: 0.975 },
  ],
  country: kinds,
  id: [
    { name: 'same', m: 0.9, u: 0.00001, rarity: 1 },
    { name: 'slip', m: 0.06, u: 0.0001 },
    { name: 'two-slips', m: 0.01, u: 0.001 },
    { name: 'other', m: 0.03, u: 0.9989 },
  ],
  gender: kinds,
  other: texts,
}
