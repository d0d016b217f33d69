import type { z } from 'zod'
import { mailtoLink } from '../../craft/letters/mailto.ts'
import { gapsIn } from '../../craft/letters/slots.ts'
import type { PersonId } from '../../kit/ids.ts'
import { Problem } from '../../kit/problem.ts'
import type { Handlers, Reading, Writing } from '../../platform/context.ts'
import { needLife, showConversation } from '../conversations/drawn.operations.ts'
import { withTheirGroups } from '../people/groups.store.ts'
import { nameOf } from '../people/person.ts'
import { checksOf, needReady } from './checking.operations.ts'
import { type Going, isUnderWay } from './going.ts'
import { hasReached, hasWords, type Letter, mailOf, type Sending, withVersion } from './letter.ts'
import type { lettersContract } from './letters.contract.ts'
import { letterKind, lettersAbout, lettersOf } from './letters.store.ts'
import { drafted, moveOn } from './moving-on.operations.ts'
import { atTable, lastSent, type OnDesk, onDesk, type Which } from './on-desk.operations.ts'
import { goingOf } from './outgoing.store.ts'

type Shown = z.input<typeof lettersContract.draft.output>

export const lettersHandlers: Handlers<typeof lettersContract> = {
  async draft({ afresh, form = null, ...which }, ctx) {
    return drawn(ctx, await onDesk(ctx, which, { afresh, form }))
  },

  async keep({ subject, body, form, aside, ...which }, ctx) {
    const desk = await onDesk(ctx, which, { afresh: false, form: form ?? null })
    await needUnsent(ctx, desk)
    const words = { subject: subject ?? desk.subject, body: body ?? desk.body }
    const versions = desk.kept?.versions ?? []
    await keepLetter(ctx, desk, {
      ...words,
      versions: aside ? withVersion({ ...words, versions }, ctx.now()) : versions,
      ...(form === undefined ? {} : { form }),
    })
    if (which.template === 'outreach') await drafted(ctx, which.conversation)
    return drawn(ctx, await onDesk(ctx, which, { afresh: false, form: null }))
  },

  async sent({ subject, body, day = null, anyway, ...which }, ctx) {
    const desk = await onDesk(ctx, which, { afresh: false, form: null })
    const words = { subject: subject ?? desk.subject, body: body ?? desk.body }
    if (isSaidTwice(desk, words)) return asItWent(ctx, which, desk)
    await needUnsent(ctx, desk)
    needReady(await checksOf(ctx, desk.ground, { template: which.template, ...words }), anyway)
    const sentOn = day ?? ctx.today()
    await keepLetter(ctx, desk, {
      ...words,
      sentOn,
      sentTo: await seatsOf(ctx, desk),
      ...(anyway ? { anyway } : {}),
    })
    await moveOn(ctx, which, sentOn)
    return asItWent(ctx, which, await sentNow(ctx, which, desk))
  },

  async 'let-go'({ conversation, to }, ctx) {
    const which = { conversation, template: 'thanks', to } as const
    const desk = await onDesk(ctx, which, { afresh: false, form: null })
    if (desk.toOne === null) throw sittingAlone()
    await needUnsent(ctx, desk)
    const { subject = '', body = '' } = desk.kept ?? {}
    await keepLetter(ctx, desk, { subject, body, letGoOn: ctx.today() })
    return drawn(ctx, await onDesk(ctx, which, { afresh: false, form: null }))
  },

  async list({ conversation }, ctx) {
    await needLife(ctx, conversation)
    const letters = await lettersAbout(ctx.db, ctx.owner, [conversation])
    return {
      letters: letters.filter(hasWords).map(({ id, template, subject, body, sentOn }) => ({
        id,
        conversation,
        template,
        subject,
        body,
        sentOn,
      })),
    }
  },
}

/** Pressed once more, or by another device: the same words went, and nothing more is to be done. */
function isSaidTwice(
  { kept }: OnDesk,
  words: { readonly subject: string; readonly body: string },
): boolean {
  return Boolean(kept?.sentOn) && kept?.subject === words.subject && kept.body === words.body
}

async function asItWent(ctx: Reading, { conversation }: Which, desk: OnDesk) {
  return {
    letter: await drawn(ctx, desk),
    conversation: await showConversation(ctx, conversation),
  }
}

function sentNow(ctx: Reading, which: Which, { ground, toOne, kept }: OnDesk): Promise<OnDesk> {
  if (toOne === null && kept?.toOne === undefined) return lastSent(ctx, which, ground)
  return onDesk(ctx, which, { afresh: false, form: null })
}

async function seatsOf(ctx: Reading, { ground: { life, people } }: OnDesk): Promise<PersonId[]> {
  const seats: PersonId[] = []
  for (const { id } of people) seats.push(await atTable(ctx, life.conversation.id, id))
  return seats
}

