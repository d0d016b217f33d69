import { placeInWords } from '../../craft/letters/times-words.ts'
import { clockIn, dayIn, type Instant } from '../../kit/days.ts'
import { type Html, text } from '../../kit/html.ts'
import type { Start } from '../conversations/conversation.ts'
import { momentOfStart } from '../conversations/moment.ts'
import { linkPage } from '../links/link-page.ts'
import type { TheirWords } from './their-words.ts'

/** All that the page for the other side shows; whatever is not in here is not on it. */
export interface TheirView {
  /** The owner's name as they sign, empty where they gave none. */
  readonly owner: string
  readonly ownerZone: string
  readonly agreed: {
    readonly start: Start
    readonly isOff: boolean
    readonly minutes: number
    readonly place: string | null
  } | null
  readonly expiresAt: Instant
}

export function theirPage(view: TheirView, words: TheirWords): Html {
  const owner = words.owner(view.owner)
  const main = [
    `<h1>${text(words.title(owner))}</h1>`,
    agreed(view, words),
    `<p class="quiet foot">${text(words.foot(words.at(dayIn(view.ownerZone, view.expiresAt), null, view.ownerZone)))}</p>`,
  ]
  return linkPage(words.title(owner), main.join('\n'))
}

function agreed({ agreed: time, owner, ownerZone }: TheirView, words: TheirWords): Html {
  if (time === null) return `<p>${text(words.noTime)}</p>`
  const { start, isOff, minutes, place } = time
  const lines = isOff
    ? [words.off]
    : [
        words.at(start.day, start.clock, start.zone),
        ...ownTime(start, { owner, ownerZone }, words),
        words.minutes(minutes),
        ...(place === null ? [] : [place]),
      ]
  return `<section class="sheet" aria-labelledby="agreed"><h3 id="agreed">${text(words.agreed)}</h3>
${lines.map((line) => `<p>${text(line)}</p>`).join('\n')}
<p><a href="?calendar">${text(isOff ? words.calendarOff : words.calendar)}</a></p></section>`
}

/** Said where the two do not look at the same clock. */
function ownTime(
  start: Start,
  { owner, ownerZone }: Pick<TheirView, 'owner' | 'ownerZone'>,
  words: TheirWords,
): string[] {
  const { instant } = momentOfStart(start)
  if (instant === null || placeInWords(start.zone) === placeInWords(ownerZone)) return []
  const when = words.at(dayIn(ownerZone, instant), clockIn(ownerZone, instant), ownerZone)
  return [words.forOwner(words.owner(owner), when)]
}
