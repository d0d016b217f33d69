import type { Handlers } from '../../platform/context.ts'
import { loadSample } from './loading.operations.ts'
import { removeSample } from './removing.operations.ts'
import type { sampleContract } from './sample.contract.ts'

export const sampleHandlers: Handlers<typeof sampleContract> = {
  load({ people }, ctx) {
    return loadSample(ctx, people)
  },

  remove(_input, ctx) {
    return removeSample(ctx)
  },
}
