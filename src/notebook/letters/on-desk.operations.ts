import type { TemplateCode } from '../../craft/letters/codes.ts'
import type { UsedLine } from '../../craft/letters/pieces.ts'
import type { ConversationId, PersonId, TemplateId } from '../../kit/ids.ts'
import type { Reading } from '../../platform/context.ts'
import { load } from '../../platform/database/things.ts'
import type { StepKind } from '../conversations/conversation.ts'
import { foldOf } from '../conversations/course.ts'
import { needLife } from '../conversations/drawn.operations.ts'
import { headsOf, withTheirGroups } from '../people/groups.store.ts'
import type { Person } from '../people/person.ts'
import { draftFrom } from './drafting.operations.ts'
import { groundOf } from './ground.operations.ts'
import type { Ground } from './ground.ts'
import { hasReached, hasWords, type Letter } from './letter.ts'
import { letterId, letterKind, lettersOf } from './letters.store.ts'
import { groundFor, oneOfSeveral } from './one-of-several.ts'
import { goingOf } from './outgoing.store.ts'

export interface Which {
  readonly conversation: ConversationId
  readonly template: TemplateCode
  /** At a table of several each has a thank-you of their own. */
  readonly to?: PersonId | undefined
}

interface Words {
  readonly subject: string
  readonly body: string
}

