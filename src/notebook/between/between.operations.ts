import { wordsOf } from '../../kit/text.ts'
import type { Handlers, Reading } from '../../platform/context.ts'
import type { Life } from '../conversations/conversation.ts'
import { conversationPage, livesOf } from '../conversations/conversations.store.ts'
import { soonestWith } from '../conversations/drawn.operations.ts'
import { metOn } from '../conversations/life.ts'
import { linesOfConversation, type LineRow } from '../notes/lines.store.ts'
import { readReferral } from '../notes/referral.ts'
import { toldByName } from '../notes/told.operations.ts'
import { peopleCalled } from '../people/names.store.ts'
import { needPerson } from '../people/people.operations.ts'
import type { betweenContract } from './between.contract.ts'

const conversationsLookedAt = 50

/** Steps that say something happened between two people; the others are one's own housekeeping. */
const told: ReadonlySet<string> = new Set([
  'sent',
  'nudged',
  'replied-yes',
  'replied-no',
  'replied-later',
  'scheduled',
  'confirmed',
  'no-show-mine',
  'no-show-theirs',
  'thanked',
  'thanked-no',
  'followed-up',
  'updated',
])

interface Happening {
  readonly day: LineRow['day']
  readonly what: string
  readonly words: string | null
  readonly quote: string | null
  readonly minutes: number | null
  readonly place: string | null
  readonly said: { quotes: number; advice: number; facts: number; referrals: number } | null
  readonly conversation: string | null
  readonly line: string | null
  readonly step: string | null
  readonly person: string | null
}

export const betweenHandlers: Handlers<typeof betweenContract> = {
  async between({ id }, ctx) {
    await needPerson(ctx, id)
    const rows = await conversationPage(
      ctx.db,
      ctx.owner,
      { person: id },
      { after: null, limit: conversationsLookedAt + 1 },
    )
    const ids = rows.slice(0, conversationsLookedAt).map((row) => row.id)
    const lives = await livesOf(ctx.db, ctx.owner, ids)
    const happenings: Happening[] = []
    for (const life of lives) happenings.push(...(await happeningsOf(ctx, life)))
    const [soonest] = await soonestWith(ctx, [id])
    return {
      next: soonest ? { conversation: soonest.conversation, next: soonest.next } : null,
      happenings: happenings.toSorted((a, b) => (a.day > b.day ? -1 : Number(a.day < b.day))),
      more: rows.length > conversationsLookedAt,
    }
  },
}

async function happeningsOf(ctx: Reading, life: Life): Promise<Happening[]> {
  const { conversation, steps } = life
  const lines = await toldByName(ctx, await linesOfConversation(ctx.db, ctx.owner, conversation.id))
  const open = lines.filter((line) => !line.offRecord)
  const blank = { ...nothing, conversation: conversation.id }
  const met = metOn(life)
  const spoke: Happening[] = met
    ? [
        {
          ...blank,
          day: met,
          what: conversation.setting === 'chance' ? 'met' : 'spoke',
          quote: open.find((line) => line.mark === '"')?.said ?? null,
          minutes: conversation.setting === 'chance' ? null : conversation.minutes,
          place: conversation.place,
          said: countsOf(open),
        },
      ]
    : []
  const referrals = []
  for (const line of open.filter(({ mark }) => mark === '+')) {
    referrals.push({
      ...blank,
      ...fromLine(line),
      what: 'referral',
      person: await personIn(ctx, line),
    })
  }
  const promises = open
    .filter(({ mark }) => mark === '>' || mark === '<')
    .map((line) => ({ ...blank, ...fromLine(line), what: line.mark === '>' ? 'mine' : 'theirs' }))
  const taken = steps
    .filter((step) => told.has(step.kind))
    .map((step) => ({ ...blank, day: step.day, what: step.kind, words: step.words, step: step.id }))
  return [...spoke, ...referrals, ...promises, ...taken]
}

const nothing: Omit<Happening, 'day' | 'what'> = {
  words: null,
  quote: null,
  minutes: null,
  place: null,
  said: null,
  conversation: null,
  line: null,
  step: null,
  person: null,
}

function fromLine(line: LineRow): Pick<Happening, 'day' | 'words' | 'line'> {
  return { day: line.day, words: line.said, line: line.id }
}

function countsOf(lines: readonly LineRow[]): NonNullable<Happening['said']> {
  const count = (mark: string) => lines.filter((line) => line.mark === mark).length
  return { quotes: count('"'), advice: count('!'), facts: count('='), referrals: count('+') }
}

async function personIn(ctx: Reading, line: LineRow): Promise<string | null> {
  const { name } = readReferral(line.said)
  const called = name === null ? [] : await peopleCalled(ctx.db, ctx.owner, wordsOf(name))
  return called.length === 1 ? (called[0] ?? null) : null
}
