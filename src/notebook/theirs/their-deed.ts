import { type Day, isDay, isZone } from '../../kit/days.ts'
import type { OfferedTime, Start } from '../conversations/conversation.ts'
import { type Consent, namingAnswers } from '../people/person.ts'

/** What somebody does on their page, as a form says it. */
export type TheirDeed =
  | { readonly is: 'chosen'; readonly time: OfferedTime; readonly zone: string }
  | { readonly is: 'proposed'; readonly times: readonly Start[]; readonly words: string | null }
  | { readonly is: 'declined'; readonly words: string | null }
  | { readonly is: 'named'; readonly naming: Exclude<Consent['naming'], 'not-asked'> }
  | { readonly is: 'forget' }

/** The fields of a form as they were sent: nothing about them is sure. */
interface Form {
  get(name: string): string | null
  getAll(name: string): readonly string[]
}

export const mostTimes = 3
const mostWords = 1000

/** Null for what is no form of the page. */
export function deedIn(form: Form): TheirDeed | null {
  const read = forms.get(form.get('do') ?? '')
  return read ? read(form) : null
}

const forms: ReadonlyMap<string, (form: Form) => TheirDeed | null> = new Map([
  ['choose', chosenIn],
  ['propose', anotherIn],
  ['decline', (form: Form) => ({ is: 'declined', words: wordsIn(form) })],
  ['name', namedIn],
  ['forget', (form: Form) => (form.get('sure') === 'yes' ? { is: 'forget' } : null)],
])

function anotherIn(form: Form): TheirDeed | null {
  const [times, words] = [proposedIn(form), wordsIn(form)]
  return times.length === 0 && words === null ? null : { is: 'proposed', times, words }
}

function namedIn(form: Form): TheirDeed | null {
  const naming = namingAnswers.find((one) => one === form.get('naming'))
  return naming === undefined || naming === 'not-asked' ? null : { is: 'named', naming }
}

/** As the choices of the page are written: the zone they were offered in, the day, the clock. */
export function choiceOf({ day, clock }: OfferedTime, zone: string): string {
  return `${day} ${clock} ${zone}`
}

function chosenIn(form: Form): TheirDeed | null {
  const [day = '', clock = '', zone = ''] = (form.get('time') ?? '').slice(0, 100).split(' ')
  if (!isDay(day) || !isClock(clock) || !isZone(zone)) return null
  return { is: 'chosen', time: { day, clock }, zone }
}

/** Fields of a browser say `2026-04-14T10:00`; those left empty say nothing. */
function proposedIn(form: Form): Start[] {
  const zone = form.get('zone') ?? ''
  if (!isZone(zone)) return []
  const times = form
    .getAll('when')
    .slice(0, mostTimes)
    .flatMap((text): Start[] => {
      const [day = '', clock = ''] = text.slice(0, 16).split('T')
      return isDay(day) && isClock(clock) ? [{ day, clock, zone }] : []
    })
  return [...new Map(times.map((time) => [keyOf(time.day, time.clock), time])).values()]
}

function keyOf(day: Day, clock: string | null): string {
  return `${day} ${clock}`
}

function isClock(text: string): boolean {
  return /^([01]\d|2[0-3]):[0-5]\d$/.test(text)
}

function wordsIn(form: Form): string | null {
  const words = (form.get('words') ?? '')
    .replaceAll('\r\n', '\n')
    .replaceAll(/[^\P{Cc}\n]/gu, ' ')
    .toWellFormed()
    .trim()
  return words === '' ? null : words.slice(0, mostWords)
}
