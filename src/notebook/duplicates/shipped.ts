import { link } from '../../craft/linkage/link.ts'
import type { Model } from '../../craft/linkage/model.ts'
import type { LinkPlan } from '../../craft/linkage/records.ts'

/** One card in twenty has a twin. */
const shareWithTwin = 0.05

/** By what somebody is compared before anybody was looked through: what is known of address books at large. */
export function shippedModel(plan: LinkPlan, people: number): Model {
  const nobody = link([], plan)
  let step = nobody.next()
  while (!step.done) step = nobody.next()
  const pairsOfOne = Math.max(1, (people - 1) / 2)
  const chance = Math.min(0.5, shareWithTwin / pairsOfOne)
  return { ...step.value.model, prior: Math.log(chance / (1 - chance)) }
}
