import type { z } from 'zod'
import { mailtoLink } from '../../craft/letters/mailto.ts'
import { gapsIn } from '../../craft/letters/slots.ts'
import type { Handlers, Reading, Writing } from '../../platform/context.ts'
import { needLife, showConversation } from '../conversations/drawn.operations.ts'
import { nameOf } from '../people/person.ts'
import { checksOf, needReady } from './checking.operations.ts'
import { type Letter, mailOf, withVersion } from './letter.ts'
import type { lettersContract } from './letters.contract.ts'
import { letterKind, lettersAbout } from './letters.store.ts'
import { drafted, moveOn } from './moving-on.operations.ts'
import { lastSent, type OnDesk, onDesk } from './on-desk.operations.ts'

type Shown = z.input<typeof lettersContract.draft.output>

export const lettersHandlers: Handlers<typeof lettersContract> = {
  async draft({ afresh, form = null, ...which }, ctx) {
    return drawn(ctx, await onDesk(ctx, which, { afresh, form }))
  },

  async keep({ subject, body, form, aside, ...which }, ctx) {
    const desk = await onDesk(ctx, which, { afresh: false, form: form ?? null })
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
    needReady(await checksOf(ctx, desk.ground, { template: which.template, ...words }), anyway)
    const sentOn = day ?? ctx.today()
    await keepLetter(ctx, desk, {
      ...words,
      sentOn,
      sentTo: desk.ground.people.map((person) => person.id),
      ...(anyway ? { anyway } : {}),
    })
    await moveOn(ctx, which, sentOn)
    return {
      letter: await drawn(ctx, await lastSent(ctx, which, desk.ground)),
      conversation: await showConversation(ctx, which.conversation),
    }
  },

  async list({ conversation }, ctx) {
    await needLife(ctx, conversation)
    const letters = await lettersAbout(ctx.db, ctx.owner, [conversation])
    return {
      letters: letters.map(({ id, template, subject, body, sentOn }) => ({
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

async function drawn(ctx: Reading, desk: OnDesk): Promise<Shown> {
  const { ground, template, subject, body, kept } = desk
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
    subject,
    body,
    used: desk.used.map(({ lineId, ...words }) => ({ line: lineId, ...words })),
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
  }
}

/** Keeps the letter as it lies on the desk, with what changes. */
async function keepLetter(
  ctx: Writing,
  { ground, id, template, form, kept }: OnDesk,
  change: Pick<Letter, 'subject' | 'body'> & Partial<Letter>,
): Promise<void> {
  const conversation = ground.life.conversation.id
  const letter: Letter = { sentOn: null, ...kept, id, conversation, template, form, ...change }
  await ctx.record.keep(letterKind, id, letter)
}
