import { otherSide, type Side, sides } from '../../craft/introductions/introduction.ts'
import { isOtherNamed } from '../../craft/introductions/views.ts'
import { discreetCheck } from '../../craft/letters/checks.ts'
import { nameWordsOf } from '../letters/letter.ts'
import { nameOf, type Person } from '../people/person.ts'
import {
  type Introduction,
  type IntroductionWords,
  readOnPage,
  type ReadOnPage,
} from './introduction.ts'

/** Words of the owner's that would give away to a side who the other is. */
export interface GivenAway {
  readonly side: Side
  readonly words: ReadOnPage
  /** The part of the name that stands in them. */
  readonly name: string
}

type People = (party: Side) => Person | null | undefined

/** The name that a side must not read yet: of the other, while that is not said; null where it may, or is not known. */
export function hiddenName(
  introduction: Introduction,
  side: Side,
  people: People,
): readonly string[] | null {
  if (isOtherNamed(introduction, side, introduction)) return null
  const other = people(otherSide(side))
  return other ? [nameOf(other), ...nameWordsOf(other)] : null
}

export function wordsFor(
  { lines, reasons, about }: IntroductionWords,
  side: Side,
): Readonly<Record<ReadOnPage, string>> {
  return { line: lines[otherSide(side)], reason: reasons[side], about }
}

/** Where the owner, who asks both, has written a name that a side must not read yet. */
export function givenAway(introduction: Introduction, people: People): readonly GivenAway[] {
  if (introduction.me !== 'connector') return []
  return sides.flatMap((side) => {
    const hidden = hiddenName(introduction, side, people)
    const words = wordsFor(introduction, side)
    if (hidden === null) return []
    return readOnPage.flatMap((which): GivenAway[] => {
      const { ok, values } = discreetCheck(words[which], hidden)
      return ok ? [] : [{ side, words: which, name: String(values['name']) }]
    })
  })
}
