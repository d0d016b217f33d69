import type { Day, Instant } from '../../src/kit/days.ts'

/** A clock on a wall, and what a calendar must make of it. */
export interface HardTime {
  readonly zone: string
  readonly day: Day
  readonly clock: string
  readonly minutes: number
  readonly start: Instant
  /** What the clocks there show when it begins and when it ends. */
  readonly walls: readonly [begins: string, ends: string]
  readonly why: string
}

/**
 * Zone, day and clock, minutes | the moment it begins | the clocks at both ends | why. Not by this project's rules: said
 * by Python's zoneinfo (tzdata 2025b), which takes a clock that shows twice for the first time, and one that is left out
 * by the offset from before, as RFC 5545 has it (3.3.5).
 */
const rows = `
Europe/Madrid | 2026-03-18 16:00 | 20 | 2026-03-18T15:00Z | 16:00-16:20 | an ordinary day
Europe/Madrid | 2026-03-29 01:50 | 20 | 2026-03-29T00:50Z | 01:50-03:10 | across the hour that is left out
Europe/Madrid | 2026-03-29 02:30 | 20 | 2026-03-29T01:30Z | 03:30-03:50 | in the hour that is left out
Europe/Madrid | 2026-03-29 03:00 | 20 | 2026-03-29T01:00Z | 03:00-03:20 | the first moment of summer
Europe/Madrid | 2026-10-25 02:30 | 20 | 2026-10-25T00:30Z | 02:30-02:50 | in the hour that shows twice
Europe/Madrid | 2026-10-25 02:50 | 30 | 2026-10-25T00:50Z | 02:50-02:20 | across the hour that shows twice
Europe/Madrid | 2026-10-25 01:50 | 80 | 2026-10-24T23:50Z | 01:50-02:10 | into the hour that shows twice
Europe/Madrid | 2026-10-25 03:00 | 20 | 2026-10-25T02:00Z | 03:00-03:20 | the first clock that shows once again
Europe/London | 2026-03-29 10:00 | 45 | 2026-03-29T09:00Z | 10:00-10:45 | the first morning of summer
Europe/London | 2026-12-31 23:50 | 20 | 2026-12-31T23:50Z | 23:50-00:10 | into the new year
Europe/Dublin | 2026-07-01 09:00 | 20 | 2026-07-01T08:00Z | 09:00-09:20 | where winter is the exception by law
Europe/Dublin | 2026-10-25 01:30 | 20 | 2026-10-25T00:30Z | 01:30-01:50 | in the hour that shows twice
Europe/Lisbon | 2026-06-10 18:15 | 20 | 2026-06-10T17:15Z | 18:15-18:35 | an hour west of Spain
Atlantic/Azores | 2026-03-29 00:30 | 20 | 2026-03-29T01:30Z | 01:30-01:50 | left out at midnight
America/New_York | 2026-03-08 02:30 | 20 | 2026-03-08T07:30Z | 03:30-03:50 | in the hour that is left out
America/New_York | 2026-03-09 10:00 | 20 | 2026-03-09T14:00Z | 10:00-10:20 | three weeks before Europe
America/New_York | 2026-11-01 01:30 | 60 | 2026-11-01T05:30Z | 01:30-01:30 | in the hour that shows twice
America/New_York | 2026-11-02 10:00 | 20 | 2026-11-02T15:00Z | 10:00-10:20 | a week after Europe
America/Phoenix | 2026-07-15 10:00 | 20 | 2026-07-15T17:00Z | 10:00-10:20 | no summer time in the middle of it
America/St_Johns | 2026-03-08 02:30 | 20 | 2026-03-08T06:00Z | 03:30-03:50 | half an hour, left out
America/St_Johns | 2026-07-15 10:00 | 20 | 2026-07-15T12:30Z | 10:00-10:20 | half an hour, summer
America/Havana | 2026-03-08 00:30 | 20 | 2026-03-08T05:30Z | 01:30-01:50 | left out at midnight
America/Havana | 2026-11-01 00:30 | 20 | 2026-11-01T04:30Z | 00:30-00:50 | shows twice at midnight
America/Santiago | 2026-04-04 23:30 | 20 | 2026-04-05T02:30Z | 23:30-23:50 | the hour before midnight shows twice
America/Santiago | 2026-09-06 00:30 | 20 | 2026-09-06T04:30Z | 01:30-01:50 | left out at midnight, in the south
America/Sao_Paulo | 2026-12-15 10:00 | 20 | 2026-12-15T13:00Z | 10:00-10:20 | no summer time since 2019
America/Sao_Paulo | 2018-12-15 10:00 | 20 | 2018-12-15T12:00Z | 10:00-10:20 | the last summer that had one
America/Mexico_City | 2022-07-15 10:00 | 20 | 2022-07-15T15:00Z | 10:00-10:20 | the last summer that had one
America/Mexico_City | 2026-07-15 10:00 | 20 | 2026-07-15T16:00Z | 10:00-10:20 | no summer time since 2022
America/Asuncion | 2024-07-15 10:00 | 20 | 2024-07-15T14:00Z | 10:00-10:20 | the last winter that had one
America/Asuncion | 2026-07-15 10:00 | 20 | 2026-07-15T13:00Z | 10:00-10:20 | summer for ever since 2024
America/Nuuk | 2023-01-15 10:00 | 20 | 2023-01-15T13:00Z | 10:00-10:20 | before its clocks moved
America/Nuuk | 2026-01-15 10:00 | 20 | 2026-01-15T12:00Z | 10:00-10:20 | an hour nearer to Europe since 2023
Asia/Kolkata | 2026-05-05 11:00 | 20 | 2026-05-05T05:30Z | 11:00-11:20 | half an hour
Asia/Kathmandu | 2026-05-05 11:00 | 20 | 2026-05-05T05:15Z | 11:00-11:20 | three quarters
Asia/Tehran | 2022-05-05 11:00 | 20 | 2022-05-05T06:30Z | 11:00-11:20 | the last summer that had one
Asia/Tehran | 2026-05-05 11:00 | 20 | 2026-05-05T07:30Z | 11:00-11:20 | no summer time since 2022
Asia/Amman | 2026-01-15 10:00 | 20 | 2026-01-15T07:00Z | 10:00-10:20 | summer for ever since 2022
Asia/Almaty | 2024-02-29 10:00 | 20 | 2024-02-29T04:00Z | 10:00-10:20 | the last day of its old time
Asia/Almaty | 2026-05-05 10:00 | 20 | 2026-05-05T05:00Z | 10:00-10:20 | one zone for the country since 2024
Asia/Yangon | 2026-05-05 11:00 | 20 | 2026-05-05T04:30Z | 11:00-11:20 | half an hour
Asia/Tokyo | 2026-05-05 08:00 | 20 | 2026-05-04T23:00Z | 08:00-08:20 | the day before, by the clocks of the world
Africa/Casablanca | 2026-02-15 02:30 | 20 | 2026-02-15T01:30Z | 02:30-02:50 | Ramadan begins: the hour shows twice
Africa/Casablanca | 2026-03-22 02:30 | 20 | 2026-03-22T02:30Z | 03:30-03:50 | Ramadan is over: the hour is left out
Africa/Cairo | 2026-04-24 00:30 | 20 | 2026-04-23T22:30Z | 01:30-01:50 | left out at midnight, again since 2023
Africa/Cairo | 2026-10-29 23:30 | 20 | 2026-10-29T20:30Z | 23:30-23:50 | the hour before midnight shows twice
Australia/Adelaide | 2026-10-04 02:30 | 20 | 2026-10-03T17:00Z | 03:30-03:50 | half an hour, left out
Australia/Eucla | 2026-07-15 10:00 | 20 | 2026-07-15T01:15Z | 10:00-10:20 | three quarters
Australia/Lord_Howe | 2026-10-04 02:15 | 20 | 2026-10-03T15:45Z | 02:45-03:05 | half an hour is left out
Australia/Lord_Howe | 2026-04-05 01:45 | 20 | 2026-04-04T14:45Z | 01:45-01:35 | half an hour shows twice
Australia/Lord_Howe | 2026-07-15 10:00 | 20 | 2026-07-14T23:30Z | 10:00-10:20 | winter, half an hour back
Australia/Sydney | 2026-04-05 02:30 | 60 | 2026-04-04T15:30Z | 02:30-02:30 | in the hour that shows twice, in the south
Pacific/Chatham | 2026-09-27 02:50 | 20 | 2026-09-26T14:05Z | 03:50-04:10 | three quarters, left out
Pacific/Chatham | 2026-04-05 03:00 | 20 | 2026-04-04T13:15Z | 03:00-03:20 | three quarters, in the hour that shows twice
Pacific/Auckland | 2026-04-05 10:00 | 20 | 2026-04-04T22:00Z | 10:00-10:20 | the first morning of winter, in the south
Pacific/Apia | 2011-12-31 10:00 | 20 | 2011-12-30T20:00Z | 10:00-10:20 | the day after a day that never was
Pacific/Apia | 2026-01-15 10:00 | 20 | 2026-01-14T21:00Z | 10:00-10:20 | west of the date line since
Pacific/Pago_Pago | 2026-01-15 10:00 | 20 | 2026-01-15T21:00Z | 10:00-10:20 | the same clock, a day later
Pacific/Kiritimati | 2026-01-01 00:00 | 20 | 2025-12-31T10:00Z | 00:00-00:20 | the first moment of the year, of all
Antarctica/Troll | 2026-03-29 02:00 | 20 | 2026-03-29T02:00Z | 04:00-04:20 | two hours are left out
Etc/UTC | 2026-04-05 10:00 | 20 | 2026-04-05T10:00Z | 10:00-10:20 | no zone at all
`

export const hardTimes: readonly HardTime[] = rows
  .trim()
  .split('\n')
  .map((row) => {
    const [zone = '', wall = '', minutes, start = '', walls = '', why = ''] = row.split(' | ')
    const [day = '', clock = ''] = wall.split(' ')
    const [begins = '', ends = ''] = walls.split('-')
    return {
      zone,
      day: day as Day,
      clock,
      minutes: Number(minutes),
      start: start.replace('Z', ':00.000Z') as Instant,
      walls: [begins, ends],
      why,
    }
  })
