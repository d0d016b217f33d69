import { courseOf } from '../../craft/introductions/course.ts'
import { otherSide } from '../../craft/introductions/introduction.ts'
import { countLetter } from '../../craft/letters/lint.ts'
import type { Day } from '../../kit/days.ts'
import type { PersonId } from '../../kit/ids.ts'
import type { Reading } from '../../platform/context.ts'
import type { Life } from '../conversations/conversation.ts'
import { livesOf, withHeads } from '../conversations/conversations.store.ts'
import { nowOf, paceIn } from '../conversations/drawn.operations.ts'
import { allIntroductions, withHeadsOf } from '../introductions/introductions.store.ts'
import { type Letter, mailOf } from '../letters/letter.ts'
import { lettersSentSince } from '../letters/letters.store.ts'
import { shownPeople } from '../people/groups.store.ts'
import type { Person } from '../people/person.ts'
import { askingsOf } from './asked.ts'
import { conversationsAndDays } from './asking.store.ts'
import type { GroupOf, Told } from './works.ts'

type Sent = Omit<Told, 'words' | 'channel'> & {
  /** Whether anybody at the table has a mail address. */
  readonly hasMail: boolean
}

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
  const before: Before = {
    talked: firstTalks(lives, days),
    brought: await broughtTogether(ctx),
  }
  const asked = lives.flatMap((life) => {
    const table = life.conversation.people.flatMap((who) => people.get(who) ?? [])
    return askingsOf(life, now, pace).map((one) => ({
      ...one,
      path: pathTo(table, one.day, before),
      hasMail: table.some((person) => mailOf(person) !== null),
    }))
  })
  return { asked, held: rows.flatMap(({ heldOn }) => heldOn ?? []) }
}

/** With what is known of the first letter that went in that conversation on that day, where it is kept. */
export async function withLetters(ctx: Reading, asked: readonly Sent[]): Promise<readonly Told[]> {
  const letters = (await lettersSentSince(ctx.db, ctx.owner, '0001-01-01')).filter(
    ({ template }) => template === 'outreach',
  )
  const kept = new Map(letters.map((one) => [`${one.conversation} ${one.sentOn}`, one]))
  return asked.map(({ hasMail, ...one }) => {
    const letter = kept.get(`${one.conversation} ${one.day}`)
    if (!letter) return { ...one, words: null, channel: null }
    const words = countLetter('', letter.body).words
    return { ...one, words, channel: channelOf(letter, hasMail) }
  })
}

function channelOf({ mail }: Letter, hasMail: boolean): GroupOf<'channel'> {
  if (mail) return 'account'
  return hasMail ? 'program' : 'copied'
}

/** Of each the day on which one first spoke with them, and on which one was brought to them. */
interface Before {
  readonly talked: ReadonlyMap<PersonId, Day>
  readonly brought: ReadonlyMap<PersonId, Day>
}

function pathTo(table: readonly Person[], on: Day, before: Before): GroupOf<'path'> {
  if (table.some(({ id }) => (before.talked.get(id) ?? on) < on)) return 'known'
  const isBrought = ({ id, meeting }: Person) =>
    meeting.through !== null || (before.brought.get(id) ?? '9999') <= on
  return table.some(isBrought) ? 'introduced' : 'stranger'
}

/** The day on which an introduction with the owner as one of the two was made, by whom the other is. */
async function broughtTogether(ctx: Reading): Promise<ReadonlyMap<PersonId, Day>> {
  const kept = await allIntroductions(ctx.db, ctx.owner)
  const first = new Map<PersonId, Day>()
  for (const one of await withHeadsOf(ctx.db, ctx.owner, kept)) {
    const { made } = courseOf(one)
    const other = one.me === 'connector' ? null : one.people[otherSide(one.me)]
    if (made === null || other === null) continue
    if (made < (first.get(other) ?? '9999')) first.set(other, made)
  }
  return first
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
