import type { z } from 'zod'
import { Problem } from '../../kit/problem.ts'
import type { Handlers, Reading, Writing } from '../../platform/context.ts'
import { load, loadAll } from '../../platform/database/things.ts'
import { needFreeId } from '../../platform/transactions.ts'
import { type LineRow, linesById, linesOfField, tagsOfLines } from '../notes/lines.store.ts'
import { type Decision, decisionKind, subjectsWithNotes, undecided } from '../notes/notes.store.ts'
import { seesAll, toldLines } from '../notes/told.operations.ts'
import { type Field, keyOf, namesOf } from '../nouns/noun.ts'
import {
  mergeNouns,
  needFreeName,
  needNoun,
  renameNoun,
  shownNoun,
} from '../nouns/nouns.operations.ts'
import { allNouns, fieldKind, groupOf } from '../nouns/nouns.store.ts'
import { shownPeople } from '../people/groups.store.ts'
import { type KindOfPerson, nameOf, type Person } from '../people/person.ts'
import { topicReader } from '../topics/topics.operations.ts'
import { fieldPage, type Insight, type SaidLine, speakerName } from './field-page.ts'
import type { fieldsContract } from './fields.contract.ts'
import { openQuestionsOf, type Question, questionKind } from './fields.store.ts'

/** Of lines that somebody said: quotes, advice, facts. */
export const saidMarks: readonly string[] = ['"', '!', '=']
/** Far beyond what one field gathers in a year of conversations; more is counted, and found by search. */
const shownAtMost = 2000

export const fieldsHandlers: Handlers<typeof fieldsContract> = {
  async add({ id: given, name, why }, ctx) {
    await needFreeName(ctx, fieldKind, { name, except: null })
    await needFreeId(ctx, fieldKind, given)
    const field: Field = {
      id: given ?? ctx.newId('field'),
      name: name.trim(),
      otherNames: [],
      mergedInto: null,
      addedOn: ctx.today(),
      binnedOn: null,
      why,
    }
    await ctx.record.keep(fieldKind, field.id, field)
    return shown(field)
  },

  async list(_input, ctx) {
    const fields = (await allNouns(ctx.db, ctx.owner, fieldKind)).filter(
      (field) => !field.mergedInto,
    )
    const counted = []
    for (const field of fields) {
      const { said, open } = await heardOf(ctx, field)
      const people = new Set(said.flatMap((line) => line.speaker ?? [])).size
      counted.push({ ...shown(field), people, insights: said.length, open: open.length })
    }
    return { fields: counted }
  },

  async show({ name }, ctx) {
    const field = await needNoun(ctx, fieldKind, name)
    const heard = await heardOf(ctx, field)
    const said = heard.said.slice(0, shownAtMost)
    const people = await shownPeople(ctx.db, ctx.owner, speakersIn([...said, ...heard.lines]))
    const page = fieldPage(await withTopics(ctx, said), {
      people,
      kindOf: (person) => kindIn(person, heard.ids),
      topicOf: (await topicReader(ctx)).topicOf,
    })
    return {
      field: field.name,
      id: field.id,
      otherNames: [...field.otherNames],
      why: field.why,
      people: page.people.length,
      heard: [...page.people],
      topics: page.topics.map((topic) => ({
        ...topic,
        insights: topic.insights.map((insight) =>
          seesAll(ctx) ? insight : unnamed(insight, people),
        ),
      })),
      open: heard.open.map((question) => {
        const person = question.speaker ? people.get(question.speaker) : undefined
        return {
          id: question.id,
          text: question.text,
          person: person ? speakerName(person, question) : null,
          day: question.day,
          conversation: question.conversation,
          own: question.own,
        }
      }),
      unheard: [...page.unheard],
      moreInsights: heard.said.length - said.length,
      notes: await notesOn(ctx, heard.group),
    }
  },

  async change({ which, why }, ctx) {
    const field = { ...(await needNoun(ctx, fieldKind, which)), why }
    await ctx.record.keep(fieldKind, field.id, field)
    return shown(field)
  },

  async ask({ which, text, id: given }, ctx) {
    const field = await needNoun(ctx, fieldKind, which)
    await needFreeId(ctx, questionKind, given)
    const question: Question = {
      id: given ?? ctx.newId('question'),
      field: field.id,
      text,
      openedOn: ctx.today(),
      settledOn: null,
    }
    await ctx.record.keep(questionKind, question.id, question)
    return { id: question.id }
  },

  async settle({ question, open }, ctx) {
    const settledOn = open ? null : ctx.today()
    const own = await load(ctx.db, ctx.owner, questionKind, question)
    if (own) {
      await ctx.record.keep(questionKind, question, { ...own, settledOn })
      return { settledOn }
    }
    await settleLine(ctx, question, settledOn)
    return { settledOn }
  },

  async remove({ which }, ctx) {
    const field = await needNoun(ctx, fieldKind, which)
    await ctx.record.keep(fieldKind, field.id, { ...field, binnedOn: ctx.today() })
    return { changed: 1 }
  },

  async rename(input, ctx) {
    return shownNoun(await renameNoun(ctx, fieldKind, input))
  },

  async merge(input, ctx) {
    return shownNoun(await mergeNouns(ctx, fieldKind, input))
  },
}