/** A letter as it lies on the desk: what is kept of it, and the words it shows. */
export interface OnDesk extends Words {
  /** With those it is for. */
  readonly ground: Ground
  readonly table: readonly Person[]
  readonly id: string
  readonly template: TemplateCode
  readonly form: TemplateId | null
  readonly toOne: PersonId | null
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
 * The draft as it was left, or made anew. There is one thank-you for having spoken, or one for each at a table of several:
 * the one that went is shown until they speak again. Of every other template the next letter begins when one went.
 */
export async function onDesk(ctx: Reading, which: Which, how: How): Promise<OnDesk> {
  const { template } = which
  const { whole, ground, one, toOne } = await seatsOf(ctx, which)
  const table = whole.people
  const { kept, sentBefore, begins } = await keptWith(ctx, which, { whole, one })
  const begun = await draftFrom(ctx, ground, template, { form: how.form, kept: begins })
  const own = keptWords(begins, how)
  const isOwn = own !== null && !isSame(own, begun)
  return {
    ground,
    table,
    id: kept?.id ?? (await newId(ctx, which, toOne ?? sentBefore)),
    template,
    toOne,
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
  const letter = sent.findLast(({ toOne }) => toOne === undefined)!
  const { id, template, subject, body, form = null } = letter
  const sentBefore = sent.length - 1
  return {
    ground,
    table: ground.people,
    id,
    template,
    subject,
    body,
    form,
    toOne: null,
    used: [],
    isOwn: true,
    kept: letter,
    sentBefore,
  }
}

/** Who is at the table, and what a letter to one of them, or to all, is made of. */
async function seatsOf(ctx: Reading, { conversation, template, to }: Which) {
  const whole = await groundOf(ctx, conversation)
  const one = oneOfSeveral(whole, template, await headOf(ctx, to))
  if (one === null) return { whole, ground: whole, one, toOne: null }
  return { whole, ground: groundFor(whole, one), one, toOne: await atTable(ctx, conversation, one) }
}

/** A letter to all that is as the notebook drafts it says what others said and were promised: it begins nobody's own. */
async function ownWordsToAll(
  ctx: Reading,
  whole: Ground,
  draft: Letter | null,
): Promise<Letter | null> {
  if (draft === null) return null
  const begun = await draftFrom(ctx, whole, draft.template, { form: null, kept: draft })
  return isSame(draft, begun) ? null : draft
}

async function headOf(ctx: Reading, person: PersonId | undefined): Promise<PersonId | undefined> {
  if (person === undefined) return undefined
  return (await headsOf(ctx.db, ctx.owner, [person])).get(person) ?? person
}

/** The record by which they sit there: parted again from who they are one with, their letter stays theirs. */
export async function atTable(
  ctx: Reading,
  conversation: ConversationId,
  one: PersonId,
): Promise<PersonId> {
  const { people } = (await needLife(ctx, conversation)).conversation
  const records = await withTheirGroups(ctx.db, ctx.owner, [one])
  return people.find((person) => records.includes(person)) ?? one
}

/** Made of whom it is for; where a seat was given on, the letter to who sat there before keeps the id it has. */
async function newId(
  ctx: Reading,
  { conversation, template }: Which,
  which: number | PersonId,
): Promise<string> {
  const own = letterId(conversation, template, which)
  if (typeof which === 'number') return own
  for (let more = 1; ; more++) {
    const free = more === 1 ? own : `${own}-${more}`
    if (!(await isOfAnother(ctx, free, which))) return free
  }
}

async function isOfAnother(ctx: Reading, letter: string, one: PersonId): Promise<boolean> {
  const kept = await load(ctx.db, ctx.owner, letterKind, letter)
  if (kept) return true
  const going = await goingOf(ctx.db, ctx.owner, letter)
  return going !== null && going.toOne !== one
}

interface KeptWords {
  readonly kept: Letter | null
  /** Whose words it begins with, where they are the owner's. */
  readonly begins: Letter | null
  readonly sentBefore: number
}

async function keptWith(
  ctx: Reading,
  which: Which,
  { whole, one }: { readonly whole: Ground; readonly one: PersonId | null },
): Promise<KeptWords> {
  if (one === null) return keptOf(ctx, which, whole.people)
  const found = await keptFor(ctx, which, one)
  if (found.begins === found.kept) return found
  return { ...found, begins: await ownWordsToAll(ctx, whole, found.begins) }
}

/** Of one who is left at the table it is theirs, where there is one. */
async function keptOf(
  ctx: Reading,
  which: Which,
  [first, ...others]: readonly Person[],
): Promise<KeptWords> {
  if (which.template === 'thanks' && first && others.length === 0) {
    const theirs = await keptFor(ctx, which, first.id)
    if (theirs.kept !== null) return theirs
  }
  return keptOfAll(ctx, which)
}

async function keptOfAll(ctx: Reading, { conversation, template }: Which): Promise<KeptWords> {
  const { sent, draft } = await lettersOf(ctx.db, ctx.owner, conversation, template)
  const common = sent.filter(({ toOne }) => toOne === undefined)
  const isOnce = template === 'thanks' && !(await haveSpokenSince(ctx, conversation))
  const once = isOnce ? common.at(-1) : undefined
  return once
    ? { kept: once, begins: once, sentBefore: 0 }
    : { kept: draft, begins: draft, sentBefore: common.length }
}

/** The one that went to them, alone or with the others; else theirs, which begins as the one to all was left. */
async function keptFor(
  ctx: Reading,
  { conversation, template }: Which,
  person: PersonId,
): Promise<KeptWords> {
  const { sent, draft, draftsToOne } = await lettersOf(ctx.db, ctx.owner, conversation, template)
  const records = await withTheirGroups(ctx.db, ctx.owner, [person])
  const isTheirs = ({ toOne }: Letter) => toOne !== undefined && records.includes(toOne)
  const went = sent.findLast((letter) => hasReached(letter, records))
  const isOver = went !== undefined && !(await haveSpokenSince(ctx, conversation))
  const kept = (isOver ? went : draftsToOne.find(isTheirs)) ?? null
  const begins = kept !== null && hasWords(kept) ? kept : draft
  return { kept, begins, sentBefore: 0 }
}

const thanksSteps: ReadonlySet<StepKind> = new Set(['thanked', 'followed-up', 'thanked-no'])

/** After a line that recalled how they met they spoke at length: that is thanked for by another letter. */
async function haveSpokenSince(ctx: Reading, conversation: ConversationId): Promise<boolean> {
  const kinds = foldOf(await needLife(ctx, conversation)).told.map(({ step }) => step.kind)
  const thanked = kinds.findLastIndex((kind) => thanksSteps.has(kind))
  return thanked >= 0 && kinds.lastIndexOf('held') > thanked
}

/** What was kept, unless a draft is asked for anew, or from another template than it was kept with. */
function keptWords(kept: Letter | null, { afresh, form }: How): Letter | null {
  const isOther = form !== null && kept?.form !== form
  return afresh || isOther ? null : kept
}

function isSame(one: Words, other: Words): boolean {
  return one.subject === other.subject && one.body === other.body
}
