import type { z } from 'zod'
import { mailtoLink } from '../../craft/letters/mailto.ts'
import type { ThanksLine } from '../../craft/letters/thanks-material.ts'
import { checkThanks, draftThanks } from '../../craft/letters/thanks.ts'
import type { ConversationId, PersonId } from '../../kit/ids.ts'
import { Problem } from '../../kit/problem.ts'
import type { Handlers, Reading, Writing } from '../../platform/context.ts'
import type { Life } from '../conversations/conversation.ts'
import { takeStep } from '../conversations/conversations.operations.ts'
import { withHeads } from '../conversations/conversations.store.ts'
import { foldOf } from '../conversations/course.ts'
import { needLife, nowOf, paceIn, showConversation } from '../conversations/drawn.operations.ts'
import { stateOf } from '../conversations/life.ts'
import { maySteps } from '../conversations/possible-steps.ts'
import { withoutDue } from '../notes/day-words.ts'
import { linesOfConversation } from '../notes/lines.store.ts'
import { kindOf, type Mark } from '../notes/marks.ts'
import { readReferral } from '../notes/referral.ts'
import { toldLines } from '../notes/told.operations.ts'
import { shownPeople } from '../people/groups.store.ts'
import { nameOf, type Person } from '../people/person.ts'
import { settingsOf } from '../settings/settings.store.ts'
import { addressOf, type Letter, mailOf } from './letter.ts'
import type { lettersContract } from './letters.contract.ts'
import { keptLetter, letterId, letterKind } from './letters.store.ts'

type Shown = z.input<typeof lettersContract.draft.output>
type Which = { readonly conversation: ConversationId; readonly template: Letter['template'] }

export const lettersHandlers: Handlers<typeof lettersContract> = {
  async draft({ afresh, ...which }, ctx) {
    return showLetter(ctx, which, { afresh })
  },

  async keep({ subject, body, ...which }, ctx) {
    await keepWords(ctx, which, { subject, body, sent: false })
    return showLetter(ctx, which, { afresh: false })
  },

  async sent({ subject, body, day, ...which }, ctx) {
    await keepWords(ctx, which, { subject, body, sent: true })
    await moveOn(ctx, which.conversation, day)
    return {
      letter: await showLetter(ctx, which, { afresh: false }),
      conversation: await showConversation(ctx, which.conversation),
    }
  },
}

interface Ground {
  readonly life: Life
  readonly people: readonly Person[]
  readonly lines: readonly ThanksLine[]
  readonly from: string
}

async function groundOf(ctx: Reading, conversation: ConversationId): Promise<Ground> {
  const kept = await needLife(ctx, conversation)
  const [life = kept] = await withHeads(ctx.db, ctx.owner, [kept])
  const found = await shownPeople(ctx.db, ctx.owner, life.conversation.people)
  const people = life.conversation.people.flatMap((one) => found.get(one) ?? [])
  const settings = await settingsOf(ctx.db, ctx.owner)
  return { life, people, lines: await linesFor(ctx, conversation, found), from: settings.name }
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

function draftFrom(ctx: Reading, ground: Ground) {
  const { conversation } = ground.life
  return draftThanks({
    to: ground.people.map(addressOf),
    from: ground.from,
    lines: ground.lines,
    day: foldOf(ground.life).course.met?.day ?? ctx.today(),
    today: ctx.today(),
    place: conversation.place,
  })
}

async function showLetter(
  ctx: Reading,
  which: Which,
  { afresh }: { readonly afresh: boolean },
): Promise<Shown> {
  const ground = await groundOf(ctx, which.conversation)
  const kept = await keptLetter(ctx.db, ctx.owner, which.conversation, which.template)
  const own = afresh ? null : kept
  const draft = draftFrom(ctx, ground)
  const { subject, body } = own ?? draft
  const to = ground.people.map((person) => ({ name: nameOf(person), mail: mailOf(person) }))
  const changed = own !== null && (own.body !== draft.body || own.subject !== draft.subject)
  const checks = checkThanks(subject, body, ground.lines)
  return {
    ...which,
    to,
    subject,
    body,
    used: changed ? [] : draft.used.map(({ lineId, ...words }) => ({ line: lineId, ...words })),
    checks: checks.map((check) => ({ ...check, values: { ...check.values } })),
    mailto: mailtoLink(to.flatMap(({ mail }) => mail ?? []).join(','), subject, body),
    own: changed,
    sentOn: kept?.sentOn ?? null,
  }
}

async function keepWords(
  ctx: Writing,
  which: Which,
  words: {
    readonly subject: string | undefined
    readonly body: string | undefined
    readonly sent: boolean
  },
): Promise<void> {
  const before = await showLetter(ctx, which, { afresh: false })
  const kept = await keptLetter(ctx.db, ctx.owner, which.conversation, which.template)
  const letter: Letter = {
    id: letterId(which.conversation, which.template),
    ...which,
    subject: words.subject ?? before.subject,
    body: words.body ?? before.body,
    sentOn: words.sent ? ctx.today() : (kept?.sentOn ?? null),
  }
  await ctx.record.keep(letterKind, letter.id, letter)
}

/** After a talk the letter is the thanks; after a meeting by chance it is the line that recalls the moment. */
async function moveOn(
  ctx: Writing,
  conversation: ConversationId,
  day: Letter['sentOn'] | undefined,
): Promise<void> {
  const life = await needLife(ctx, conversation)
  const possible = maySteps(stateOf(life, nowOf(ctx), await paceIn(ctx)))
  const kind = (['thanked', 'followed-up'] as const).find((one) => possible.includes(one))
  if (!kind && foldOf(life).told.some(({ step }) => step.kind === 'thanked')) return
  if (!kind) {
    throw new Problem(
      'step.not-now',
      'You have not spoken yet, so there is nothing to thank for.',
      {
        safe: 'Your words are as they were.',
        mend: 'Write down that you spoke: sobremesa conversations finish.',
      },
    )
  }
  await takeStep(ctx, conversation, { kind, ...(day ? { day } : {}) })
}
