import { defaultClocks } from '../../craft/clocks.ts'
import type { Handlers } from '../../platform/context.ts'
import { busyTimesIn } from './busy.operations.ts'
import { daysOffIn, mostHolidays, tooMany } from './holidays.operations.ts'
import type { settingsContract } from './settings.contract.ts'
import { settingsId, settingsKind, settingsOf } from './settings.store.ts'
import { ownClocks, type Settings } from './settings.ts'

export const settingsHandlers: Handlers<typeof settingsContract> = {
  async show(_input, ctx) {
    const settings = await settingsOf(ctx.db, ctx.owner)
    const until = settings.busy.at(-1)?.to
    return {
      ...shown(settings),
      defaultClocks: plain(defaultClocks),
      busy: until === undefined ? null : { times: settings.busy.length, until },
    }
  },

  async change(input, ctx) {
    const before = await settingsOf(ctx.db, ctx.owner)
    const settings: Settings = {
      name: input.name ?? before.name,
      about: input.about ?? before.about,
      reach: input.reach ?? before.reach,
      addresses: input.addresses ? [...new Set(input.addresses)] : before.addresses,
      zone: input.zone === undefined ? before.zone : input.zone,
      language: input.language === undefined ? before.language : input.language,
      scheme: input.scheme ?? before.scheme,
      holidays: input.holidays ? [...new Set(input.holidays)].toSorted() : before.holidays,
      clocks: input.clocks ? ownClocks(input.clocks) : before.clocks,
      busy: before.busy,
    }
    // Who never chose anything has no settings to keep.
    if (JSON.stringify(settings) !== JSON.stringify(before)) {
      await ctx.record.keep(settingsKind, settingsId, settings)
    }
    return shown(settings)
  },

  async holidays({ text }, ctx) {
    const before = await settingsOf(ctx.db, ctx.owner)
    const { days, passed } = await daysOffIn(text, ctx.today())
    const known = new Set(before.holidays)
    const added = days.filter((day) => !known.has(day))
    const holidays = [...known, ...added].toSorted()
    if (holidays.length > mostHolidays) throw tooMany(holidays.length)
    if (added.length > 0) await ctx.record.keep(settingsKind, settingsId, { ...before, holidays })
    return { added, known: days.length - added.length, passed }
  },

  async busy({ text }, ctx) {
    const before = await settingsOf(ctx.db, ctx.owner)
    const zone = before.zone ?? ctx.zone
    const { busy, passed } = await busyTimesIn(text, { now: ctx.now(), zone })
    if (JSON.stringify(busy) !== JSON.stringify(before.busy)) {
      await ctx.record.keep(settingsKind, settingsId, { ...before, busy })
    }
    return { taken: busy.length, until: busy.at(-1)?.to ?? null, passed }
  },
}

function shown({ busy: _busy, ...settings }: Settings) {
  return {
    ...settings,
    addresses: [...settings.addresses],
    holidays: [...settings.holidays],
    clocks: plain(settings.clocks),
  }
}

/** Clocks as plain data: a span as a list of two. */
function plain(clocks: object): Record<string, Record<string, number | number[]>> {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- Clocks hold groups of numbers and spans, no more
  return clocks as Record<string, Record<string, number | number[]>>
}
