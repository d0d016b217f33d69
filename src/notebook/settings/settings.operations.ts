import { defaultClocks } from '../../craft/clocks.ts'
import type { Handlers } from '../../platform/context.ts'
import { daysOffIn, mostHolidays, tooMany } from './holidays.operations.ts'
import type { settingsContract } from './settings.contract.ts'
import { settingsId, settingsKind, settingsOf } from './settings.store.ts'
import { ownClocks, type Settings } from './settings.ts'

export const settingsHandlers: Handlers<typeof settingsContract> = {
  async show(_input, ctx) {
    return { ...shown(await settingsOf(ctx.db, ctx.owner)), defaultClocks: plain(defaultClocks) }
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
}

function shown(settings: Settings) {
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
