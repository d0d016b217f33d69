import type { z } from 'zod'
import type { PersonId } from '../../kit/ids.ts'
import { Problem } from '../../kit/problem.ts'
import type { Handlers, Reading, Writing } from '../../platform/context.ts'
import { load } from '../../platform/database/things.ts'
import type { Conversation } from '../conversations/conversation.ts'
import { keepConversation } from '../conversations/conversations.operations.ts'
import { needLife } from '../conversations/drawn.operations.ts'
import { linesById } from '../notes/lines.store.ts'
import { decisionKind, undecided } from '../notes/notes.store.ts'
import { seesAll, toldLines } from '../notes/told.operations.ts'
import type { Answering } from '../people/consent.ts'
import { shownPeople } from '../people/groups.store.ts'
import { changePerson } from '../people/people.operations.ts'
import { nameOf } from '../people/person.ts'
import type { consentContract } from './consent.contract.ts'

export const consentHandlers: Handlers<typeof consentContract> = {
  async answer({ person, conversation, ...answer }, ctx) {
    if (!answer.notes && !answer.naming && !answer.sharing) {
      throw new Problem('consent.no-answer', 'Say what they answered: notes, naming or sharing')
    }
    const talk = conversation ? (await needLife(ctx, conversation)).conversation : null
    const who = person ? [person] : (talk?.people ?? [])
    if (who.length === 0) throw new Problem('consent.nobody', 'Say who answered')
    for (const one of who) {
      await changePerson(ctx, one, { consent: { ...answer, conversation } })
    }
    return {
      ...(await agreed(ctx, who)),
      conversation: talk && (await keptWith(ctx, talk, { who, answer })),
    }
  },

  async show({ person }, ctx) {
    return { ...(await agreed(ctx, [person])), conversation: null }
  },

  async level({ line, level }, ctx) {
    await needOpenLine(ctx, line)
    const before = (await load(ctx.db, ctx.owner, decisionKind, line)) ?? undecided(line)
    await ctx.record.keep(decisionKind, line, { ...before, level })
    return { line, level }
  },
}

/** What all at the table answered is written on the conversation too; what one of several did, is theirs alone. */
async function keptWith(
  ctx: Writing,
  talk: Conversation,
  { who, answer }: { readonly who: readonly PersonId[]; readonly answer: Answering },
): Promise<Conversation['consent']> {
  if (who.length < talk.people.length) return talk.consent
  return (await keepConversation(ctx, talk, { consent: answer })).consent
}

/** A line off the record is closed further than any level. */
async function needOpenLine(ctx: Writing, line: Parameters<typeof undecided>[0]): Promise<void> {
  const found = await linesById(ctx.db, ctx.owner, [line])
  const [told] = seesAll(ctx) ? found : await toldLines(ctx, found)
  if (!told) throw new Problem('line.unknown', 'There is no such line in your notes')
  if (!told.offRecord) return
  throw new Problem('line.off-record', 'This line is off the record, and leaves by no door', {
    mend: 'To open it, take the % from its beginning.',
  })
}

async function agreed(
  ctx: Reading,
  ids: readonly PersonId[],
): Promise<Pick<z.input<typeof consentContract.show.output>, 'people'>> {
  const people = await shownPeople(ctx.db, ctx.owner, ids)
  return {
    people: ids.map((one) => {
      const person = people.get(one)
      if (!person) throw new Problem('person.unknown', 'There is no such person in your notebook')
      const { id, consent, answers = [] } = person
      return { id, name: nameOf(person), consent, answers: [...answers] }
    }),
  }
}
