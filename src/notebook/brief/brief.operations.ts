import type { z } from 'zod'
import { questionBudget } from '../../craft/funnel.ts'
import { type Knowledge, planQuestions } from '../../craft/question-plan.ts'
import { type Topic, topicsOfCraft } from '../../craft/topics.ts'
import { type ConversationId, id } from '../../kit/ids.ts'
import type { Handlers, Reading } from '../../platform/context.ts'
import { briefOf, type OpenQuestion } from '../conversations/brief.ts'
import type { Life } from '../conversations/conversation.ts'
import { conversationPage, livesOf, withHeads } from '../conversations/conversations.store.ts'
import { needLife } from '../conversations/drawn.operations.ts'
import { metOn, startOf } from '../conversations/life.ts'
import { heardOf } from '../fields/fields.operations.ts'
import { mailOf } from '../letters/letter.ts'
import { tagsOfLines } from '../notes/lines.store.ts'
import type { Field } from '../nouns/noun.ts'
import { fieldKind, followMerges } from '../nouns/nouns.store.ts'
import { shownPeople } from '../people/groups.store.ts'
import { type KindOfPerson, nameOf, type Person, roleLineOf } from '../people/person.ts'
import type { briefContract } from './brief.contract.ts'

export const briefHandlers: Handlers<typeof briefContract> = {
  brief: ({ id: which }, ctx) => drawBrief(ctx, which, (field) => heardIn(ctx, field)),
}

/** What was heard of a field, however it is come by: whoever draws many briefs listens to each field once. */
export type Hearing = (field: Field) => Promise<Heard>

export async function drawBrief(
  ctx: Reading,
  which: ConversationId,
  hear: Hearing,
): Promise<z.input<typeof briefContract.brief.output>> {
  const kept = await needLife(ctx, which)
  const [life = kept] = await withHeads(ctx.db, ctx.owner, [kept])
  const { conversation } = life
  const found = await shownPeople(ctx.db, ctx.owner, conversation.people)
  const people = conversation.people.flatMap((one) => found.get(one) ?? [])
  const fields = await followMerges(ctx.db, ctx.owner, fieldKind, conversation.fields)
  const several = new Map([...fields.values()].map((one) => [one.id, one]))
  const apart: Heard[] = []
  for (const field of several.values()) apart.push(await hear(field))
  const heard = together(apart)
  const plan = planQuestions(
    questionBudget(conversation.minutes),
    await knowledge(ctx, life, people, heard),
  )
  const brief = briefOf({
    conversation,
    people: people.map((person) => ({
      id: person.id,
      name: nameOf(person),
      line: roleLineOf(person),
      words: person.words,
    })),
    start: startOf(life),
    open: heard.open,
    plan,
  })
  return {
    ...brief,
    who: people.map((person) => ({
      id: person.id,
      name: nameOf(person),
      line: roleLineOf(person),
      words: person.words,
      met: [person.meeting.place, person.meeting.words].filter(Boolean).join('. '),
      mail: mailOf(person),
      phone: person.channels.find((channel) => channel.kind === 'phone')?.value ?? null,
    })),
    open: brief.open.map((one) => ({ ...one, field: fields.get(one.field)?.name ?? '' })),
    read: [...brief.read],
    minutes: brief.minutes.map((part) => ({ ...part, questions: [...part.questions] })),
    spares: [...brief.spares],
    reminders: [...brief.reminders],
  }
}

export interface Heard {
  readonly open: readonly OpenQuestion[]
  /** Who spoke of each topic. */
  readonly speakers: ReadonlyMap<Topic, ReadonlySet<string>>
  readonly openTopics: ReadonlySet<Topic>
}

export async function heardIn(ctx: Reading, field: Field): Promise<Heard> {
  const speakers = new Map<Topic, Set<string>>()
  const openTopics = new Set<Topic>()
  const heard = await heardOf(ctx, field)
  const tags = await tagsOfLines(
    ctx.db,
    ctx.owner,
    heard.lines.map((line) => line.id),
  )
  for (const line of heard.lines) {
    const topics = topicsIn(tags.get(line.id))
    if (line.mark === '?') topics.forEach((topic) => openTopics.add(topic))
    else hearOf(speakers, topics, line.speaker)
  }
  const open = heard.open.map((one) => ({
    field: id('field', field.id),
    text: one.text,
    people: one.speaker ? 1 : 0,
  }))
  return { open, speakers, openTopics }
}

/** Several fields as one; whoever spoke of a topic in two of them is one person. */
function together(fields: readonly Heard[]): Heard {
  const speakers = new Map<Topic, Set<string>>()
  for (const heard of fields) {
    for (const [topic, people] of heard.speakers) {
      for (const person of people) hearOf(speakers, [topic], person)
    }
  }
  return {
    open: fields.flatMap(({ open }) => open),
    speakers,
    openTopics: new Set(fields.flatMap(({ openTopics }) => [...openTopics])),
  }
}

function hearOf(
  speakers: Map<Topic, Set<string>>,
  topics: readonly Topic[],
  speaker: string | null,
): void {
  if (speaker === null) return
  for (const topic of topics) speakers.set(topic, (speakers.get(topic) ?? new Set()).add(speaker))
}

function topicsIn(tags: readonly { readonly kind: string; readonly key: string }[] = []): Topic[] {
  const keys = new Set(tags.flatMap(({ kind, key }) => (kind === 'topic' ? [key] : [])))
  return topicsOfCraft.filter((topic) => keys.has(topic))
}

/** What the rule of choosing questions wants to know; who spoke before is asked as one asks a second time. */
async function knowledge(
  ctx: Reading,
  { conversation }: Life,
  people: readonly Person[],
  heard: Heard,
): Promise<Knowledge> {
  const answered = new Set<string>()
  const starred = new Set<string>()
  let again = false
  for (const person of conversation.people) {
    const rows = await conversationPage(ctx.db, ctx.owner, { person }, { after: null, limit: 50 })
    const before = await livesOf(
      ctx.db,
      ctx.owner,
      rows.map((row) => row.id).filter((one) => one !== conversation.id),
    )
    again ||= before.some((life) => metOn(life) !== null)
    for (const question of before.flatMap((life) => life.conversation.questions)) {
      if (question.asked) answered.add(question.id)
      if (question.starred) starred.add(question.id)
    }
  }
  return {
    whom: [...new Set(people.flatMap((person) => kindsIn(person, conversation.fields)))],
    setting: conversation.setting,
    again,
    open: heard.openTopics,
    heard: new Map([...heard.speakers].map(([topic, spoke]) => [topic, spoke.size])),
    starred,
    answered,
  }
}

function kindsIn(person: Person, fields: readonly string[]): KindOfPerson[] {
  return person.fields.flatMap(({ field, kind }) => (kind && fields.includes(field) ? [kind] : []))
}
