import type { ThanksLine } from '../../craft/letters/thanks-material.ts'
import type { ConversationId, PersonId } from '../../kit/ids.ts'
import type { Reading } from '../../platform/context.ts'
import type { Life } from '../conversations/conversation.ts'
import { withHeads } from '../conversations/conversations.store.ts'
import { needLife } from '../conversations/drawn.operations.ts'
import { withoutDue } from '../notes/day-words.ts'
import { linesOfConversation } from '../notes/lines.store.ts'
import { kindOf, type Mark } from '../notes/marks.ts'
import { readReferral } from '../notes/referral.ts'
import { toldLines } from '../notes/told.operations.ts'
import { fieldKind, followMerges } from '../nouns/nouns.store.ts'
import { shownPeople } from '../people/groups.store.ts'
import { nameOf, type Person } from '../people/person.ts'
import { settingsOf } from '../settings/settings.store.ts'
import type { Ground } from './ground.ts'
import { addressOf } from './letter.ts'
import { groundFor } from './one-of-several.ts'

export async function groundOf(ctx: Reading, conversation: ConversationId): Promise<Ground> {
  const kept = await needLife(ctx, conversation)
  const [life = kept] = await withHeads(ctx.db, ctx.owner, [kept])
  const found = await shownPeople(ctx.db, ctx.owner, life.conversation.people)
  const people = life.conversation.people.flatMap((one) => found.get(one) ?? [])
  const ground: Ground = {
    life,
    people,
    lines: await linesFor(ctx, conversation, found),
    fields: await fieldsOf(ctx, life),
    through: await throughOf(ctx, people),
    settings: await settingsOf(ctx.db, ctx.owner),
  }
  const [first] = people
  // Who is there no more still sat there: what names nobody may be theirs.
  const isLastOfSeveral = people.length === 1 && life.conversation.people.length > 1
  return first && isLastOfSeveral ? groundFor(ground, first.id) : ground
}

async function linesFor(
  ctx: Reading,
  conversation: ConversationId,
  people: ReadonlyMap<PersonId, Person>,
): Promise<ThanksLine[]> {
  const rows = await toldLines(ctx, await linesOfConversation(ctx.db, ctx.owner, conversation))
  return rows.map((row) => {
    const speaker = row.speaker === null ? undefined : people.get(row.speaker)
    return {
      id: row.id,
      kind: kindOf(markOf(row.mark)),
      // The letter says the day in its own way.
      text: row.due
        ? withoutDue(row.said, row.due, row.day, { lang: null, zone: ctx.zone })
        : row.said,
      // A name that is not at the table is somebody else's word, and stays out of the letter.
      speaker: speaker ? addressOf(speaker) : row.named || null,
      names: row.mark === '+' ? readReferral(row.said).name : null,
      day: row.due,
      offRecord: row.offRecord,
    }
  })
}

function markOf(text: string): Mark | null {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the index holds a Mark, or nothing
  return text === '' ? null : (text as Mark)
}

async function fieldsOf(ctx: Reading, { conversation }: Life): Promise<string[]> {
  const fields = await followMerges(ctx.db, ctx.owner, fieldKind, conversation.fields)
  return [...new Set([...fields.values()].map(({ name }) => name))]
}

/** Of several people the first who came through somebody. */
async function throughOf(ctx: Reading, people: readonly Person[]): Promise<string | null> {
  const through = people.map(({ meeting }) => meeting.through).find((one) => one !== null)
  if (!through) return null
  const [found] = (await shownPeople(ctx.db, ctx.owner, [through])).values()
  return found ? nameOf(found) : null
}
