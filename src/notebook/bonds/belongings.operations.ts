import type { PersonId } from '../../kit/ids.ts'
import type { Reading } from '../../platform/context.ts'
import { livesOf } from '../conversations/conversations.store.ts'
import { metOn, startOf } from '../conversations/life.ts'
import { peopleIn } from '../introductions/introduction.ts'
import { introductionsWith } from '../introductions/introductions.store.ts'
import type { Same } from '../people/bond.ts'
import { withTheirGroups } from '../people/groups.store.ts'
import { loadPeople } from '../people/people.store.ts'
import { nameOf, type Person } from '../people/person.ts'
import { voiceId } from '../voices/transcript.ts'
import { transcriptsWith } from '../voices/transcripts.store.ts'
import { conversationsWith, linesAbout, shownWithThrough } from './belongings.store.ts'
import { answersInWords, consentApart, consentId, type Held } from './belongings.ts'
import { valuesOf } from './values.ts'

/** Ids of all that refers to each of these records: conversations, introductions, lines about them, voices, people met through them. */
export async function thingsHeldBy(
  { db, owner }: Reading,
  people: readonly PersonId[],
): Promise<Map<PersonId, string[]>> {
  const found = new Map<PersonId, string[]>()
  const add = (person: PersonId, thing: string) =>
    found.set(person, [...(found.get(person) ?? []), thing])
  for (const { person, conversation } of await conversationsWith(db, owner, people)) {
    add(person, conversation)
  }
  for (const { person, id } of await introducedWith({ db, owner }, people)) add(person, id)
  for (const { person, id } of await linesAbout(db, owner, people)) add(person, id)
  for (const { person, id } of await voicesOf({ db, owner }, people)) add(person, id)
  for (const { id, meeting } of await metThrough({ db, owner }, people)) {
    if (meeting.through) add(meeting.through, id)
  }
  return found
}

/** The introductions in which these take part. */
async function introducedWith(
  { db, owner }: Pick<Reading, 'db' | 'owner'>,
  people: readonly PersonId[],
) {
  const wanted = new Set(people)
  const introductions = await introductionsWith(db, owner, people)
  return introductions.flatMap((one) =>
    peopleIn(one).flatMap((person) =>
      wanted.has(person) ? [{ person, id: one.id, about: one.about, day: one.begunOn }] : [],
    ),
  )
}

/** What these are said to speak in transcripts. */
async function voicesOf({ db, owner }: Pick<Reading, 'db' | 'owner'>, people: readonly PersonId[]) {
  const wanted = new Set(people)
  const transcripts = await transcriptsWith(db, owner, people)
  return transcripts.flatMap(({ id, name: file, on, voices }) =>
    voices.flatMap(({ name, who }, at) => {
      if (who.is !== 'person' || !wanted.has(who.person)) return []
      return [{ person: who.person, id: voiceId(id, at), name, file, day: on }]
    }),
  )
}

/** The records that say somebody was met through one of these. */
async function metThrough(
  { db, owner }: Pick<Reading, 'db' | 'owner'>,
  people: readonly PersonId[],
): Promise<Person[]> {
  const shown = await shownWithThrough(db, owner, people)
  const records = await loadPeople(db, owner, await withTheirGroups(db, owner, shown))
  const wanted = new Set(people)
  return [...records.values()].filter(
    ({ meeting }) => meeting.through !== null && wanted.has(meeting.through),
  )
}

/** All that these records hold and that could be asked about, with the words to ask with. */
export async function heldBy(ctx: Reading, records: readonly Person[]): Promise<Held[]> {
  const ids = records.map(({ id }) => id)
  const values = records.flatMap((person) =>
    valuesOf(person).flatMap(({ id, words, day, isImported }) =>
      isImported ? [] : [{ kind: 'value' as const, id, words, day, with: person.id }],
    ),
  )
  return [
    ...(await conversationsHeld(ctx, ids)),
    ...(await introducedWith(ctx, ids)).map(({ person, id, about, day }) => ({
      kind: 'introduction' as const,
      id,
      with: person,
      words: about === '' ? 'an introduction' : `an introduction: ${about}`,
      day,
    })),
    ...(await linesAbout(ctx.db, ctx.owner, ids)).map((line) => ({
      kind: 'line' as const,
      id: line.id,
      with: line.person,
      words: line.said === '' ? 'a line off the record' : line.said,
      day: line.day,
    })),
    ...(await voicesOf(ctx, ids)).map(({ person, id, name, file, day }) => ({
      kind: 'voice' as const,
      id,
      with: person,
      words: name === '' ? `who speaks in ${file}` : `${name} in ${file}`,
      day,
    })),
    ...(await metThrough(ctx, ids)).map((person) => ({
      kind: 'through' as const,
      id: person.id,
      with: person.meeting.through!,
      words: `${nameOf(person)} was met through them`,
      day: person.meeting.day,
    })),
    ...values,
  ]
}

async function conversationsHeld(ctx: Reading, people: readonly PersonId[]): Promise<Held[]> {
  const found = await conversationsWith(ctx.db, ctx.owner, people)
  const lives = await livesOf(ctx.db, ctx.owner, [
    ...new Set(found.map(({ conversation }) => conversation)),
  ])
  const byId = new Map(lives.map((life) => [life.conversation.id, life]))
  return found.flatMap(({ person, conversation }) => {
    const life = byId.get(conversation)
    if (!life) return []
    const { link, purpose, place } = life.conversation
    const about = [link, purpose, place].find((words) => words !== null && words !== '')
    const words = about ? `a conversation: ${about}` : 'a conversation'
    const day = metOn(life) ?? startOf(life)?.day ?? null
    return [{ kind: 'conversation' as const, id: conversation, with: person, words, day }]
  })
}

/** An answer that allows more than each record allowed before was given by one of them; nobody knows by whom. */
export function consentHeld(records: readonly Person[], bonds: readonly Same[]): Held[] {
  for (const { id, consent } of records) {
    const before = consentsBefore(id, bonds)
    const apart = consentApart(consent, before)
    if (consentId(apart) === consentId(consent)) continue
    const own = consentId(consent)
    return [{ kind: 'consent', id: own, with: id, words: answersInWords(own), day: consent.on }]
  }
  return []
}

export function consentsBefore(person: PersonId, bonds: readonly Same[]) {
  return bonds.flatMap(({ stood }) => stood[person]?.consent ?? [])
}
