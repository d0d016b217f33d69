import { compareOne } from '../../craft/linkage/compare-one.ts'
import type { Model } from '../../craft/linkage/model.ts'
import type { OwnerId, PersonId } from '../../kit/ids.ts'
import type { Reading, Writing } from '../../platform/context.ts'
import { distinctPairs } from '../bonds/bonds.store.ts'
import { pairKey } from '../people/bond.ts'
import { viewsOf } from '../people/groups.store.ts'
import { countPeople } from '../people/people.store.ts'
import { candidatesFor } from './candidates.store.ts'
import { type FoundPair, foundPair, worthAsking } from './duplicates.store.ts'
import { isThere, recordOf } from './linkable.ts'
import { lastLook, modelOf } from './looks.store.ts'
import { planIn } from './plan.operations.ts'
import { shippedModel } from './shipped.ts'

/** What a write has found so far, and how many things it had changed by then. */
interface Compared {
  readonly changed: number
  readonly pairs: Map<PersonId, FoundPair[]>
}

const comparedIn = new WeakMap<object, Compared>()

/**
 * Pairs of one person with those whom the indexes name, by what the last look learnt. Asked twice in one write with
 * nothing changed in between, it is worked out once.
 */
export async function pairsFor(ctx: Reading | Writing, person: PersonId): Promise<FoundPair[]> {
  if (!('record' in ctx)) return comparedNow(ctx, person)
  const { record } = ctx
  const before = comparedIn.get(record)
  const compared =
    before?.changed === record.changed ? before : { changed: record.changed, pairs: new Map() }
  comparedIn.set(record, compared)
  const pairs = compared.pairs.get(person) ?? (await comparedNow(ctx, person))
  compared.pairs.set(person, pairs)
  return pairs
}

async function comparedNow(ctx: Reading, person: PersonId): Promise<FoundPair[]> {
  const candidates = await candidatesFor(ctx.db, ctx.owner, person)
  if (candidates.length === 0) return []
  const views = await viewsOf(ctx.db, ctx.owner, [person, ...candidates])
  const own = views.get(person)
  if (!own || !isThere(own)) return []
  const others = candidates.flatMap((one) => views.get(one) ?? []).filter(isThere)
  const compared = compareOne(await learntModel(ctx), recordOf(own), others.map(recordOf))
  const found = compared.filter(({ p }) => p >= worthAsking).map(foundPair)
  if (found.length === 0) return []
  const distinct = await distinctPairs(ctx.db, ctx.owner, [person])
  return found.filter(({ a, b }) => !distinct.has(pairKey(a, b)))
}

interface Learnt {
  /** Under which look it was learnt; null where nobody looked yet. */
  readonly look: string | null
  readonly model: Model
  uses: number
}

/** To read a model takes longer than to compare by it; a few are kept at hand. */
const atHand = new Map<OwnerId, Learnt>()
const mostAtHand = 4
/** By then a notebook that nobody looked through may be another. */
const mostUses = 100

async function learntModel(ctx: Reading): Promise<Model> {
  const look = (await lastLook(ctx.db, ctx.owner))?.look ?? null
  const known = atHand.get(ctx.owner)
  if (known && known.look === look && known.uses < mostUses) {
    known.uses += 1
    return known.model
  }
  const learnt = look === null ? null : await modelOf(ctx.db, ctx.owner)
  const model = learnt ?? shippedModel(await planIn(ctx), await countPeople(ctx.db, ctx.owner))
  const [oldest] = atHand.keys()
  if (atHand.size >= mostAtHand && oldest !== undefined) atHand.delete(oldest)
  atHand.set(ctx.owner, { look, model, uses: 1 })
  return model
}
