import type { Party, Side } from '../../craft/introductions/introduction.ts'
import { isDay } from '../../kit/days.ts'
import { nearDayOf } from '../conversations/when-words.ts'
import type { Wall } from '../words/dates.ts'
import type { Words } from '../words/words.ts'
import type { Introduction, May, OfLetters } from './types.ts'

/** As the drawing calls them: a name, "You", or "Somebody" where it is not known who. */
export function calledIn(t: Words, { me, people }: Introduction, party: Party): string {
  if (party === me) return t('giving.you')
  return people[party]?.name || t('giving.somebody')
}

/** "Leila and Eleni"; of one's own, "You and Dr. Osei". */
export function pairInWords(t: Words, one: Introduction): string {
  const [requester, target] = [calledIn(t, one, 'requester'), calledIn(t, one, 'target')]
  return t(
    'giving.pair',
    one.me === 'target' ? { one: target, other: requester } : { one: requester, other: target },
  )
}

/** What is written under a name: asked, said yes, not asked yet. Silence and a no are the same words. */
export function sideInWords(t: Words, one: Introduction, side: Side, wall: Wall): string {
  const { is, on } = one.sides[side]
  const connector = calledIn(t, one, 'connector')
  if (one.state === 'made') return t('giving.side.linked')
  if (one.me !== 'connector' && one.me !== side) return t('giving.side.through', { connector })
  if (is === 'not-asked') return t('giving.side.not-asked')
  if (is === 'yes') return yesInWords(t, one, side)
  const day = on !== null && isDay(on) ? nearDayOf(t, on, wall) : ''
  return one.me === side ? t('giving.side.askedBy', { connector }) : t('giving.side.asked', { day })
}

/** To have asked for it is a yes. */
function yesInWords(t: Words, one: Introduction, side: Side): string {
  if (one.shape === 'idea' || side === 'target') return t('giving.side.yes')
  const connector = calledIn(t, one, 'connector')
  return one.me === 'requester'
    ? t('giving.side.youAsked', { connector })
    : t('giving.side.askedYou')
}

/** Whether a half of the thread is drawn double: that side said yes, or both are linked. */
export function isTied({ state, sides }: Introduction, side: Side): boolean {
  return state === 'made' || sides[side].is === 'yes'
}

const letterOfStep: Readonly<Record<string, string>> = {
  'ask-connector': 'intro-request',
  weigh: 'opt-in',
  'ask-sides': 'opt-in',
  link: 'link',
  'first-reply': 'first-reply',
  'tell-connector': 'outcome',
  'thank-connector': 'outcome',
}

/** Letters that can still be written, and those that went. Who was asked is not asked again. */
export function lettersToShow({ letters, sides }: Introduction): OfLetters[] {
  return letters.filter(({ template, side, mayWrite, sentOn }) => {
    const isAsked = template === 'opt-in' && side !== null && sides[side].is !== 'not-asked'
    return mayWrite && (sentOn !== null || !isAsked)
  })
}

/** The letter that the next step is about, or the first that may be written. */
export function letterToBegin({ next, letters, sides }: Introduction): OfLetters | null {
  const open = letters.filter(({ mayWrite, sentOn }) => mayWrite && sentOn === null)
  const wanted = open.filter(({ template }) => template === letterOfStep[next.what])
  const unasked = wanted.find(({ side }) => side !== null && sides[side].is === 'not-asked')
  return unasked ?? wanted[0] ?? null
}

/** Facts that are written down by hand, in the order they come about; a yes is asked about by itself. */
export function factsToWrite({ may }: Introduction): May[] {
  return may.filter(({ kind }) => kind !== 'yes' && kind !== 'closed')
}
