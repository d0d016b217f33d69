import { z } from 'zod'
import { operation } from '../../kit/contract.ts'
import { dayShape, zoneShape } from '../../kit/shapes.ts'

export const settingsShape = z
  .object({
    name: z.string().max(200).describe('How you sign your letters'),
    zone: zoneShape.nullable().describe('Your home zone'),
    language: z.string().max(35).nullable(),
    scheme: z.enum(['system', 'light', 'dark']),
    holidays: z.array(dayShape).max(2000).describe('Days that are no business days'),
    clocks: z
      .record(z.string(), z.number())
      .describe('Clocks that differ from the defaults of the craft'),
  })
  .meta({ id: 'Settings' })

export const settingsContract = {
  show: operation({
    name: 'settings.show',
    summary: 'Your settings',
    kind: 'read',
    right: 'notebook:read',
    input: z.object({}),
    output: settingsShape,
  }),
  change: operation({
    name: 'settings.change',
    summary: 'Change settings; what you leave out stays',
    kind: 'write',
    right: 'notebook:write',
    input: settingsShape.partial(),
    output: settingsShape,
    refuses: ['setting.unknown'],
  }),
} as const
