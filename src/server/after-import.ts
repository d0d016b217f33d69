import { countUnlooked } from '../notebook/duplicates/looks.store.ts'
import { type House, type Request, startJob } from '../operations/run.ts'
import type { Caller } from '../platform/context.ts'
import { reading } from '../platform/transactions.ts'

const look = 'contacts.duplicates'
const bringsPeople = 'contacts.import'

/**
 * A file brings people in crowds, who are not compared as they come: once it is read, a look for those who stand here
 * twice follows by itself. While another file or a look waits, that is left to what comes after it.
 */
export async function lookAfterImport(
  house: House,
  { caller, request }: { readonly caller: Caller; readonly request: Request },
  waiting: readonly Request[],
): Promise<void> {
  if (request.operation !== bringsPeople) return
  const others = new Set(waiting.map(({ operation }) => operation))
  if (others.has(bringsPeople) || others.has(look)) return
  const crowd = await reading(house.engine, caller, ({ db, owner }) => countUnlooked(db, owner))
  if (crowd === 0) return
  await startJob(house, caller, { operation: look, input: {}, key: null })
}
