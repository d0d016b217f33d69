import { usualSaturationRule } from '../../craft/evidence/saturation.ts'
import type { LineId } from '../../kit/ids.ts'
import { Problem } from '../../kit/problem.ts'
import type { Handlers, Reading, Writing } from '../../platform/context.ts'
import { load, loadAll } from '../../platform/database/things.ts'
import { needFreeId } from '../../platform/transactions.ts'
import { saidMarks } from '../fields/fields.operations.ts'
import { type LineRow, linesById } from '../notes/lines.store.ts'
import type { LineInTheme } from '../notes/note.ts'
import { decisionKind, undecided } from '../notes/notes.store.ts'
import { type Field, keyOf } from '../nouns/noun.ts'
import { needNoun } from '../nouns/nouns.operations.ts'
import { fieldKind, followMerges, groupOf } from '../nouns/nouns.store.ts'
import { evidenceOf, shown, told } from './drawn-themes.operations.ts'
import { curveOf, themesOfField } from './evidence.ts'
import { claimKey, joinInto, newTheme, type Theme } from './theme.ts'
import type { themesContract } from './themes.contract.ts'
import { themeKind, themesOf } from './themes.store.ts'

export const themesHandlers: Handlers<typeof themesContract> = {
  async list({ field: name }, ctx) {
    const field = await needNoun(ctx, fieldKind, name)
    const { said, themes, people, kept } = await evidenceOf(ctx, field)
    const rule = usualSaturationRule
    const { found, conversations } = curveOf(said, kept, rule)
    const there = new Set(kept.map(({ id }) => id))
    return {
      field: field.name,
      id: field.id,
      themes: themes.map((theme) => shown(ctx, theme, people)),
      unjoined: said
        .filter((line) => !line.themes.some(({ theme }) => there.has(theme)))
        .map(({ id }) => id),
      curve: {
        state: found.state,
        at: found.state === 'reached' ? found.at : null,
        ...rule,
        conversations: conversations.map((one) => ({ ...one })),
      },
    }
  },

  async show({ theme: which }, ctx) {
    const field = await fieldOf(ctx, await needTheme(ctx, which))
    const { said, themes, people, ids } = await evidenceOf(ctx, field)
    const theme = themes.find(({ kept, joined }) => kept.id === which || joined.includes(which))
    if (!theme) throw unknownTheme()
    const sides = new Map(theme.sides.map((side) => [side.line, side.otherwise]))
    return {
      field: field.name,
      theme: shown(ctx, theme, people),
      said: said.flatMap((line) => {
        const otherwise = sides.get(line.id)
        return otherwise === undefined ? [] : [{ ...told(ctx, line, { people, ids }), otherwise }]
      }),
    }
  },

  async make({ field: name, claim, about, topic, lines, id }, ctx) {
    const field = await needNoun(ctx, fieldKind, name)
    await needFreeId(ctx, themeKind, id)
    const theme = await made(ctx, field, { claim, about, topic, id })
    await putLines(ctx, await needLines(ctx, lines), (themes) => [
      ...themes,
      { theme: theme.id, otherwise: false },
    ])
    return { id: theme.id }
  },

  async change({ theme: which, claim, about, topic }, ctx) {
    const theme = await needTheme(ctx, which)
    if (claim !== undefined) await needFreeClaim(ctx, await fieldOf(ctx, theme), claim, theme.id)
    const changed: Theme = {
      ...theme,
      ...(claim !== undefined && { claim }),
      ...(about !== undefined && { about }),
      ...(topic !== undefined && { topic: topicKey(topic) }),
    }
    await ctx.record.keep(themeKind, theme.id, changed)
    return { id: theme.id }
  },

  async gather({ theme: which, lines, otherwise }, ctx) {
    const theme = await needTheme(ctx, which)
    const side = { theme: theme.id, otherwise }
    const found = await needLines(ctx, lines)
    const joined = await allOf(ctx, theme)
    await putLines(ctx, found, (themes) => [...without(themes, joined), side])
    return { changed: found.length }
  },

  async release({ theme: which, lines }, ctx) {
    const theme = await needTheme(ctx, which)
    const joined = await allOf(ctx, theme)
    const found = (await linesById(ctx.db, ctx.owner, lines)).filter(({ themes }) =>
      themes.some((one) => joined.has(one.theme)),
    )
    await putLines(ctx, found, (themes) => without(themes, joined))
    return { changed: found.length }
  },

  async join({ theme: which, into }, ctx) {
    const gone = await needTheme(ctx, which)
    const kept = await needTheme(ctx, into)
    if ((await fieldOf(ctx, gone)).id !== (await fieldOf(ctx, kept)).id) {
      throw new Problem('theme.elsewhere', 'These two are themes of two fields', {
        safe: 'Nothing was changed.',
      })
    }
    await ctx.record.keep(themeKind, gone.id, joinInto(gone, kept))
    return { id: kept.id }
  },

  async split({ theme: which, claim, lines, id }, ctx) {
    const theme = await needTheme(ctx, which)
    await needFreeId(ctx, themeKind, id)
    const fresh = await made(ctx, await fieldOf(ctx, theme), {
      claim,
      about: '',
      topic: theme.topic,
      id,
    })
    const joined = await allOf(ctx, theme)
    const found = await needLines(ctx, lines)
    await putLines(ctx, found, (themes) => {
      const before = themes.filter((one) => joined.has(one.theme))
      const otherwise = before.length > 0 && before.every((one) => one.otherwise)
      return [...without(themes, joined), { theme: fresh.id, otherwise }]
    })
    return { id: fresh.id }
  },

  async remove({ theme: which }, ctx) {
    const theme = await needTheme(ctx, which)
    await ctx.record.keep(themeKind, theme.id, { ...theme, binnedOn: ctx.today() })
    return { changed: 1 }
  },
}

