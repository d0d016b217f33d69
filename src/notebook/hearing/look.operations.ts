import { setImmediate as nextTurn } from 'node:timers/promises'
import { readHead } from '../../formats/mail/incoming.ts'
import { addDays, type Day, dayIn } from '../../kit/days.ts'
import { Problem } from '../../kit/problem.ts'
import type { Caller, Engine, Reading } from '../../platform/context.ts'
import { MailFault, sentenceOf } from '../../platform/mail/faults.ts'
import type { ImapBox } from '../../platform/mail/imap-box.ts'
import { reading, writing } from '../../platform/transactions.ts'
import type { HearingAccount } from '../mail/account.ts'
import { hearingAccount, type KeptAccount } from '../mail/mail.store.ts'
import { type Listening, listeningFor } from './asked.operations.ts'
import { hearHeads, type HeardHead } from './hear.operations.ts'
import { type HeardSoFar, heardSoFar, keepHeardSoFar } from './heard-so-far.store.ts'
import { boxIn, markOf } from './mailbox.operations.ts'

/** Whoever gives back a letter writes under one of these names. */
const servers = ['mailer-daemon@', 'postmaster@'] as const
/** So many heads are written down together: whoever asks for anything meanwhile waits for them. */
const heardAtOnce = 10

/** A folder that is open, and the account by which it is. */
interface OpenBox {
  readonly kept: KeptAccount<HearingAccount>
  readonly box: ImapBox
}

/**
 * Looks for answers among what came since the last look. Their heads are written down together with how far that was,
 * so that no answer is lost and none heard twice, whatever breaks in between. How many were new.
 */
export async function lookInto(
  engine: Engine,
  caller: Caller,
  { kept, box }: OpenBox,
): Promise<number> {
  const { listening, before, zone } = await reading(engine, caller, async (ctx) => ({
    listening: await listeningFor(ctx),
    before: await heardSoFar(ctx.db, ctx.owner),
    zone: ctx.zone,
  }))
  const name = boxIn(kept.account, box.uidValidity)
  const isSame = before.box === name
  const from = isSame ? before.from : 1
  const uids = await box.search({
    from,
    since: isSame ? null : sinceWhen(before, listening, zone),
    senders: sendersIn(listening),
    answered: listening.letters,
  })
  const write = (heads: readonly HeardHead[], next: number) =>
    written(engine, caller, { kept, heads, listening, box: name, next: Math.max(from, next) })
  let count = 0
  let lot: HeardHead[] = []
  for await (const { uid, bytes, parts } of box.heads(uids)) {
    const head = await readHead(bytes, parts)
    if (head) lot.push({ box: name, uid, ...head })
    if (lot.length < heardAtOnce) continue
    count += await write(lot, uid + 1)
    lot = []
    // SQLite answers within the turn that asks it: without one between them all lots would be one wait for everybody else.
    await nextTurn()
  }
  count += await write(lot, Math.max(box.uidNext, (uids.at(-1) ?? 0) + 1))
  return count
}

function sendersIn({ asked, letters }: Listening): string[] {
  const theirs = [...new Set(asked.flatMap(({ addresses }) => addresses))]
  return letters.length === 0 ? theirs : [...theirs, ...servers]
}

/**
 * A folder whose numbers are new is looked through from the day of the last look, or of the first letter that waits; a day
 * earlier, as days are the owner's there and the server's here.
 */
function sinceWhen({ lookedAt }: HeardSoFar, { since }: Listening, zone: string): Day | null {
  const first = since && addDays(since, -1)
  if (lookedAt === null) return first
  const last = addDays(dayIn(zone, lookedAt), -1)
  return first === null || first < last ? last : first
}

interface Looked {
  readonly kept: KeptAccount<HearingAccount>
  readonly heads: readonly HeardHead[]
  readonly listening: Listening
  readonly box: string
  readonly next: number
}

async function written(
  engine: Engine,
  caller: Caller,
  { kept, heads, listening, box, next }: Looked,
): Promise<number> {
  const deed = { operation: 'mail.heard', input: null, key: null }
  const { result } = await writing(engine, caller, deed, async (ctx) => {
    if (!(await isStillSet(ctx, kept))) return 0
    const heard = await hearHeads(ctx, heads, listening.asked)
    const now = { box, from: next, lookedAt: ctx.now(), trouble: null }
    await keepHeardSoFar(ctx.db, ctx.owner, now)
    return heard
  })
  return result
}

/** A line that is ending writes nothing about a mailbox that was set anew meanwhile, or is not wanted any more. */
async function isStillSet(
  { db, owner }: Pick<Reading, 'db' | 'owner'>,
  kept: KeptAccount<HearingAccount>,
): Promise<boolean> {
  const now = await hearingAccount(db, owner)
  return now !== null && markOf(now) === markOf(kept)
}

/** Why this mailbox cannot be looked into; it stands until it can. */
export async function keepTrouble(
  { store }: Engine,
  { owner }: Caller,
  { kept, trouble }: { readonly kept: KeptAccount<HearingAccount>; readonly trouble: string },
): Promise<void> {
  await store.write(owner, async (db) => {
    if (!(await isStillSet({ db, owner }, kept))) return
    await keepHeardSoFar(db, owner, { ...(await heardSoFar(db, owner)), trouble })
  })
}

/**
 * What went wrong on the line, in a sentence, and whether it may pass by itself, as one odd line does of a server that was
 * understood before; null where the fault is ours.
 */
export function troubleOf(
  error: unknown,
  { host, hasWorked }: { readonly host: string; readonly hasWorked: boolean },
): { readonly says: string; readonly mayPass: boolean } | null {
  if (error instanceof Problem) return { says: error.message, mayPass: false }
  if (!(error instanceof MailFault)) return null
  const isOddLine = hasWorked && error.code === 'not-mail'
  return { says: sentenceOf(error, host), mayPass: error.mayPass || isOddLine }
}
