import { countLetter } from '../../craft/letters/lint.ts'
import type { Day } from '../../kit/days.ts'
import type { PersonId } from '../../kit/ids.ts'
import type { Reading } from '../../platform/context.ts'
import type { Life } from '../conversations/conversation.ts'
import { livesOf, withHeads } from '../conversations/conversations.store.ts'
import { nowOf, paceIn } from '../conversations/drawn.operations.ts'
import { lettersSentSince } from '../letters/letters.store.ts'
import { shownPeople } from '../people/groups.store.ts'
import type { Person } from '../people/person.ts'
import { askingsOf } from './asked.ts'
import { conversationsAndDays } from './asking.store.ts'
import type { GroupOf, Told } from './works.ts'

type Sent = Omit<Told, 'words'>

/** Every first letter there is, with how one came to whom it went to, and the days on which one spoke. */
export async function askedLetters(
  ctx: Reading,
): Promise<{ readonly asked: readonly Sent[]; readonly held: readonly Day[] }> {
  const [now, pace] = [nowOf(ctx), await paceIn(ctx)]
  const rows = await conversationsAndDays(ctx.db, ctx.owner)
  const ids = rows.map((row) => row.id)
  const lives = await withHeads(ctx.db, ctx.owner, await livesOf(ctx.db, ctx.owner, ids))
  const days = new Map(rows.map((row) => [row.id, row.heldOn]))
  const people = await shownPeople(ctx.db, ctx.owner, [
    ...new Set(lives.flatMap(({ conversation }) => conversation.people)),
  ])
  const firstTalk = firstTalks(lives, days)
  const asked = lives.flatMap((life) => {
    const table = life.conversation.people.flatMap((who) => people.get(who) ?? [])
    return askingsOf(life, now, pace).map((one) => ({
      ...one,
      path: pathTo(table, one.day, firstTalk),
      channel: channelTo(table),
    }))
  })
  return { asked, held: rows.flatMap(({ heldOn }) => heldOn ?? []) }
}

/** With the words of the first letter that went in that conversation on that day, where it is kept. */
export async function withWords(ctx: Reading, asked: readonly Sent[]): Promise<readonly Told[]> {
  const letters = (await lettersSentSince(ctx.db, ctx.owner, '0001-01-01')).filter(
    ({ template }) => template === 'outreach',
  )
  const words = new Map(
    letters.map((one) => [`${one.conversation} ${one.sentOn}`, countLetter('', one.body).words]),
  )
  return asked.map((one) => ({
    ...one,
    words: words.get(`${one.conversation} ${one.day}`) ?? null,
  }))
}

function pathTo(
  table: readonly Person[],
  on: Day,
  firstTalk: ReadonlyMap<PersonId, Day>,
): GroupOf<'path'> {
  if (table.some(({ id }) => (firstTalk.get(id) ?? on) < on)) return 'known'
  return table.some(({ meeting }) => meeting.through) ? 'introduced' : 'stranger'
}

function channelTo(table: readonly Person[]): GroupOf<'channel'> {
  const kinds = table.flatMap(({ channels }) => channels.map(({ kind }) => kind))
  return kinds.includes('mail') ? 'mail' : 'no-mail'
}

/** The day on which one first spoke with each. */
function firstTalks(
  lives: readonly Life[],
  days: ReadonlyMap<string, Day | null>,
): ReadonlyMap<PersonId, Day> {
  const first = new Map<PersonId, Day>()
  for (const { conversation } of lives) {
    const day = days.get(conversation.id)
    if (!day) continue
    for (const who of conversation.people) {
      if (day < (first.get(who) ?? '9999')) first.set(who, day)
    }
  }
  return first
}
