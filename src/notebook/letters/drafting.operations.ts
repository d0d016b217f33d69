import type { TemplateCode } from '../../craft/letters/codes.ts'
import { type Filled, fillTemplate, type TemplateText } from '../../craft/letters/fill.ts'
import { type LetterLanguage, languageOfLetter } from '../../craft/letters/languages.ts'
import { againText, templateText } from '../../craft/letters/templates.ts'
import { draftThanks } from '../../craft/letters/thanks.ts'
import type { TemplateId } from '../../kit/ids.ts'
import { Problem } from '../../kit/problem.ts'
import { wordsOf } from '../../kit/text.ts'
import type { Reading } from '../../platform/context.ts'
import { load } from '../../platform/database/things.ts'
import { foldOf } from '../conversations/course.ts'
import { fillingsFrom } from './fillings.ts'
import type { Ground } from './ground.ts'
import { addressOf, type Letter } from './letter.ts'
import { lettersOf } from './letters.store.ts'
import { templateKind } from './templates.store.ts'

type Draft = Pick<Filled, 'subject' | 'body' | 'used'>

interface From {
  /** The owner's own template that was asked for. */
  readonly form: TemplateId | null
  readonly kept: Letter | null
}

/** A draft as the notebook knows it today: from the owner's own template, or as the craft has it. */
export async function draftFrom(
  ctx: Reading,
  ground: Ground,
  template: TemplateCode,
  { form, kept }: From,
): Promise<Draft> {
  const wanted = form ?? kept?.form ?? null
  const own = wanted === null ? null : await load(ctx.db, ctx.owner, templateKind, wanted)
  if (form !== null && own === null) {
    throw new Problem('template.unknown', 'There is no such template among yours')
  }
  const manner = { language: languageOf(own), zone: ground.settings.zone ?? ctx.zone }
  const fillings = fillingsFrom(ground, ctx.today(), manner)
  if (own) return fillTemplate(own, fillings)
  if (template === 'thanks') return thanksFrom(ctx, ground)
  const filled = fillTemplate(textFor(template, ground), fillings)
  const thread = await threadOf(ctx, ground, template)
  return thread === null ? filled : { ...filled, subject: thread }
}

function textFor(template: Exclude<TemplateCode, 'thanks'>, { life }: Ground): TemplateText {
  const { stage } = foldOf(life).course
  const isMissed = stage === 'no-show-mine' || stage === 'no-show-theirs'
  return template === 'schedule' && isMissed ? againText(stage) : templateText(template)
}

/** Ours are in English; an owner's own is in whatever its words tell. */
function languageOf(own: TemplateText | null): LetterLanguage {
  return (own && languageOfLetter(wordsOf(`${own.subject} ${own.body}`))) ?? 'en'
}

function thanksFrom(ctx: Reading, { life, people, lines, settings }: Ground): Draft {
  return draftThanks({
    to: people.map(addressOf),
    from: settings.name,
    lines,
    day: foldOf(life).course.met?.day ?? ctx.today(),
    today: ctx.today(),
    place: life.conversation.place,
  })
}

/** Letters that go on in a thread, and the letters that began it, the likeliest first. */
const threads: Partial<Readonly<Record<TemplateCode, readonly TemplateCode[]>>> = {
  nudge: ['outreach'],
  schedule: ['outreach', 'nudge'],
  confirm: ['schedule', 'outreach'],
}

/** "Re: 20 minutes about …": the subject of the letter this one goes on from. */
async function threadOf(
  ctx: Reading,
  { life }: Ground,
  template: TemplateCode,
): Promise<string | null> {
  for (const before of threads[template] ?? []) {
    const { sent } = await lettersOf(ctx.db, ctx.owner, life.conversation.id, before)
    const subject = sent.at(-1)?.subject.trim()
    if (subject) return /^re:/iu.test(subject) ? subject : `Re: ${subject}`
  }
  return null
}
