import { id, type PersonId } from '../../kit/ids.ts'
import type { Source } from '../../kit/source.ts'
import { fold } from '../../kit/text.ts'
import { newPerson } from '../people/edit.ts'
import type { Person } from '../people/person.ts'
import { houses, labels, regions, titles } from './generated-words.ts'

/** One of as many people as are wished: the same number is always the same person, under whatever id. */
export function generatedPerson(number: number, own: PersonId, by: Source): Person {
  const dice = diceFor(number)
  const pick = <T>(all: readonly T[]): T => {
    const one = all[Math.floor(dice() * all.length)]
    if (one === undefined) throw new Error('There is nothing to choose from')
    return one
  }
  const { given, family, places } = pick(regions)
  const first = pick(given)
  const last = dice() < 0.2 ? `${pick(family)} ${pick(family)}` : pick(family)
  const [city, country, prefix] = pick(places)
  const organisation = `${city} ${pick(houses)}`
  const sources = [by]
  const bare = { label: null, preferred: false, sources }
  const address = `${plain(first)}.${plain(last)}.${number}@${plain(organisation)}.example`
  return {
    ...newPerson(id('person', own)),
    names: [
      { part: 'given', text: first, sources },
      { part: 'family', text: last, sources },
    ],
    roles: [
      {
        title: pick(titles),
        organisation,
        organisationId: null,
        department: null,
        from: null,
        to: null,
        sources,
      },
    ],
    channels: [
      { kind: 'mail', value: address, ...bare },
      {
        kind: 'phone',
        value: `${prefix} 555 ${String(number % 10_000).padStart(4, '0')}`,
        ...bare,
      },
    ],
    places: [
      {
        label: null,
        street: null,
        locality: city,
        region: null,
        postcode: null,
        country,
        sources,
      },
    ],
    labels: dice() < 0.3 ? [{ word: pick(labels), sources }] : [],
  }
}

function plain(text: string): string {
  return fold(text).replace(/[^a-z0-9]+/gu, '-')
}

/** Numbers from 0 up to 1, the same row for the same seed (mulberry32, public domain). */
export function diceFor(seed: number): () => number {
  let state = Math.imul(seed + 1, 0x9e37_79b1)
  return () => {
    state = (state + 0x6d2b_79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}
