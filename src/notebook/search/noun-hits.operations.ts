import type { Reading } from '../../platform/context.ts'
import { loadAll } from '../../platform/database/things.ts'
import type { Noun, Organisation } from '../nouns/noun.ts'
import { fieldKind, followMerges, groupsOf, organisationKind } from '../nouns/nouns.store.ts'
import { wishAmong } from '../places/place.ts'
import { type Match, matchesIn } from './matches.ts'
import { nounsBeginning } from './search.store.ts'

interface NounHit {
  readonly kind: 'field' | 'organisation' | 'place'
  readonly id: string
  readonly text: string
  readonly under: string
  readonly matches: Match[]
  readonly mark: null
  readonly person: null
  readonly conversation: null
  readonly day: null
}

/** Fields and organisations by the beginning of a name; where one would like to be, as a place, with what moves there. */
export async function nounHits(ctx: Reading, typed: readonly string[]): Promise<NounHit[]> {
  const found = await nounsBeginning(ctx.db, ctx.owner, typed.join(' '), 10)
  const idsOfKind = (kind: string) => found.filter((one) => one.kind === kind).map((one) => one.id)
  const fields = await followMerges(ctx.db, ctx.owner, fieldKind, idsOfKind('field'))
  const houses = await followMerges<Organisation>(
    ctx.db,
    ctx.owner,
    organisationKind,
    idsOfKind('organisation'),
  )
  return [
    ...oncePerNoun(fields).map((noun) => ({ ...hitOf(noun, typed), kind: 'field' as const })),
    ...(await houseHits(ctx, oncePerNoun(houses), typed)),
  ]
}

/** Of several that became one, each name leads to it. */
function oncePerNoun<N extends Noun>(found: ReadonlyMap<string, N>): N[] {
  return [...new Map([...found.values()].map((noun) => [noun.id, noun])).values()]
}

async function houseHits(
  ctx: Reading,
  houses: readonly Organisation[],
  typed: readonly string[],
): Promise<NounHit[]> {
  const groups = await groupsOf(
    ctx.db,
    ctx.owner,
    houses.map(({ id }) => id),
  )
  const merged = await loadAll(ctx.db, ctx.owner, organisationKind, [...groups.values()].flat())
  return houses.map((house): NounHit => {
    const others = (groups.get(house.id) ?? []).slice(1).flatMap((one) => merged.get(one) ?? [])
    const wish = wishAmong(house, others)
    if (wish === null) return { ...hitOf(house, typed), kind: 'organisation' }
    return { ...hitOf(house, typed), kind: 'place', under: wish.moving?.why ?? '' }
  })
}

function hitOf({ id, name }: Noun, typed: readonly string[]): Omit<NounHit, 'kind'> {
  const bare = { under: '', mark: null, person: null, conversation: null, day: null }
  return { ...bare, id, text: name, matches: matchesIn(name, typed) }
}
