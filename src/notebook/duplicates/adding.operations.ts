import type { Handlers } from '../../platform/context.ts'
import { needFreeId } from '../../platform/transactions.ts'
import { newPerson } from '../people/edit.ts'
import type { peopleContract } from '../people/people.contract.ts'
import { keepEdited, showPerson } from '../people/people.operations.ts'
import { personKind } from '../people/people.store.ts'
import { twinsOf } from './twins.operations.ts'

/** Who is written down by hand is compared at once, so that it is said while the owner still thinks of them. */
export const addingHandlers: Handlers<Pick<typeof peopleContract, 'add'>> = {
  async add({ id, ...edit }, ctx) {
    await needFreeId(ctx, personKind, id)
    const fresh = id ?? ctx.newId('person')
    await keepEdited(ctx, newPerson(fresh), edit)
    return { ...(await showPerson(ctx, fresh)), twins: await twinsOf(ctx, fresh) }
  },
}
