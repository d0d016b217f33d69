import { addDays, clockIn } from '../../kit/days.ts'
import { type FieldId, id, type PersonId } from '../../kit/ids.ts'
import { Problem } from '../../kit/problem.ts'
import type { Reading, Working, Writing } from '../../platform/context.ts'
import { conversationKind, stepKind } from '../conversations/conversations.store.ts'
import { type Question, questionKind } from '../fields/fields.store.ts'
import { introductionKind } from '../introductions/introductions.store.ts'
import { keepLines, newNote } from '../notes/notes.operations.ts'
import { type Decision, decisionKind, undecided } from '../notes/notes.store.ts'
import { type Field, keyOf, type Organisation } from '../nouns/noun.ts'
import { nounsFor } from '../nouns/nouns.operations.ts'
import { fieldIdOf, fieldKind, organisationKind } from '../nouns/nouns.store.ts'
import { keepPeople } from '../people/people.operations.ts'
import { settingsId, settingsKind, settingsOf } from '../settings/settings.store.ts'
import { newTheme, type Theme } from '../themes/theme.ts'
import { themeKind } from '../themes/themes.store.ts'
import { sampleName, toldFields } from './fields.ts'
import { generatedPerson } from './generated.ts'
import { toldIntroductions } from './introductions.ts'
import { introductionFrom, wishFrom } from './laid.ts'
import { personFrom, type Talk, talkFrom, type Telling } from './life.ts'
import { toldPlaces } from './places.ts'
import { isLoaded } from './sample.store.ts'
import { toldPeople, toldTalks } from './table.ts'
import { type LaidTheme, toldThemes } from './themes.ts'
import type { Calendar } from './told.ts'

/** So many that the disk is asked seldom, so few that nobody waits for the slice to end. */
const peopleAtOnce = 150

/** Tells the fictional life, a slice at a time, and then as many more people as are wished. */
export async function loadSample(
  ctx: Working,
  more: number,
): Promise<{ people: number; conversations: number }> {
  const total = toldPeople.length + toldTalks.length + more
  const telling = await ctx.write(async (inside) => {
    await refuseTwice(inside)
    return layTable(inside)
  })
  let done = toldPeople.length
  for (const told of toldTalks) {
    await ctx.write((inside) => keepTalk(inside, talkFrom(told, telling)))
    done += 1
    await goOn(ctx, { done, total, words: 'Telling a fictional life' })
  }
  for (let first = 0; first < more; first += peopleAtOnce) {
    const count = Math.min(peopleAtOnce, more - first)
    await ctx.write((inside) => keepGenerated(inside, first, count))
    done += count
    await goOn(ctx, { done, total, words: 'Adding more people' })
  }
  return { people: toldPeople.length + more, conversations: toldTalks.length }
}

async function refuseTwice(ctx: Reading): Promise<void> {
  if (!(await isLoaded(ctx.db, ctx.owner))) return
  throw new Problem('sample.already-there', 'The fictional life is in your notebook already', {
    safe: 'Nothing was changed.',
    mend: 'To have it afresh, take it out first: sobremesa sample remove.',
  })
}

async function goOn(ctx: Working, progress: Parameters<Working['progress']>[0]): Promise<void> {
  await ctx.progress(progress)
  if (!ctx.stopped.aborted) return
  throw new Problem('job.cancelled', 'Stopped before the fictional life was told to its end', {
    safe: 'What was told until then is kept.',
    mend: 'To take it out again: sobremesa sample remove.',
  })
}

/** The owner's name, the fields, places and people: what the conversations are told with. */
async function layTable(ctx: Writing): Promise<Telling> {
  const calendar = await calendarOf(ctx)
  await signAs(ctx)
  const telling: Telling = {
    calendar,
    newId: (kind) => ctx.newId(kind),
    people: new Map(toldPeople.map(({ key }): [string, PersonId] => [key, ctx.newId('person')])),
    ...(await keepFields(ctx)),
  }
  await keepPlaces(ctx, calendar)
  await keepPeople(
    ctx,
    toldPeople.map((told) => personFrom(told, telling)),
  )
  const introductions = toldIntroductions.map((told) => introductionFrom(told, telling))
  await ctx.record.keepAll(introductionKind, new Map(introductions.map((one) => [one.id, one])))
  return telling
}

