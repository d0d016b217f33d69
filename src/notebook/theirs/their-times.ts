import { clockIn, dayIn, type Instant, instantAt } from '../../kit/days.ts'
import { type Html, text } from '../../kit/html.ts'
import type { Offer, OfferedTime } from '../conversations/conversation.ts'
import { choiceOf, mostTimes } from './their-deed.ts'
import type { TheirWords } from './their-words.ts'

/** What can be chosen, and on whose clocks it is said. */
export interface TheirTimes {
  readonly owner: string
  readonly ownerZone: string
  /** Theirs, or the one they chose to read by. */
  readonly zone: string
  readonly zones: readonly string[]
  readonly offer: Offer | null
  /** A time is agreed already, so what they name is another one. */
  readonly isAgreed: boolean
  /** They said no, and nothing was agreed since. */
  readonly saidNo: boolean
  /** Whether a no still means something. */
  readonly mayDecline: boolean
  readonly now: Instant
}

export function timesSections(times: TheirTimes, words: TheirWords): Html {
  const parts = [
    times.saidNo ? `<p>${text(words.decline.said(times.owner))}</p>` : '',
    offered(times, words),
    zoneForm(times, words),
    anotherTime(times, words),
    decline(times, words),
  ]
  return parts.filter(Boolean).join('\n')
}

function offered(times: TheirTimes, words: TheirWords): Html {
  const { offer } = times
  if (offer === null) return ''
  const choices = offer.times.map((time) => choice(time, offer.zone, times, words))
  if (choices.every((one) => one === '')) return `<p>${text(words.choose.allOver)}</p>`
  return `<form method="post" class="sheet"><input type="hidden" name="do" value="choose">
<fieldset><legend>${text(times.saidNo ? words.choose.afterNo : words.choose.title)}</legend>
${choices.join('\n')}</fieldset>
<button class="first" type="submit">${text(words.choose.keep)}</button></form>`
}

/** Nothing for a time that is over. */
function choice(
  time: OfferedTime,
  offeredIn: string,
  { zone, owner, ownerZone, now }: TheirTimes,
  words: TheirWords,
): Html {
  const at = instantAt(offeredIn, time.day, time.clock)
  if (at <= now) return ''
  const here = words.at(dayIn(zone, at), clockIn(zone, at), zone)
  const there = words.at(dayIn(ownerZone, at), clockIn(ownerZone, at), ownerZone)
  const both =
    here === there ? '' : `<br><span class="quiet">${text(words.forOwner(owner, there))}</span>`
  return `<label class="choice"><input type="radio" name="time" value="${text(choiceOf(time, offeredIn))}" required><span>${text(here)}${both}</span></label>`
}

function zoneForm({ zone, zones }: TheirTimes, { zone: words }: TheirWords): Html {
  const options = [...new Set([zone, ...zones])].toSorted().map((one) => {
    const selected = one === zone ? ' selected' : ''
    return `<option value="${text(one)}"${selected}>${text(one.replaceAll('_', ' '))}</option>`
  })
  return `<details><summary>${text(words.title)}</summary><form method="get">
<label for="zone">${text(words.label)}</label><select id="zone" name="zone">${options.join('')}</select>
<button type="submit">${text(words.show)}</button></form></details>`
}

function anotherTime(times: TheirTimes, { another: words }: TheirWords): Html {
  const fields = Array.from(
    { length: mostTimes },
    (_, at) => `<input type="datetime-local" name="when" aria-label="${text(words.time(at + 1))}">`,
  )
  const open = times.offer === null && !times.isAgreed && !times.saidNo ? ' open' : ''
  return `<details${open}><summary>${text(times.isAgreed ? words.move : words.title)}</summary>
<form method="post"><input type="hidden" name="do" value="propose"><input type="hidden" name="zone" value="${text(times.zone)}">
<fieldset><legend>${text(words.times(times.zone))}</legend><div class="pair">${fields.join('')}</div></fieldset>
<label for="another">${text(words.words)}</label><textarea id="another" name="words" rows="3" maxlength="1000"></textarea>
<button type="submit">${text(words.send)}</button></form></details>`
}

function decline({ mayDecline, isAgreed }: TheirTimes, { decline: words }: TheirWords): Html {
  if (!mayDecline) return ''
  return `<details><summary>${text(isAgreed ? words.callOff : words.title)}</summary>
<form method="post"><input type="hidden" name="do" value="decline">
<p class="quiet">${text(words.means)}</p>
<label for="why">${text(words.words)}</label><textarea id="why" name="words" rows="3" maxlength="1000"></textarea>
<button type="submit">${text(words.send)}</button></form></details>`
}