function unknownTheme(): Problem {
  return new Problem('theme.unknown', 'There is no such theme in your notebook')
}

/** One that stands by itself: whoever asks for one that was joined gets what it was joined into. */
async function needTheme(ctx: Reading, which: string): Promise<Theme> {
  const passed = new Set<string>()
  let theme = await load(ctx.db, ctx.owner, themeKind, which)
  while (theme?.joinedInto && !passed.has(theme.id)) {
    passed.add(theme.id)
    const into = await load(ctx.db, ctx.owner, themeKind, theme.joinedInto)
    // What it was joined into is gone, or lies in the bin: meanwhile it stands by itself.
    if (into === null || into.binnedOn !== null) break
    theme = into
  }
  if (!theme || theme.binnedOn !== null) throw unknownTheme()
  return theme
}

async function fieldOf(ctx: Reading, theme: Theme): Promise<Field> {
  const found = await followMerges(ctx.db, ctx.owner, fieldKind, [theme.field])
  const field = found.get(theme.field)
  if (!field || field.binnedOn !== null) throw unknownTheme()
  return field
}

/** The ids under which its lines may stand: its own, and of those joined into it. */
async function allOf(ctx: Reading, theme: Theme): Promise<Set<string>> {
  const themes = await themesIn(ctx, await fieldOf(ctx, theme))
  const all = themesOfField([], themes).find(({ kept }) => kept.id === theme.id)
  return new Set([theme.id, ...(all?.joined ?? [])])
}

/** Of the field, and of those that were merged into it. */
async function themesIn(ctx: Reading, field: Field): Promise<Theme[]> {
  const group = await groupOf(ctx.db, ctx.owner, fieldKind, field)
  return themesOf(
    ctx.db,
    ctx.owner,
    group.map(({ id }) => id),
  )
}

async function made(
  ctx: Writing,
  field: Field,
  words: Pick<Theme, 'claim' | 'about' | 'topic'> & { readonly id: string | undefined },
): Promise<Theme> {
  await needFreeClaim(ctx, field, words.claim, null)
  const { id, claim, about } = words
  const topic = topicKey(words.topic)
  const theme = newTheme(
    id ?? ctx.newId('theme'),
    { field: field.id, claim, about, topic },
    ctx.today(),
  )
  await ctx.record.keep(themeKind, theme.id, theme)
  return theme
}

function topicKey(topic: string | null): string | null {
  return topic === null || keyOf(topic) === '' ? null : keyOf(topic)
}

async function needFreeClaim(
  ctx: Reading,
  field: Field,
  claim: string,
  except: string | null,
): Promise<void> {
  const key = claimKey(claim)
  if (key === '') {
    throw new Problem('theme.empty', 'A theme needs at least one letter or digit')
  }
  const taken = (await themesIn(ctx, field)).find(
    (one) => one.id !== except && one.joinedInto === null && claimKey(one.claim) === key,
  )
  if (!taken) return
  throw new Problem('theme.already-there', `“${taken.claim}” is a theme of this field already`, {
    safe: 'Nothing was changed.',
    mend: 'Add the lines to that one, or put this one in other words.',
  })
}

/** Lines that somebody said. */
async function needLines(ctx: Reading, ids: readonly string[]): Promise<LineRow[]> {
  const found = await linesById(ctx.db, ctx.owner, ids, 'told')
  const said = found.filter(({ mark, offRecord }) => saidMarks.includes(mark) && !offRecord)
  if (said.length === new Set(ids).size) return said
  throw new Problem('line.unknown', 'One of these is no quote, advice or fact in your notebook', {
    safe: 'Nothing was changed.',
  })
}

function without(themes: readonly LineInTheme[], gone: ReadonlySet<string>): LineInTheme[] {
  return themes.filter(({ theme }) => !gone.has(theme))
}

async function putLines(
  ctx: Writing,
  lines: readonly LineRow[],
  change: (themes: readonly LineInTheme[]) => LineInTheme[],
): Promise<void> {
  const ids: LineId[] = lines.map(({ id }) => id)
  const before = await loadAll(ctx.db, ctx.owner, decisionKind, ids)
  const after = ids.map((id) => {
    const decision = before.get(id) ?? undecided(id)
    return [id, { ...decision, themes: change(decision.themes ?? []) }] as const
  })
  await ctx.record.keepAll(decisionKind, new Map(after))
}
