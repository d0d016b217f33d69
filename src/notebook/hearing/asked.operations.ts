import { domainToASCII } from 'node:url'
import { addDays, type Day } from '../../kit/days.ts'
import type { ConversationId, PersonId } from '../../kit/ids.ts'
import type { Reading } from '../../platform/context.ts'
import { livesOf, withHeads } from '../conversations/conversations.store.ts'
import { foldOf } from '../conversations/course.ts'
import { wakingConversations } from '../conversations/waking.store.ts'
import { lettersSentSince } from '../letters/letters.store.ts'
import { isMailAddress } from '../mail/account.ts'
import { shownPeople } from '../people/groups.store.ts'

/** Somebody who was asked and has not answered, and since when. */
export interface Asked {
  readonly conversation: ConversationId
  readonly person: PersonId
  readonly addresses: readonly string[]
  readonly since: Day
}

/** Whose mails are looked for, and answers to which of the owner's letters. */
export interface Listening {
  readonly asked: readonly Asked[]
  /** Message-IDs of letters, with their brackets. */
  readonly letters: readonly string[]
  /** Before this day nothing can be an answer; null where nothing is waited for. */
  readonly since: Day | null
}

/** More than anybody can wait for at once: the latest are listened for. */
const mostAsked = 200
const mostLetters = 300
/** Days after which nobody goes on a thread. */
const threadLasts = 365
/** A folder that is looked through for the first time is not looked through to its bottom. */
const lookBack = 60

/** Stages in which a word of theirs is waited for. */
const waiting: ReadonlySet<string> = new Set(['sent', 'nudged', 'resting', 'replied-later'])

export async function listeningFor(ctx: Reading): Promise<Listening> {
  const { db, owner } = ctx
  const today = ctx.today()
  const sent = await lettersSentSince(db, owner, addDays(today, -threadLasts))
  const latest = sent
    .filter(({ mail }) => mail !== undefined)
    .toSorted((one, other) => ((one.mail?.at ?? '') < (other.mail?.at ?? '') ? 1 : -1))
    .slice(0, mostLetters)
  const asked = await peopleAsked(ctx)
  const days = [...asked.map(({ since }) => since), ...latest.flatMap(({ sentOn }) => sentOn ?? [])]
  const [first] = days.toSorted()
  const earliest = addDays(today, -lookBack)
  return {
    asked,
    letters: latest.flatMap(({ mail }) => mail?.messageId ?? []),
    since: first === undefined ? null : first < earliest ? earliest : first,
  }
}

async function peopleAsked({ db, owner }: Reading): Promise<Asked[]> {
  const ids = await wakingConversations(db, owner, mostAsked * 5)
  const kept = await livesOf(db, owner, ids)
  const lives = await withHeads(db, owner, kept)
  const waits = lives.flatMap((life, at) => {
    const { stage, letterOn, unanswered } = foldOf(life).course
    const isAsked = waiting.has(stage) && (stage !== 'resting' || unanswered > 0)
    if (!isAsked || letterOn === null || life.conversation.binnedOn !== null) return []
    // By the records they sit there by: parted again, their mails stay theirs.
    const seats = kept[at]?.conversation.people ?? []
    return [{ id: life.conversation.id, seats, since: letterOn }]
  })
  const people = await shownPeople(db, owner, [...new Set(waits.flatMap(({ seats }) => seats))])
  return waits
    .flatMap(({ id, seats, since }) =>
      seats.map((person) => {
        const channels = people.get(person)?.channels ?? []
        const mails = channels
          .filter(({ kind }) => kind === 'mail')
          .map(({ value }) => value.trim())
        const addresses = mails.filter(isMailAddress).map(onTheWire)
        return { conversation: id, person, addresses, since }
      }),
    )
    .filter(({ addresses }) => addresses.length > 0)
    .slice(0, mostAsked)
}

/** As it stands in heads: names of places in other scripts are written in ASCII there. */
function onTheWire(address: string): string {
  const at = address.lastIndexOf('@')
  return `${address.slice(0, at)}@${domainToASCII(address.slice(at + 1))}`.toLowerCase()
}
