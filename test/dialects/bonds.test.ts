import fc from 'fast-check'
import { expect, test } from 'vitest'
import { BondWalk, type Deed, deedKinds } from './bond-walk.ts'
import { openNotebook } from './notebook.ts'

const deeds = fc.array(
  fc.tuple(fc.constantFrom(...deedKinds), fc.nat(997), fc.nat(997), fc.nat(997)),
  { minLength: 15, maxLength: 40 },
)

async function walked(dialect: 'sqlite' | 'postgres', some: readonly Deed[]): Promise<void> {
  const notebook = await openNotebook(dialect)
  try {
    const walk = new BondWalk(notebook)
    for (let at = 0; at < 4; at++) await walk.add()
    for (const deed of some) await walk.do(deed)
    const kept = await notebook.derived()
    await notebook.ask('notebook.rebuild')
    expect(await notebook.derived()).toEqual(kept)
    await walk.settle()
  } finally {
    await notebook.close()
  }
}

test.each(['sqlite', 'postgres'] as const)(
  'whatever is merged, written, parted, given and taken back, nothing is lost or given to another (%s)',
  async (dialect) => {
    const numRuns = dialect === 'sqlite' ? 6 : 3
    await fc.assert(
      fc.asyncProperty(deeds, (some) => walked(dialect, some)),
      { numRuns, seed: 7, endOnFailure: true },
    )
  },
  600_000,
)
