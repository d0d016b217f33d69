import { bounceInWords } from '../../craft/letters/bounce-words.ts'
import type { Incoming } from '../../formats/mail/incoming.ts'
import { addDays, dayIn } from '../../kit/days.ts'
import { headText } from '../../kit/head-text.ts'
import type { ConversationId, PersonId } from '../../kit/ids.ts'
import type { Reading, Writing } from '../../platform/context.ts'
import type { FromThem, HeardMail } from '../conversations/conversation.ts'
import { conversationKind, livesOf } from '../conversations/conversations.store.ts'
import type { Letter } from '../letters/letter.ts'
import { lettersSentSince, letterUnder } from '../letters/letters.store.ts'
import { mailAccount } from '../mail/mail.store.ts'
import { shownPeople, withTheirGroups } from '../people/groups.store.ts'
import { mailKeysOf } from '../people/reach-keys.ts'
import { settingsOf } from '../settings/settings.store.ts'
import type { Asked } from './asked.operations.ts'
import { longestMessageName } from './hearing.contract.ts'

/** The head of a mail as it was read, and where it lies. */
export interface HeardHead {
  /** As `boxIn` names it. */
  readonly box: string
  readonly uid: number
  /** Its Message-ID without brackets. */
  readonly id: string | null
  readonly incoming: Incoming
}

/** To what a mail belongs, and who wrote it or was not reached. */
interface Belongs {
  readonly conversation: ConversationId
  readonly person: PersonId
  readonly letter: Letter | null
}

/** Days in which a report that quotes no letter can be about the last one to that address. */
const reportsLast = 14
/** So many mails are kept in a conversation; the oldest that were seen go first. */
const mostHeard = 50
const longestSubject = 300
const longestName = 254

/**
 * Writes down the heads that belong to a letter that went, or come from somebody who was asked; of all others nothing is
 * kept. The same mail is heard once. How many were new.
 */
export async function hearHeads(
  ctx: Writing,
  heads: readonly HeardHead[],
  asked: readonly Asked[],
): Promise<number> {
  const own = await ownKeys(ctx)
  let count = 0
  for (const head of heads) {
    const { incoming } = head
    // What a machine wrote about anything else is nobody's answer.
    if (incoming.kind === 'automatic' || isFrom(incoming, own)) continue
    const belongs = await belongingOf(ctx, incoming, asked)
    if (belongs && (await noteDown(ctx, head, belongs))) count += 1
  }
  return count
}

async function ownKeys(ctx: Reading): Promise<ReadonlySet<string>> {
  const { addresses } = await settingsOf(ctx.db, ctx.owner)
  const account = await mailAccount(ctx.db, ctx.owner)
  const all = [...addresses, ...(account ? [account.account.address] : [])]
  return new Set(all.flatMap(mailKeysOf))
}

function isFrom({ from }: Incoming, keys: ReadonlySet<string>): boolean {
  return from !== null && mailKeysOf(from.address).some((key) => keys.has(key))
}

async function belongingOf(
  ctx: Reading,
  incoming: Incoming,
  asked: readonly Asked[],
): Promise<Belongs | null> {
  const letter =
    (await letterUnder(ctx.db, ctx.owner, incoming.answers)) ??
    (incoming.bounce ? await letterTo(ctx, incoming.bounce.recipient) : null)
  if (letter) return ofLetter(ctx, letter, incoming)
  return incoming.bounce ? null : ofSomebodyAsked(incoming, asked, ctx)
}

/** The last letter that went to an address that was not reached. */
async function letterTo(ctx: Reading, address: string | null): Promise<Letter | null> {
  const keys = new Set(address ? mailKeysOf(address) : [])
  if (keys.size === 0) return null
  const sent = await lettersSentSince(ctx.db, ctx.owner, addDays(ctx.today(), -reportsLast))
  const there = sent.filter(
    ({ mail }) => mail && mailKeysOf(mail.to.address).some((key) => keys.has(key)),
  )
  return (
    there.toSorted((one, other) => ((one.mail?.at ?? '') < (other.mail?.at ?? '') ? 1 : -1))[0] ??
    null
  )
}

