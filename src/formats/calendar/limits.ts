/** In bytes. A description may be long, a picture put into an event longer; neither is read. */
export const longestLine = 1024 * 1024

/** In properties. A meeting of some thousand people is above any real one. */
export const mostProperties = 20_000

/** Days on which one event may repeat; twenty-seven years of every day. */
export const mostInstances = 10_000

/** Of one file, all repeating events together. */
export const mostInstancesOfAll = 200_000

/** One is what a calendar writes; a few are allowed. */
export const mostRules = 4

/** Repeating events, and changed days of them, that wait until the whole file is known. */
export const mostHeld = 20_000

/** Steps from one day of a series to the next: eight years of days, as far as two leap days may lie apart. */
export const mostSteps = 3_000

/** Of one file: steps that led to no day. Rules that ask for what never comes are few in a true calendar. */
export const mostIdleSteps = 200_000

/** Zones that a file defines by itself, and lines in which it defines one. */
export const mostZones = 500
export const mostZoneLines = 2_000

/** Events outside these years are broken dates, and would cost centuries of counting. */
export const firstYear = 1900
export const lastYear = 2200
