import { z } from 'zod'
import { operation } from '../../kit/contract.ts'
import { dayShape, instantShape, zoneShape } from '../../kit/shapes.ts'
import { schemes } from './settings.ts'

const clock = z.union([z.number(), z.array(z.number()).length(2)])

const settingsShape = z
  .object({
    name: z.string().trim().max(200).describe('How you sign your letters'),
    about: z
      .string()
      .trim()
      .max(300)
      .describe('Who you are, in one line that goes on after "I am": a bookbinder in Leipzig'),
    reach: z.string().trim().max(200).describe('How you are reached at the last minute'),
    addresses: z.array(z.string().trim().max(254)).max(50).describe('Your own mail addresses'),
    zone: zoneShape.nullable().describe('Your home zone'),
    language: z.string().max(35).nullable(),
    scheme: z.enum(schemes),
    holidays: z.array(dayShape).max(5000).describe('Days that are no business days'),
    clocks: z
      .record(z.string(), z.record(z.string(), clock))
      .describe('Clocks that differ from those of the craft, as {"after":{"thanksHours":48}}'),
  })
  .meta({ id: 'Settings' })

export const settingsContract = {
  show: operation({
    name: 'settings.show',
    summary: 'Your settings',
    kind: 'read',
    right: 'notebook:read',
    input: z.object({}),
    output: settingsShape.extend({
      defaultClocks: z.record(z.string(), z.record(z.string(), clock)),
      busy: z
        .object({ times: z.number(), until: instantShape })
        .nullable()
        .describe('How many times are known to be taken elsewhere, and until when'),
    }),
  }),
  change: operation({
    name: 'settings.change',
    summary: 'Change settings; what you leave out stays',
    kind: 'write',
    right: 'notebook:write',
    input: settingsShape.partial(),
    output: settingsShape,
    refuses: ['setting.unknown', 'setting.invalid'],
  }),
  holidays: operation({
    name: 'settings.holidays',
    summary: 'Take the whole days of a calendar file as days on which no clock runs',
    kind: 'write',
    right: 'notebook:write',
    positional: ['text'],
    fromFile: 'text',
    input: z.object({
      text: z.string().max(5_000_000).describe('An .ics file of holidays, or - for what comes in'),
    }),
    output: z.object({
      added: z.array(dayShape).describe('Those that were not known yet'),
      known: z.number().describe('How many were known already'),
      passed: z.number().describe('Events with a clock, cancelled, or too far away: left out'),
    }),
    refuses: ['holidays.unreadable', 'holidays.too-many'],
  }),
  busy: operation({
    name: 'settings.busy',
    summary:
      'Take from a calendar file when you are busy, so that no such time is offered; nothing else of it is kept',
    kind: 'write',
    right: 'notebook:write',
    positional: ['text'],
    fromFile: 'text',
    input: z.object({
      text: z
        .string()
        .max(20_000_000)
        .describe('An .ics file of your calendar, or - for what comes in; empty forgets all of it'),
    }),
    output: z.object({
      taken: z.number().describe('How many times are taken now; those known before are gone'),
      until: instantShape.nullable(),
      passed: z.number().describe('Events that are over, far away, cancelled or take no time'),
    }),
    refuses: ['busy.unreadable', 'busy.too-many'],
  }),
} as const