async function ofLetter(
  ctx: Reading,
  letter: Letter,
  { from, bounce }: Incoming,
): Promise<Belongs | null> {
  const [life] = await livesOf(ctx.db, ctx.owner, [letter.conversation])
  if (!life || life.conversation.binnedOn !== null) return null
  const table = life.conversation.people
  const address = bounce ? bounce.recipient : from?.address
  const keys = address ? mailKeysOf(address) : []
  const people = await shownPeople(ctx.db, ctx.owner, table)
  const wrote = table.find((one) =>
    people
      .get(one)
      ?.channels.some(
        ({ kind, value }) => kind === 'mail' && mailKeysOf(value).some((key) => keys.includes(key)),
      ),
  )
  const records = await withTheirGroups(ctx.db, ctx.owner, letter.sentTo ?? [])
  // Of somebody who was forgotten only the seat is left, and no mail of theirs brings them back: where there is one, an
  // address that nobody has may be theirs.
  const isSomebodyGone = table.some((one) => !people.has(one))
  const recipient = isSomebodyGone ? undefined : table.find((one) => records.includes(one))
  const person = wrote ?? recipient
  return person === undefined ? null : { conversation: letter.conversation, person, letter }
}

function ofSomebodyAsked(
  { from, sent }: Incoming,
  asked: readonly Asked[],
  { zone }: Reading,
): Belongs | null {
  const keys = from ? mailKeysOf(from.address) : []
  // What was written before they were asked answers something else. The day they were asked is the owner's, whose clock may
  // be a day ahead of this one.
  const isAfter = ({ since }: Asked) => sent === null || dayIn(zone, sent) >= addDays(since, -1)
  const found = asked
    .filter(
      (one) => isAfter(one) && one.addresses.flatMap(mailKeysOf).some((key) => keys.includes(key)),
    )
    .toSorted((one, other) => (one.since < other.since ? 1 : -1))[0]
  return found ? { conversation: found.conversation, person: found.person, letter: null } : null
}

async function noteDown(ctx: Writing, head: HeardHead, belongs: Belongs): Promise<boolean> {
  const [life] = await livesOf(ctx.db, ctx.owner, [belongs.conversation])
  const mail = mailOf(head, belongs)
  if (!life || mail === null) return false
  const { conversation } = life
  const before = conversation.fromThem ?? []
  if (before.some((one) => one.what === 'wrote' && one.mail.message === mail.message)) return false
  const { sent } = head.incoming
  const now = ctx.now()
  const fresh: FromThem = {
    what: 'wrote',
    mail,
    person: belongs.person,
    at: sent !== null && sent < now ? sent : now,
    // A note of absence, and a letter that is still tried, leave nothing to do.
    isSeen: mail.kind === 'vacation' || mail.kind === 'late',
  }
  const fromThem = withoutOldest([...before, fresh])
  await ctx.record.keep(conversationKind, conversation.id, { ...conversation, fromThem })
  return true
}

/** What is kept of it: one line each, and none of it longer than it is worth. Null for what is no mail of theirs. */
function mailOf(
  { box, uid, id, incoming }: HeardHead,
  { letter }: Pick<Belongs, 'letter'>,
): HeardMail | null {
  const { kind, from, bounce, subject } = incoming
  if (kind === 'automatic') return null
  const name = headText(from?.name ?? '').slice(0, longestName)
  return {
    message: id === null || id.length > longestMessageName ? `${box}/${uid}` : headText(id),
    kind: bounce?.isFinal === false ? 'late' : kind,
    from: from && { name, address: headText(from.address).slice(0, longestName) },
    subject: headText(subject).slice(0, longestSubject),
    letter: letter?.id ?? null,
    reason: bounce && bounceInWords(bounce.status),
    box,
    uid,
  }
}

function withoutOldest(all: readonly FromThem[]): readonly FromThem[] {
  const tooMany = all.filter(({ what }) => what === 'wrote').length - mostHeard
  if (tooMany <= 0) return all
  const seen = all.filter(({ what, isSeen }) => what === 'wrote' && isSeen)
  const others = all.filter(({ what, isSeen }) => what === 'wrote' && !isSeen)
  const gone = new Set([...seen, ...others].slice(0, tooMany))
  return all.filter((one) => !gone.has(one))
}
