import { addHours } from '../../kit/days.ts'
import { Problem } from '../../kit/problem.ts'
import type { Handlers, Reading, Writing } from '../../platform/context.ts'
import { checksOf, needReady } from '../letters/checking.operations.ts'
import { type Going, isUnderWay } from '../letters/going.ts'
import { keepAsDraft, keepAsGone } from '../letters/gone.operations.ts'
import { drawn } from '../letters/letters.operations.ts'
import { needMayMoveOn } from '../letters/moving-on.operations.ts'
import { atTable, onDesk, type Which } from '../letters/on-desk.operations.ts'
import { dropGoing, goingAbout, goingOf, keepGoing } from '../letters/outgoing.store.ts'
import { isMailAddress } from '../mail/account.ts'
import { withTheirGroups } from '../people/groups.store.ts'
import type { postContract } from './post.contract.ts'
import { needAsSeen, sheetDigest } from './seen.operations.ts'
import { type Sheet, sheetOf } from './sheet.operations.ts'
import { threadWith } from './thread.operations.ts'

export const postHandlers: Handlers<typeof postContract> = {
  async preview(asked, ctx) {
    const sheet = await sheetOf(ctx, asked, { may: 'choose' })
    const { account, to, others, subject, body, calendar } = sheet
    return {
      from: { name: account.name, address: account.address },
      to: { ...to },
      others: others.map((one) => ({ ...one })),
      subject,
      body,
      attachment: calendar?.name ?? null,
      minutes: account.minutes,
      seen: sheetDigest(sheet),
    }
  },

  async send({ anyway, again, seen, ...asked }, ctx) {
    const { conversation, template } = asked
    const sheet = await sheetOf(ctx, asked, { may: 'be told' })
    const before = await goingOf(ctx.db, ctx.owner, sheet.desk.id)
    needNotGone(sheet, before, again)
    if (seen !== undefined) needAsSeen(sheet, seen)
    const words = { template, subject: sheet.subject, body: sheet.body }
    needReady(await checksOf(ctx, sheet.desk.ground, words), anyway)
    const which = { conversation, template, to: sheet.desk.toOne ?? undefined }
    await needMayMoveOn(ctx, which, sheet.to.person)
    await keepGoing(ctx.db, ctx.owner, await goingWith(ctx, sheet, { before, anyway }))
    return shown(ctx, which)
  },

  async 'take-back'(which, ctx) {
    const failed = await failedOne(ctx, which)
    if (failed !== null) {
      await dropGoing(ctx.db, ctx.owner, failed.id)
      return shown(ctx, which)
    }
    const going = await needGoing(ctx, which)
    if (going.state === 'handing') {
      throw new Problem('letter.already-gone', 'It is too late: the mail server has this letter.', {
        safe: 'Nothing was changed.',
      })
    }
    if (going.state === 'unsure') throw unsure()
    await dropGoing(ctx.db, ctx.owner, going.id)
    await keepAsDraft(ctx, going)
    return shown(ctx, which)
  },

  async went(which, ctx) {
    const going = await needGoing(ctx, which)
    if (going.state !== 'unsure') throw notGoing()
    await keepAsGone(ctx, going, going.handedAt ?? ctx.now())
    return shown(ctx, which)
  },
}

/** One that went, or may have, is not sent by the same press again. */
function needNotGone({ desk }: Sheet, before: Going | null, again: boolean): void {
  if (desk.kept?.sentOn) {
    throw new Problem('letter.already-sent', 'This letter went already.', {
      safe: 'Nothing was sent.',
    })
  }
  if (before === null || !isUnderWay(before)) return
  if (before.state === 'unsure') {
    if (again) return
    throw unsure()
  }
  throw new Problem('letter.already-going', 'This letter is on its way already.', {
    safe: 'It goes once.',
  })
}

/** The letter that was shown, word for word, under a name of its own; the one that may have gone keeps its name. */
async function goingWith(
  ctx: Writing,
  { account, desk, to, subject, body, calendar }: Sheet,
  { before, anyway }: { readonly before: Going | null; readonly anyway: string | undefined },
): Promise<Going> {
  const { conversation } = desk.ground.life
  const due = addHours(ctx.now(), account.minutes / 60)
  const isSame = before?.state === 'unsure'
  return {
    id: desk.id,
    conversation: conversation.id,
    template: desk.template,
    ...(desk.toOne === null ? {} : { toOne: desk.toOne }),
    form: desk.form,
    state: 'waiting',
    due,
    first: due,
    messageId: isSame ? before.messageId : newMessageId(ctx, account.address),
    references: await threadWith(ctx, conversation.id, to.address),
    from: { name: account.name, address: account.address },
    to: { ...to, person: await atTable(ctx, conversation.id, to.person) },
    subject,
    body,
    calendar,
    anyway: anyway ?? null,
    zone: ctx.zone,
    tries: 0,
    handedAt: null,
    trouble: null,
  }
}

/** Nobody else makes the same: an id of ours, at the place the letter comes from. */
function newMessageId(ctx: Writing, address: string): string {
  const place = isMailAddress(address) ? address.slice(address.lastIndexOf('@') + 1) : 'sobremesa'
  // Only letters of ASCII may stand there.
  return `<${ctx.newId('message')}@${/^[\w.-]+$/u.test(place) ? place : 'sobremesa'}>`
}

/** One that did not go is a draft already; taken back, it is not spoken of any more. */
async function failedOne(ctx: Reading, which: Which): Promise<Going | null> {
  const going = await goingThat(ctx, which)
  return going === null || isUnderWay(going) ? null : going
}

async function needGoing(ctx: Reading, which: Which): Promise<Going> {
  const going = await goingThat(ctx, which)
  if (going === null || !isUnderWay(going)) throw notGoing()
  return going
}

/** The one that was told to go to them, also where they left the table or another letter lies on the desk since. */
async function goingThat(ctx: Reading, which: Which): Promise<Going | null> {
  const { conversation, template, to } = which
  if (to !== undefined) {
    const records = await withTheirGroups(ctx.db, ctx.owner, [to])
    const all = await goingAbout(ctx.db, ctx.owner, conversation)
    const theirs = all.filter((one) => one.template === template && records.includes(one.to.person))
    const last = theirs.find(isUnderWay) ?? theirs.at(-1)
    if (last) return last
  }
  const { id } = await onDesk(ctx, which, { afresh: false, form: null })
  return goingOf(ctx.db, ctx.owner, id)
}

/** The letter to them; to the table, where they sit there no more. */
async function shown(ctx: Reading, { conversation, template, to }: Which) {
  const atRest = { afresh: false, form: null }
  const desk = await onDesk(ctx, { conversation, template }, atRest)
  if (to === undefined) return drawn(ctx, desk)
  const records = await withTheirGroups(ctx.db, ctx.owner, [to])
  if (!desk.table.some(({ id }) => records.includes(id))) return drawn(ctx, desk)
  return drawn(ctx, await onDesk(ctx, { conversation, template, to }, atRest))
}

function notGoing(): Problem {
  return new Problem('letter.not-going', 'This letter is not on its way.', {
    safe: 'Nothing was changed.',
  })
}

function unsure(): Problem {
  return new Problem(
    'letter.unsure',
    'It may have gone: the line broke while it was handed over. Look into your Sent folder.',
    {
      safe: 'It is not sent again by itself.',
      mend: 'Say that it went, or send it again: letters.went, or letters.send with again.',
    },
  )
}
