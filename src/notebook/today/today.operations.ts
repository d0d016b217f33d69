import { addDays, instantAt } from '../../kit/days.ts'
import { id, type PersonId } from '../../kit/ids.ts'
import type { Handlers, Reading } from '../../platform/context.ts'
import { livesOf, withHeads } from '../conversations/conversations.store.ts'
import { nowOf, paceIn } from '../conversations/drawn.operations.ts'
import type { Pace } from '../conversations/life.ts'
import type { Now } from '../conversations/moment.ts'
import { standingsOf } from '../conversations/next-among.operations.ts'
import { wakingConversations } from '../conversations/waking.store.ts'
import { introductionsUnderway } from '../introductions/underway.operations.ts'
import { lettersInTrouble } from '../letters/in-trouble.operations.ts'
import { leftToThank } from '../letters/thanking.operations.ts'
import { withoutDue } from '../notes/day-words.ts'
import { linesOfConversation } from '../notes/lines.store.ts'
import { toldByName } from '../notes/told.operations.ts'
import { countPeople, peopleRows } from '../people/people.store.ts'
import { promisesIn } from '../promises/promises.operations.ts'
import type { todayContract } from './today.contract.ts'
import { type OpenPromise, type Today, todayOf, type TodayItem, type Underway } from './today.ts'
import { itemInWords, sizeInWords } from './words.ts'

/** More than anybody can have underway; those that moved last are looked at. */
const lookedAt = 2000

export const todayHandlers: Handlers<typeof todayContract> = {
  async show({ day }, ctx) {
    const now = day ? noonOf(day, ctx) : nowOf(ctx)
    const today = await readToday(ctx, now)
    return {
      day: now.day,
      size: sizeInWords(today.size),
      counts: { ...today.size },
      next: today.items.map((item) => shown(item, now)),
      asleep: today.asleep,
      empty: today.items.length === 0 && (await countPeople(ctx.db, ctx.owner)) === 0,
    }
  },
}

/** Another day is looked at as it will be in the middle of it. */
function noonOf(day: Now['day'], ctx: Reading): Now {
  return { day, instant: instantAt(ctx.zone, day, '12:00'), zone: ctx.zone }
}

async function readToday(ctx: Reading, now: Now): Promise<Today> {
  const pace = await paceIn(ctx)
  const ids = await wakingConversations(ctx.db, ctx.owner, lookedAt)
  const lives = await withHeads(ctx.db, ctx.owner, await livesOf(ctx.db, ctx.owner, ids))
  const standings = await standingsOf(ctx, lives, now, pace)
  const underway = []
  for (const { conversation } of lives) {
    const { next } = standings.get(conversation.id)!
    const quote = next.what === 'thank' ? await quoteOf(ctx, conversation, next.who) : null
    underway.push({ conversation, next, quote })
  }
  const promises = await openPromises(ctx, pace)
  const introductions = await introductionsUnderway(ctx, now.day, pace.clocks.introduction)
  const letters = await lettersInTrouble(ctx)
  const tables = lives.map(({ conversation }) => conversation)
  const thanks = await leftToThank(
    ctx,
    tables.filter(({ binnedOn }) => binnedOn === null),
  )
  const people = [
    ...underway.flatMap(({ next }) => next.who ?? []),
    ...promises.flatMap(({ person }) => person ?? []),
    ...underway.flatMap(({ conversation }) => conversation.fromThem ?? []).map((one) => one.person),
    ...introductions.flatMap(({ who }) => who ?? []),
    ...letters.map(({ person }) => person),
    ...thanks.flatMap(({ person, thanked }) => [person, thanked]),
  ]
  const names = await namesOf(ctx, [...new Set(people)])
  return todayOf({ now, underway, promises, introductions, letters, thanks, names })
}

/** What they said that stays longest: the first quote of the notes, on the record; of several at the table, theirs alone. */
async function quoteOf(
  ctx: Reading,
  { id: conversation, people }: Underway['conversation'],
  who: PersonId | null,
): Promise<string | null> {
  const lines = await toldByName(ctx, await linesOfConversation(ctx.db, ctx.owner, conversation))
  const theirs = lines.filter(({ speaker }) => people.length < 2 || speaker === who)
  return theirs.find((line) => line.mark === '"' && !line.offRecord && line.said)?.said ?? null
}

/** My promises without a day fall due after as many days as the owner's clock says. */
async function openPromises(ctx: Reading, pace: Pace): Promise<OpenPromise[]> {
  const all = await promisesIn(ctx)
  return all
    .filter((promise) => promise.doneOn === null)
    .map((promise) => ({
      line: promise.line,
      conversation: promise.conversation === null ? null : id('conversation', promise.conversation),
      person: promise.person ? id('person', promise.person.id) : null,
      whose: promise.whose,
      // The day stands beside the sentence.
      text: promise.due
        ? withoutDue(promise.text, promise.due, promise.madeOn, { lang: null, zone: ctx.zone })
        : promise.text,
      due:
        promise.due ??
        (promise.whose === 'mine'
          ? addDays(promise.madeOn, pace.clocks.after.promiseDefaultDays)
          : null),
    }))
}

async function namesOf(ctx: Reading, people: readonly PersonId[]) {
  const rows = await peopleRows(ctx.db, ctx.owner, people)
  return new Map(rows.map((row) => [row.id, row.name]))
}

function shown(item: TodayItem, now: Now) {
  const { what, who, group, conversation, line, introduction, by, why, quote } = item
  const { template = null } = item
  return {
    what,
    who: who?.name ?? null,
    person: who?.id ?? null,
    why: itemInWords(item, now.day),
    by: by?.instant ?? by?.day ?? null,
    group,
    code: why.code,
    values: { ...why.values },
    quote,
    conversation,
    line,
    introduction,
    template,
  }
}