/** Who of several at the table has been thanked, and when; nobody is asked about where there is one. */
async function thankedOf(
  ctx: Reading,
  { ground, template, table }: OnDesk,
): Promise<Shown['each']> {
  if (template !== 'thanks' || table.length < 2) return []
  const { db, owner } = ctx
  const { conversation } = ground.life
  const { sent, draftsToOne } = await lettersOf(db, owner, conversation.id, template)
  const each: Shown['each'] = []
  for (const person of table) {
    const records = await withTheirGroups(db, owner, [person.id])
    const last = sent.findLast((letter) => hasReached(letter, records))
    const theirs = draftsToOne.find(({ toOne }) => toOne && records.includes(toOne))
    const letGoOn = last ? null : (theirs?.letGoOn ?? null)
    each.push({ id: person.id, name: nameOf(person), sentOn: last?.sentOn ?? null, letGoOn })
  }
  return each
}

/** A letter as doors show it; one that is on its way with the words it goes with. */
export async function drawn(ctx: Reading, desk: OnDesk): Promise<Shown> {
  const { ground, template, kept } = desk
  const going = await goingOf(ctx.db, ctx.owner, desk.id)
  const { subject, body, used } = wordsOf(desk, going)
  const to = ground.people.map((person) => ({
    id: person.id,
    name: nameOf(person),
    mail: mailOf(person),
  }))
  const checks = await checksOf(ctx, ground, { template, subject, body })
  return {
    id: desk.id,
    conversation: ground.life.conversation.id,
    template,
    form: desk.form,
    to,
    each: await thankedOf(ctx, desk),
    subject,
    body,
    used: used.map(({ lineId, ...words }) => ({ line: lineId, ...words })),
    gaps: [...gapsIn(`${subject}\n${body}`)],
    checks: checks.map(({ isAsked, values, ...check }) => ({
      ...check,
      asked: isAsked,
      values: { ...values },
    })),
    mailto: mailtoLink(to.flatMap(({ mail }) => mail ?? []).join(','), subject, body),
    own: desk.isOwn,
    versions: [...(kept?.versions ?? [])],
    sentOn: kept?.sentOn ?? null,
    sentBefore: desk.sentBefore,
    going: going ? shownGoing(going) : kept && shownBack(kept),
    mail: kept?.mail ? shownMail(kept.mail) : null,
  }
}

/** On its way it has the words it goes with; of those nobody knows which came from the notes. */
function wordsOf(desk: OnDesk, going: Going | null): Pick<OnDesk, 'subject' | 'body' | 'used'> {
  return going && isUnderWay(going) ? { ...going, used: [] } : desk
}

function shownGoing({ state, due, from, to, calendar, trouble }: Going): Shown['going'] {
  const { name, address } = to
  return { state, due, from, to: { name, address }, attachment: calendar?.name ?? null, trouble }
}

/** One that went and did not arrive says so until it goes again. */
function shownBack({ cameBack, sentOn }: Letter): Shown['going'] {
  if (!cameBack || sentOn !== null) return null
  const { to, at, reason } = cameBack
  const from = { name: '', address: '' }
  return { state: 'bounced', due: at, from, to, attachment: null, trouble: reason }
}

function shownMail({ from, to, at }: Sending): Shown['mail'] {
  return { from, to, at }
}

/** Nobody writes on a letter that is on its way: it goes as it was shown, or is taken back. */
async function needAtRest(ctx: Reading, letter: string): Promise<void> {
  const going = await goingOf(ctx.db, ctx.owner, letter)
  if (going === null || !isUnderWay(going)) return
  throw new Problem('letter.already-going', 'This letter is on its way, as you told it.', {
    safe: 'Nothing was changed.',
    mend: 'Take it back first, or say whether it went.',
  })
}

/** What went stays as it went, to one of them or to all; nobody writes on it, and it does not go again. */
async function needUnsent(ctx: Reading, { id, kept }: OnDesk): Promise<void> {
  await needAtRest(ctx, id)
  if (!kept?.sentOn) return
  throw new Problem('letter.already-sent', 'This letter went already.', {
    safe: 'It is kept as it went.',
  })
}

function sittingAlone(): Problem {
  return new Problem('letter.not-at-table', 'They sat at that table alone with you.', {
    safe: 'Nothing was changed.',
    mend: 'Let the conversation rest instead: sobremesa conversations step ID rested.',
  })
}

/** Keeps the letter as it lies on the desk, with what changes; one that went to all stays to all. */
async function keepLetter(
  ctx: Writing,
  { ground, id, template, form, toOne, kept }: OnDesk,
  change: Pick<Letter, 'subject' | 'body'> & Partial<Letter>,
): Promise<void> {
  const conversation = ground.life.conversation.id
  const isToAll = kept !== null && kept.toOne === undefined
  // Whoever is written to is not let go of.
  const { letGoOn: _, ...before } = kept ?? {}
  const letter: Letter = {
    sentOn: null,
    ...before,
    id,
    conversation,
    template,
    form,
    ...(toOne === null || isToAll ? {} : { toOne }),
    ...change,
  }
  await ctx.record.keep(letterKind, id, letter)
}
