import { link, type Linked } from '../../src/craft/linkage/link.ts'
import type { Figures } from '../measure.ts'
import type { Labelled } from './table.ts'

const bands = 0.95
const floor = 0.005

/** Links a labelled set and holds the answer against all its true pairs, also those that never met. */
export function measured(set: Labelled, region?: string): Figures {
  return linked(set, region).figures
}

export function linked(
  { records, fields, entities }: Labelled,
  region?: string,
): { readonly figures: Figures; readonly answer: Linked } {
  const began = performance.now()
  const computing = process.cpuUsage()
  let longest = 0
  let before = began
  const work = link(records, { fields, floor, ...(region ? { region } : {}) })
  let step = work.next()
  while (!step.done) {
    const now = performance.now()
    longest = Math.max(longest, now - before)
    before = now
    step = work.next()
  }
  const seconds = (performance.now() - began) / 1000
  const { user, system } = process.cpuUsage(computing)
  const memory = process.resourceUsage().maxRSS / 1024
  const sets = new Map(records.map(({ id, set = '' }) => [id, set]))
  const truth = truePairs(entities, sets)
  const figures = {
    ...figuresOf(step.value, { entities, truth, sets }),
    'true pairs': truth,
    compared: step.value.compared,
    seconds,
    'seconds of computing': (user + system) / 1e6,
    'longest step': longest,
    'most memory': memory,
  }
  return { figures, answer: step.value }
}

interface Truth {
  readonly entities: ReadonlyMap<string, string>
  readonly truth: number
  readonly sets: ReadonlyMap<string, string>
}

function figuresOf({ pairs, clusters }: Linked, truth: Truth): Figures {
  const right = (a: string, b: string) => truth.entities.get(a) === truth.entities.get(b)
  const direct = pairs
    .map(({ a, b, p, alone }) => ({ a, b, p: alone ?? p }))
    .filter(({ p }) => p >= floor)
    .toSorted((x, y) => y.p - x.p)
  const [best, bestDirect] = [pairs, direct].map((some) => bestOf(some, right, truth.truth))
  const sure = pairs.filter(({ p }) => p >= bands)
  const certain = pairs.filter((pair) => pair.certain)
  const together = clusters.flatMap((members) =>
    members.flatMap((a, at) =>
      members
        .slice(at + 1)
        .filter((b) => across(a, b, truth.sets))
        .map((b) => ({ a, b })),
    ),
  )
  return {
    'best F1': best!.f1,
    'precision at best F1': best!.precision,
    'recall at best F1': best!.recall,
    'probability at best F1': best!.p,
    'best F1, without pairs through a third': bestDirect!.f1,
    ...shares('at p ≥ .95', sure, { right, truth: truth.truth }),
    ...shares('of clusters', together, { right, truth: truth.truth }),
    'certain pairs': certain.length,
    'precision of certain pairs': certain.length
      ? certain.filter(({ a, b }) => right(a, b)).length / certain.length
      : 1,
  }
}

function across(a: string, b: string, sets: ReadonlyMap<string, string>): boolean {
  const [one, other] = [sets.get(a), sets.get(b)]
  return one === '' || one !== other
}

type Right = (a: string, b: string) => boolean

function shares(
  name: string,
  pairs: readonly { readonly a: string; readonly b: string }[],
  { right, truth }: { readonly right: Right; readonly truth: number },
): Figures {
  const found = pairs.filter(({ a, b }) => right(a, b)).length
  const precision = pairs.length ? found / pairs.length : 1
  const recall = found / truth
  return {
    [`F1 ${name}`]: f1(precision, recall),
    [`precision ${name}`]: precision,
    [`recall ${name}`]: recall,
  }
}

/** The threshold is chosen with the truth, as it was for the programs ours is set against. */
function bestOf(
  pairs: readonly { readonly a: string; readonly b: string; readonly p: number }[],
  right: Right,
  truth: number,
) {
  let best = { f1: 0, precision: 0, recall: 0, p: 1 }
  let found = 0
  pairs.forEach(({ a, b, p }, at) => {
    if (right(a, b)) found += 1
    if (pairs[at + 1]?.p === p) return
    const [precision, recall] = [found / (at + 1), found / truth]
    const now = f1(precision, recall)
    if (now > best.f1) best = { f1: now, precision, recall, p }
  })
  return best
}

function f1(precision: number, recall: number): number {
  return precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall)
}

function truePairs(
  entities: ReadonlyMap<string, string>,
  sets: ReadonlyMap<string, string>,
): number {
  const sizes = new Map<string, Map<string, number>>()
  for (const [id, entity] of entities) {
    const own = sizes.get(entity) ?? new Map<string, number>()
    const set = sets.get(id) ?? ''
    own.set(set, (own.get(set) ?? 0) + 1)
    sizes.set(entity, own)
  }
  let pairs = 0
  for (const own of sizes.values()) {
    const counts = [...own]
    const all = counts.reduce((sum, [, count]) => sum + count, 0)
    const within = counts.reduce(
      (sum, [set, count]) => sum + (set === '' ? 0 : (count * (count - 1)) / 2),
      0,
    )
    pairs += (all * (all - 1)) / 2 - within
  }
  return pairs
}
