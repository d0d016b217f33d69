import type { NearAnswer } from '../../src/web/offline/copy.ts'

/** What the server answers to a device that it has nothing new for. */
export const nothingNear: NearAnswer = {
  account: 'me',
  mark: 'first',
  revision: 1,
  whole: false,
  people: [],
  allPeople: false,
  peopleGone: [],
  count: 0,
  talks: [],
  beyond: null,
  allPages: false,
  pages: [],
  leaves: [],
  leavesGone: [],
  stale: [],
  files: null,
}
