import { countInWords } from '../../craft/english.ts'
import type { Day, Instant } from '../../kit/days.ts'
import type { Morning } from './morning.ts'

export const morningLetterWords = ['items', 'size'] as const

/** When, and how, a mail to oneself tells what waits today. */
export interface MorningLetter extends Pick<Morning, 'at' | 'zone' | 'days'> {
  /** `items` tells each thing in its sentence, `size` how much the day holds. */
  readonly says: (typeof morningLetterWords)[number]
  /** Where the notebook is opened; null where nobody said. */
  readonly link: string | null
}

/** Why the last did not go. */
export interface MorningTrouble {
  readonly says: string
  readonly on: Day
  /** The account it went wrong with, as it was then. */
  readonly with: string
  /** When it is tried again; null where it is not, before the account or the morning is set anew. */
  readonly again: Instant | null
}

export interface MorningPage {
  readonly size: string
  /** Each thing of the day: whom it is about, and its sentence. */
  readonly items: readonly { readonly who: string | null; readonly why: string }[]
}

/** As much as one reads on the way. */
const mostItems = 8

const whyItCame = 'You asked for this in Settings, In the morning, and end it there.'

/** A short letter to oneself: what waits, where it is opened, and how it ends. */
export function morningLetter(
  { size, items }: MorningPage,
  { says, link }: Pick<MorningLetter, 'says' | 'link'>,
): { readonly subject: string; readonly body: string } {
  const told = says === 'items' ? items.slice(0, mostItems) : []
  const more = says === 'items' ? items.length - told.length : 0
  const lines = told.map(({ who, why }) => `– ${who === null ? '' : `${who}: `}${why}`)
  const rest = more === 0 ? [] : [`– and ${countInWords(more, 'more', 'more')}`]
  const parts = [size, [...lines, ...rest].join('\n'), link ?? '', whyItCame]
  return {
    subject: 'This morning’s page',
    body: parts.filter((part) => part !== '').join('\n\n'),
  }
}
