import type { Side } from '../../craft/introductions/introduction.ts'
import { parties, type Party } from '../../craft/introductions/introduction.ts'
import type { TemplateCode } from '../../craft/letters/codes.ts'
import { fillTemplate } from '../../craft/letters/fill.ts'
import { templateText } from '../../craft/letters/templates.ts'
import type { IntroductionId } from '../../kit/ids.ts'
import { Problem } from '../../kit/problem.ts'
import type { Reading } from '../../platform/context.ts'
import { shownPeople } from '../people/groups.store.ts'
import type { Person } from '../people/person.ts'
import { settingsOf } from '../settings/settings.store.ts'
import { mayWrite, needIntroduction } from './drawn.operations.ts'
import { type IntroductionGround, introductionFillings } from './fillings.ts'
import {
  addressees,
  type Introduction,
  type IntroductionLetter,
  lettersOfPart,
  peopleIn,
  sideOf,
} from './introduction.ts'

export interface WhichLetter {
  readonly id: IntroductionId
  readonly template: TemplateCode
  readonly side?: Side | undefined
}

/** A letter as it lies on the desk: what is kept of it, the words it shows, and to whom it goes. */
export interface OnDesk {
  readonly ground: IntroductionGround
  readonly letter: IntroductionLetter
  readonly isOwn: boolean
  readonly to: readonly Person[]
  readonly bcc: readonly Person[]
}

/** The letter as it was left or as it went, else drafted from what is written of the introduction. */
export async function onDesk(
  ctx: Reading,
  { id, template, side: asked }: WhichLetter,
  afresh: boolean,
): Promise<OnDesk> {
  const introduction = await needIntroduction(ctx, id)
  needLetter(introduction, template)
  const side = sideOf(introduction, template, asked ?? null)
  const ground = await groundOf(ctx, introduction)
  const kept = introduction.letters.find(
    (one) => one.template === template && one.side === side && !(afresh && one.sentOn === null),
  )
  const { to, bcc } = addressees(introduction, template, side)
  const begun = draft(ground, template, to[0] ?? 'target')
  return {
    ground,
    letter: kept ?? { ...begun, template, side, sentOn: null, sentTo: [], anyway: null },
    isOwn: kept !== undefined && (kept.subject !== begun.subject || kept.body !== begun.body),
    to: to.flatMap((party) => ground.people[party] ?? []),
    bcc: bcc.flatMap((party) => ground.people[party] ?? []),
  }
}

function needLetter(introduction: Introduction, template: TemplateCode): void {
  if (!lettersOfPart(introduction).includes(template)) {
    throw new Problem('introduction.no-letter', 'This letter is not yours to write here', {
      mend: `Yours are: ${lettersOfPart(introduction).join(', ')}.`,
    })
  }
  if (mayWrite(introduction, template)) return
  throw new Problem('introduction.no-letter', 'Nobody is linked before both have said yes', {
    safe: 'Nothing was drafted, and nobody was told.',
  })
}

function draft(ground: IntroductionGround, template: TemplateCode, to: Party) {
  // No letter of an introduction is the thank-you, which has no text of its own.
  if (template === 'thanks') throw new Error('An introduction has no letter of thanks')
  const fillings = introductionFillings(ground, template, to)
  const { subject, body } = fillTemplate(templateText(template), fillings)
  return { subject, body }
}

async function groundOf(ctx: Reading, introduction: Introduction): Promise<IntroductionGround> {
  const found = await shownPeople(ctx.db, ctx.owner, peopleIn(introduction))
  const [connector = null, requester = null, target = null] = parties.map((party) => {
    const person = introduction.people[party]
    return (person === null ? undefined : found.get(person)) ?? null
  })
  return {
    introduction,
    people: { connector, requester, target },
    settings: await settingsOf(ctx.db, ctx.owner),
  }
}
