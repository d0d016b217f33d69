import type { LinkPlan } from '../../craft/linkage/records.ts'
import type { Reading } from '../../platform/context.ts'
import { settingsOf } from '../settings/settings.store.ts'
import { comparedFields } from './linkable.ts'
import { regionOf } from './region.ts'

/** What is compared in this notebook; numbers without a country are read as those of the owner's zone. */
export async function planIn(ctx: Reading): Promise<LinkPlan> {
  const { zone } = await settingsOf(ctx.db, ctx.owner)
  const region = regionOf(zone ?? ctx.zone)
  const fields = comparedFields.map((role) => ({ name: role, role }))
  return region === null ? { fields } : { fields, region }
}
