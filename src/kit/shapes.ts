import { z } from 'zod'
import { isDay, isInstant, isZone } from './days.ts'
import { type Id, id, isId } from './ids.ts'
import { withArticle } from './text.ts'

export const dayShape = z
  .string()
  .refine(isDay, 'Write a day as 2026-03-14')
  .meta({ id: 'Day', format: 'date' })
export const instantShape = z
  .string()
  .refine(isInstant, 'Write an instant as 2026-03-14T15:00:00Z')
  .meta({ id: 'Instant', format: 'date-time' })
export const clockShape = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'Write a time as 16:00')
export const zoneShape = z.string().refine(isZone, 'Write a zone as Europe/Madrid')

/** An id of one kind; text becomes an id here and nowhere else. */
export function idShape<Kind extends string>(kind: Kind): z.ZodType<Id<Kind>, string> {
  return z
    .string()
    .refine(isId, `This is not the id of ${withArticle(kind)}`)
    .transform((text) => id(kind, text))
}

export const pageInput = {
  after: z.string().optional().describe('The cursor `next` of the page before'),
  limit: z.coerce.number<number>().int().min(1).max(200).default(50).describe('How many at most'),
}