/** A house that the owner has already keeps what they wish of it. */
async function keepPlaces(ctx: Writing, calendar: Calendar): Promise<void> {
  const wishes = new Map(toldPlaces.map((told) => [told.name, wishFrom(told, calendar)]))
  await nounsFor(ctx, organisationKind, [...wishes.keys()], (noun): Organisation => ({
    ...noun,
    wish: wishes.get(noun.name) ?? null,
  }))
}

async function calendarOf(ctx: Reading): Promise<Calendar> {
  const { holidays } = await settingsOf(ctx.db, ctx.owner)
  return { today: ctx.today(), clock: clockIn(ctx.zone, ctx.now()), zone: ctx.zone, holidays }
}

async function signAs(ctx: Writing): Promise<void> {
  const settings = await settingsOf(ctx.db, ctx.owner)
  if (settings.name) return
  await ctx.record.keep(settingsKind, settingsId, { ...settings, name: sampleName })
}

/** A field that the owner has already is theirs, and is used as it is. */
async function keepFields(ctx: Writing): Promise<Pick<Telling, 'fields' | 'themes'>> {
  const whys = new Map(toldFields.map(({ name, why }) => [name, why]))
  const names = toldFields.map(({ name }) => name)
  const { byKey, made } = await nounsFor(ctx, fieldKind, names, (noun): Field => ({
    ...noun,
    why: whys.get(noun.name) ?? '',
  }))
  const questions = toldFields.flatMap(({ name, questions: texts }): Question[] => {
    const field = made.find((one) => one.name === name)
    if (!field) return []
    const openedOn = addDays(ctx.today(), -30)
    return texts.map((text) => ({
      id: ctx.newId('question'),
      field: field.id,
      text,
      openedOn,
      settledOn: null,
    }))
  })
  await ctx.record.keepAll(questionKind, new Map(questions.map((one) => [one.id, one])))
  const fields = new Map(
    toldFields.flatMap(({ key, name }): [string, FieldId][] => {
      const field = byKey.get(keyOf(name))
      return field ? [[key, fieldIdOf(field)]] : []
    }),
  )
  return { fields, themes: await keepThemes(ctx, fields, made) }
}

/** Of a field that the owner has already nothing is said together. */
async function keepThemes(
  ctx: Writing,
  fields: ReadonlyMap<string, FieldId>,
  made: readonly Field[],
): Promise<LaidTheme[]> {
  const themes = toldThemes.flatMap((told): (LaidTheme & { kept: Theme })[] => {
    const field = made.find(({ id: one }) => one === fields.get(told.field))
    if (!field) return []
    const theme = ctx.newId('theme')
    const kept = newTheme(theme, { field: field.id, claim: told.claim }, ctx.today())
    return [{ id: theme, told, kept }]
  })
  await ctx.record.keepAll(themeKind, new Map(themes.map(({ id: one, kept }) => [one, kept])))
  return themes
}

async function keepTalk(ctx: Writing, talk: Talk): Promise<void> {
  const { conversation, steps, lines } = talk
  await ctx.record.keep(conversationKind, conversation.id, conversation)
  await ctx.record.keepAll(stepKind, new Map(steps.map((step) => [step.id, step])))
  if (lines.length === 0) return
  const note = newNote(ctx, { kind: 'conversation', id: conversation.id })
  await keepLines(ctx, { ...note, day: talk.day }, lines)
  const decided = [...new Set([...talk.settled.keys(), ...talk.themes.keys()])]
  const decisions = decided.map((line): [string, Decision] => {
    const themes = talk.themes.get(line)
    const doneOn = talk.settled.get(line) ?? null
    return [line, { ...undecided(line), doneOn, ...(themes && { themes }) }]
  })
  await ctx.record.keepAll(decisionKind, new Map(decisions))
}

async function keepGenerated(ctx: Writing, first: number, count: number): Promise<void> {
  const by = { by: 'sample', on: ctx.today() } as const
  const people = Array.from({ length: count }, (_, index) =>
    generatedPerson(first + index, id('person', ctx.newId('person')), by),
  )
  await keepPeople(ctx, people)
}