/** A program that speaks for the owner is not led to who wants to be named by role or not at all. */
function unnamed(insight: Insight, people: ReadonlyMap<string, Person>): Insight {
  const person = insight.person === null ? undefined : people.get(insight.person)
  const isNamed = person !== undefined && insight.speaker === nameOf(person)
  return isNamed ? insight : { ...insight, person: null, conversation: null }
}

/** The notes on a field, and those that fields now merged into it had before. */
async function notesOn(ctx: Reading, group: readonly Field[]) {
  const ids = group.map((one) => one.id)
  const noted = await subjectsWithNotes(ctx.db, ctx.owner, 'field', ids)
  return group.filter((one) => noted.has(one.id)).map((one) => ({ field: one.id, name: one.name }))
}

function shown(field: Field): z.input<typeof fieldsContract.add.output> {
  return { ...shownNoun(field), why: field.why }
}

interface OpenQuestion {
  readonly id: string
  readonly text: string
  readonly speaker: Person['id'] | null
  readonly day: LineRow['day'] | null
  readonly conversation: string | null
  readonly own: boolean
  readonly agreed: LineRow['agreed']
  readonly level: LineRow['level']
}

interface Heard {
  /** The field itself first, then those that were merged into it. */
  readonly group: readonly Field[]
  readonly ids: readonly string[]
  readonly said: readonly LineRow[]
  readonly lines: readonly LineRow[]
  readonly open: readonly OpenQuestion[]
}

/** All that was said of a field and of those merged into it, and what is still open. */
export async function heardOf(ctx: Reading, field: Field): Promise<Heard> {
  const group = await groupOf(ctx.db, ctx.owner, fieldKind, field)
  const ids = group.map((one) => one.id)
  const keys = [...new Set(group.flatMap(namesOf).map(keyOf))]
  const found = await linesOfField(ctx.db, ctx.owner, { keys, ids }, [...saidMarks, '?'])
  const lines = await toldLines(ctx, found)
  const asked = lines.filter((line) => line.mark === '?')
  const decided = await loadAll(
    ctx.db,
    ctx.owner,
    decisionKind,
    asked.map((line) => line.id),
  )
  const own = await openQuestionsOf(ctx.db, ctx.owner, ids)
  return {
    group,
    ids,
    lines,
    said: lines.filter((line) => line.mark !== '?'),
    open: [
      ...own.map((one) => ({
        id: one.id,
        text: one.text,
        speaker: null,
        day: one.openedOn,
        conversation: null,
        own: true,
        agreed: null,
        level: 'as-agreed' as const,
      })),
      ...asked.filter((line) => !isSettled(decided.get(line.id))).map(fromLine),
    ],
  }
}

function isSettled(decision: Decision | undefined): boolean {
  return Boolean(decision?.doneOn ?? decision?.restedOn)
}

function fromLine(line: LineRow): OpenQuestion {
  const { id: line_id, said, speaker, day, conversation, agreed, level } = line
  return { id: line_id, text: said, speaker, day, conversation, own: false, agreed, level }
}

async function settleLine(
  ctx: Writing,
  question: string,
  settledOn: Decision['doneOn'],
): Promise<void> {
  const [line] = await linesOfQuestion(ctx, question)
  if (!line) throw new Problem('question.unknown', 'There is no such question in your notebook')
  const before = (await load(ctx.db, ctx.owner, decisionKind, line.id)) ?? undecided(line.id)
  await ctx.record.keep(decisionKind, line.id, { ...before, doneOn: settledOn, restedOn: null })
}

async function linesOfQuestion(ctx: Reading, question: string): Promise<LineRow[]> {
  const lines = await linesById(ctx.db, ctx.owner, [question])
  return lines.filter((line) => line.mark === '?' && !line.offRecord)
}

function speakersIn(lines: readonly LineRow[]): Person['id'][] {
  return [...new Set(lines.flatMap((line) => line.speaker ?? []))]
}

async function withTopics(ctx: Reading, lines: readonly LineRow[]): Promise<SaidLine[]> {
  const tags = await tagsOfLines(
    ctx.db,
    ctx.owner,
    lines.map((line) => line.id),
  )
  return lines.map((line) => ({
    ...line,
    topics: (tags.get(line.id) ?? []).flatMap(({ kind, key }) => (kind === 'topic' ? [key] : [])),
  }))
}

/** The chair somebody sits in for this field, or for one that was merged into it. */
function kindIn(person: Person, fields: readonly string[]): KindOfPerson | null {
  return person.fields.find((standing) => fields.includes(standing.field))?.kind ?? null
}
