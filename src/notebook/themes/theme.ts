import type { Day } from '../../kit/days.ts'
import { Problem } from '../../kit/problem.ts'
import { wordsOf } from '../../kit/text.ts'

/** A claim that insights of one field make together. Which ones do is decided about each line, and stands there. */
export interface Theme {
  readonly id: string
  /** The field it is about, under the id it had when the theme was made. */
  readonly field: string
  /** What they say, in the owner's words: "Hands count before papers". */
  readonly claim: string
  /** What belongs to it and what does not, where the claim alone does not tell. */
  readonly about: string
  /** The key of a topic; null leaves it to what its lines are tagged with. */
  readonly topic: string | null
  /** Joining is a link: the lines keep their own theme, and the two can be parted again. */
  readonly joinedInto: string | null
  readonly madeOn: Day
  readonly binnedOn: Day | null
}

export function newTheme(
  id: string,
  words: Pick<Theme, 'field' | 'claim'> & Partial<Pick<Theme, 'about' | 'topic'>>,
  madeOn: Day,
): Theme {
  return { id, about: '', topic: null, joinedInto: null, madeOn, binnedOn: null, ...words }
}

/** Two claims that read alike are one, however they are written. */
export function claimKey(claim: string): string {
  return wordsOf(claim).join(' ')
}

/** Throws `theme.already-joined` for a theme with itself; both have to stand by themselves. */
export function joinInto(gone: Theme, kept: Theme): Theme {
  if (gone.id === kept.id) {
    throw new Problem('theme.already-joined', 'These two are one theme already')
  }
  return { ...gone, joinedInto: kept.id }
}
