import type { Reading } from '../../platform/context.ts'
import { conversationPage, livesOf } from '../conversations/conversations.store.ts'
import { metOn } from '../conversations/life.ts'
import { linesOfConversations } from '../notes/lines.store.ts'
import { toldLines } from '../notes/told.operations.ts'
import { membersOf } from '../people/groups.store.ts'
import { nameOf, type Person } from '../people/person.ts'
import type { KeptAboutThem } from './their-kept.ts'

/** Marks of what they said: words, advice, facts, promises of theirs. Whom they named is that one's matter too. */
const theirMarks: ReadonlySet<string> = new Set(['"', '!', '=', '<'])
/** The latest; of more one asks for the whole page about oneself. */
const mostConversations = 50

/**
 * What is kept about somebody, as far as they may see it without the owner beside them: who they are, what they said
 * themselves on the record, when you spoke, what they agreed to. Not what is the owner's own (thoughts, notes about
 * them, labels), not what was said off the record or closed, and nothing that anybody else said.
 */
export async function keptAbout(ctx: Reading, person: Person): Promise<KeptAboutThem> {
  const page = { after: null, limit: mostConversations }
  const rows = await conversationPage(ctx.db, ctx.owner, { person: person.id }, page)
  const ids = rows.map(({ id }) => id)
  const members = (await membersOf(ctx.db, ctx.owner, [person.id])).get(person.id) ?? [person.id]
  const theirs = new Set<string>(members)
  const lives = await livesOf(ctx.db, ctx.owner, ids)
  const lines = await linesOfConversations(ctx.db, ctx.owner, ids)
  const own = lines.filter(
    ({ speaker, mark, offRecord }) =>
      speaker !== null && theirs.has(speaker) && theirMarks.has(mark) && !offRecord,
  )
  const told = Map.groupBy(await toldLines(ctx, own), (line) => line.conversation)
  const said = ids.flatMap((id) => (told.get(id) ?? []).map((line) => line.said))
  return {
    name: nameOf(person),
    values: [
      ...person.names.filter(({ part }) => part !== 'full').map(({ text }) => text),
      ...person.roles.map(({ title, organisation }) => listed([title, organisation])),
      ...person.channels.map(({ value }) => value),
      ...person.places.map((one) =>
        listed([one.street, one.postcode, one.locality, one.region, one.country]),
      ),
      ...person.dates.map(({ what, date }) => listed([what, date])),
    ].filter((value) => value !== ''),
    spokeOn: lives.flatMap((life) => metOn(life) ?? []).toSorted(),
    said: said.filter((words) => words !== ''),
    consent: person.consent,
  }
}

function listed(parts: readonly (string | null)[]): string {
  return parts.filter(Boolean).join(', ')
}
