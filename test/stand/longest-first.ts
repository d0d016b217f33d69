import { BaseSequencer, type TestSpecification } from 'vitest/node'

/** By what they do, not by their size: servers killed over and over, whole corpora, real commands. */
const long = [
  'test/crash/',
  'test/interop/judges/',
  'test/dialects/corpus-given-out',
  'test/doors/main-job',
  'test/doors/',
  'test/dialects/rebuild',
]

/**
 * Whichever worker is given the longest file last is waited for by the others. Vitest knows what takes
 * long from its last run; a fresh checkout has had none.
 */
export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    // oxlint-disable-next-line unicorn/no-array-sort -- Vitest's own, which gives a new one
    const sorted = await super.sort(files)
    return sorted.toSorted((one, other) => turnOf(one) - turnOf(other))
  }
}

function turnOf({ moduleId }: TestSpecification): number {
  const turn = long.findIndex((place) => moduleId.includes(place))
  return turn < 0 ? long.length : turn
}
