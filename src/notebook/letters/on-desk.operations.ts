import type { TemplateCode } from '../../craft/letters/codes.ts'
import type { UsedLine } from '../../craft/letters/pieces.ts'
import type { ConversationId, TemplateId } from '../../kit/ids.ts'
import type { Reading } from '../../platform/context.ts'
import { draftFrom } from './drafting.operations.ts'
import { groundOf } from './ground.operations.ts'
import type { Ground } from './ground.ts'
import type { Letter } from './letter.ts'
import { letterId, lettersOf } from './letters.store.ts'

export interface Which {
  readonly conversation: ConversationId
  readonly template: TemplateCode
}

interface Words {
  readonly subject: string
  readonly body: string
}

/** A letter as it lies on the desk: what is kept of it, and the words it shows. */
export interface OnDesk extends Words {
  readonly ground: Ground
  readonly id: string
  readonly template: TemplateCode
  readonly form: TemplateId | null
  readonly used: readonly UsedLine[]
  /** The owner changed what the notebook drafts. */
  readonly isOwn: boolean
  readonly kept: Letter | null
  /** Letters of this template that went before. */
  readonly sentBefore: number
}

interface How {
  readonly afresh: boolean
  readonly form: TemplateId | null
}

/**
 * The draft as it was left, or made anew. There is one thank-you in a conversation: the one that went is shown. Of every
 * other template the next letter begins when one went.
 */
export async function onDesk(ctx: Reading, which: Which, how: How): Promise<OnDesk> {
  const { conversation, template } = which
  const ground = await groundOf(ctx, conversation)
  const { kept, sentBefore } = await keptOf(ctx, which)
  const begun = await draftFrom(ctx, ground, template, { form: how.form, kept })
  const own = keptWords(kept, how)
  const isOwn = own !== null && !isSame(own, begun)
  return {
    ground,
    id: kept?.id ?? letterId(conversation, template, sentBefore),
    template,
    form: how.form ?? own?.form ?? null,
    subject: (own ?? begun).subject,
    body: (own ?? begun).body,
    used: isOwn ? [] : begun.used,
    isOwn,
    kept,
    sentBefore,
  }
}

/** The letter of this template that went last, as it went. */
export async function lastSent(ctx: Reading, which: Which, ground: Ground): Promise<OnDesk> {
  const { sent } = await lettersOf(ctx.db, ctx.owner, which.conversation, which.template)
  const letter = sent.at(-1)!
  const { id, template, subject, body, form = null } = letter
  const sentBefore = sent.length - 1
  return {
    ground,
    id,
    template,
    subject,
    body,
    form,
    used: [],
    isOwn: true,
    kept: letter,
    sentBefore,
  }
}

async function keptOf(
  ctx: Reading,
  { conversation, template }: Which,
): Promise<{ readonly kept: Letter | null; readonly sentBefore: number }> {
  const { sent, draft } = await lettersOf(ctx.db, ctx.owner, conversation, template)
  const once = template === 'thanks' ? sent.at(-1) : undefined
  return once ? { kept: once, sentBefore: 0 } : { kept: draft, sentBefore: sent.length }
}

/** What was kept, unless a draft is asked for anew, or from another template than it was kept with. */
function keptWords(kept: Letter | null, { afresh, form }: How): Letter | null {
  const isOther = form !== null && kept?.form !== form
  return afresh || isOther ? null : kept
}

function isSame(one: Words, other: Words): boolean {
  return one.subject === other.subject && one.body === other.body
}
