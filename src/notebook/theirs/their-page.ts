import { placeInWords } from '../../craft/letters/times-words.ts'
import { clockIn, dayIn, type Instant } from '../../kit/days.ts'
import { type Html, text } from '../../kit/html.ts'
import type { Start } from '../conversations/conversation.ts'
import { momentOfStart } from '../conversations/moment.ts'
import { linkPage } from '../links/link-page.ts'
import { type KeptAboutThem, keptSections } from './their-kept.ts'
import { type TheirTimes, timesSections } from './their-times.ts'
import type { Said, TheirWords } from './their-words.ts'

/** All that the page for the other side shows; whatever is not in here is not on it. */
export interface TheirView {
  /** The owner's name as they sign, empty where they gave none. */
  readonly owner: string
  /** Told after something was done. */
  readonly said: Said | null
  readonly agreed: {
    readonly start: Start
    readonly isOff: boolean
    readonly minutes: number
    readonly place: string | null
  } | null
  readonly times: Omit<TheirTimes, 'owner' | 'isAgreed'>
  readonly kept: KeptAboutThem
  readonly expiresAt: Instant
}

export function theirPage(view: TheirView, words: TheirWords): Html {
  const owner = words.owner(view.owner)
  const isAgreed = view.agreed !== null && !view.agreed.isOff
  const until = words.at(dayIn(view.times.zone, view.expiresAt), null, view.times.zone)
  const main = [
    `<h1>${text(words.title(owner))}</h1>`,
    view.said === null ? '' : `<p class="said" role="status">${text(words.said[view.said])}</p>`,
    agreed(view, owner, words),
    timesSections({ ...view.times, owner, isAgreed }, words),
    keptSections(view.kept, owner, words),
    `<p class="quiet foot">${text(words.foot(until))}</p>`,
  ]
  return linkPage(words.title(owner), main.filter(Boolean).join('\n'))
}

function agreed({ agreed: time, times }: TheirView, owner: string, words: TheirWords): Html {
  if (time === null) return times.offer === null ? `<p>${text(words.noTime)}</p>` : ''
  const { start, isOff, minutes, place } = time
  const lines = isOff
    ? [words.off]
    : [
        words.at(start.day, start.clock, start.zone),
        ...ownTime(start, times.ownerZone, owner, words),
        [words.minutes(minutes), place].filter(Boolean).join(', '),
      ]
  return `<section class="sheet" aria-labelledby="agreed"><h3 id="agreed">${text(words.agreed)}</h3>
${lines.map((line) => `<p>${text(line)}</p>`).join('\n')}
<p><a href="?calendar">${text(isOff ? words.calendarOff : words.calendar)}</a></p></section>`
}

/** Said where the two do not look at the same clock. */
function ownTime(start: Start, ownerZone: string, owner: string, words: TheirWords): string[] {
  const { instant } = momentOfStart(start)
  if (instant === null || placeInWords(start.zone) === placeInWords(ownerZone)) return []
  const when = words.at(dayIn(ownerZone, instant), clockIn(ownerZone, instant), ownerZone)
  return [words.forOwner(owner, when)]
}
