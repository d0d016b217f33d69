import type { PersonId } from '../../kit/ids.ts'
import { Problem } from '../../kit/problem.ts'
import type { Handlers, Reading } from '../../platform/context.ts'
import { reading } from '../../platform/transactions.ts'
import { withHeads } from '../conversations/conversations.store.ts'
import { needLife } from '../conversations/drawn.operations.ts'
import { drawLinks, makeLink } from '../links/links.operations.ts'
import { headsOf } from '../people/groups.store.ts'
import { needPerson } from '../people/people.operations.ts'
import type { theirsContract } from './theirs.contract.ts'

export const theirsHandlers: Handlers<typeof theirsContract> = {
  async make({ conversation, person, days }, ctx) {
    const inside = <T>(look: (ctx: Reading) => Promise<T>) => reading(ctx.engine, ctx.caller, look)
    const whom = await inside(async (there) => {
      const [life] = await withHeads(there.db, there.owner, [await needLife(there, conversation)])
      return whoOf(there, life?.conversation.people ?? [], person)
    })
    const wanted = { purpose: 'conversation', thing: conversation, person: whom, days } as const
    const { link, path } = await makeLink(ctx, wanted)
    const [drawn] = await inside((there) => drawLinks(there, [link]))
    return { ...drawn!, path }
  },
}

/** Everybody has a page of their own: it shows what is kept about them. */
async function whoOf(
  ctx: Reading,
  table: readonly PersonId[],
  asked: PersonId | undefined,
): Promise<PersonId> {
  const [first] = table
  if (asked === undefined) {
    if (first !== undefined && table.length === 1) return first
    throw forNobody(table.length === 0 ? 'Nobody sits at this conversation' : 'Say for whom')
  }
  await needPerson(ctx, asked)
  const head = (await headsOf(ctx.db, ctx.owner, [asked])).get(asked) ?? asked
  if (table.includes(head)) return asked
  throw forNobody('They do not sit at this conversation')
}

function forNobody(sentence: string): Problem {
  return new Problem('link.for-nobody', sentence, {
    safe: 'No page was made.',
    mend: 'Name one of those at the table: sobremesa links make CONVERSATION PERSON.',
  })
}
