import type { ToldPlace } from './told.ts'

/** Where she would like to work, or look over a shoulder. */
export const toldPlaces: readonly ToldPlace[] = [
  {
    name: 'City Archive',
    want: 3,
    since: -40,
    moving: { level: 2, why: 'They take two trainees in May, from about sixty letters', ago: -9 },
  },
  {
    name: 'Institute for Old Materials',
    want: 2,
    since: -55,
    moving: {
      level: 3,
      why: 'A second laboratory opens in autumn; somebody will have to explain it',
      ago: -20,
    },
  },
  { name: 'Ebro Basin Office', want: 2, since: -30 },
  {
    name: 'Museum of the Coast',
    want: 2,
    since: -33,
    moving: { level: 1, why: 'Nobody comes or goes before the roof is mended', ago: -33 },
  },
  { name: 'Radio Meridian', want: 1, since: -60 },
  { name: 'Paper Mill of the Three Wells', want: 1, since: -12 },
]
