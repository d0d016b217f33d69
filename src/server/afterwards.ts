import type { Writing } from '../platform/context.ts'

/** What a write brings with it beyond the things it changed; loaded when there is something to do. */
export async function afterwards(ctx: Writing): Promise<void> {
  const touched = ['person', 'bond'].some((name) => ctx.record.changesOf({ name }).length > 0)
  if (!touched) return
  const { contactFollows } = await import('../notebook/bonds/following.operations.ts')
  await contactFollows(ctx)
  const { compareChanged } = await import('../notebook/duplicates/arrival.operations.ts')
  await compareChanged(ctx)
}
