import { beforeAll, expect, test } from 'vitest'
import type { TodayFacts, TodayWhy } from '../../notebook/today/today.ts'
import { todayWhyInWords } from '../../notebook/today/words.ts'
import type { Wall } from './dates.ts'
import { byInWords, stepInWords, whyInWords } from './why.ts'
import { bringWords, t } from './words.ts'

const wall: Wall = { zone: 'Europe/Madrid', locale: 'en-GB', today: '2026-03-12' }
const now = Date.parse('2026-03-12T08:00:00Z')

beforeAll(bringWords)

const three = { connector: 'Ben Adler', requester: 'Leila Haddad', target: 'Eleni Markou' }
const none = {}
const facts: { [Code in keyof TodayFacts]: TodayFacts[Code] } = {
  'find-a-link': none,
  'new-reason': none,
  'link-found': none,
  'draft-waits': { since: '2026-03-10' },
  'letter-is-out': { since: '2026-03-10' },
  'silent-widen': { days: 3, since: '2026-03-09' },
  'silent-widen-there': { days: 3, since: '2026-03-09', house: 'Kelvin Archive' },
  'silent-widen-to': { days: 1, since: '2026-03-11', house: 'Kelvin Archive', second: 'Ida Wendt' },
  'silent-widen-elsewhere': { days: 4, since: '2026-03-06', house: 'Kelvin Archive' },
  'silent-nudge': { days: 1, since: '2026-03-11' },
  'nudge-is-out': { since: '2026-02-02' },
  'answer-is-there': { since: '2026-03-11' },
  resting: { until: '2026-06-12' },
  'letter-elsewhere': { since: '2026-03-10' },
  'rests-elsewhere': { until: '2026-06-12' },
  'house-full': { letters: 2, house: 'Kelvin Archive' },
  'rested-long': { since: '2026-01-12' },
  'they-said-yes': { since: '2026-03-12' },
  'they-said-later': { since: '2026-03-11' },
  'later-has-come': { since: '2026-02-11' },
  'they-said-no': none,
  'closed-kindly': none,
  agreed: { day: '2026-03-13', clock: '16:00' },
  'confirm-now': { day: '2026-03-14' },
  confirmed: { day: '2026-03-25', clock: '09:30' },
  today: { minutes: 20 },
  'today-confirmed': { minutes: 20, clock: '16:00' },
  'time-has-passed': { day: '2026-03-11' },
  'notes-are-open': none,
  'no-show-mine': none,
  'no-show-theirs': none,
  'while-warm': none,
  'thank-warm': { day: '2026-03-11' },
  'thank-late': { day: '2026-03-02' },
  'put-away': none,
  'report-later': { from: '2026-03-20' },
  'report-back': none,
  'hello-later': { from: '2026-04-20' },
  'next-hello': none,
  kept: none,
  'set-aside': none,
  'met-by-chance': none,
  'recall-the-moment': none,
  'ask-for-minutes': { minutes: 20 },
  'you-promised': { text: 'send the chapter on sediment budgets' },
  'they-promised': { text: 'a name at the radio archive.' },
  'they-chose': { day: '2026-03-17', clock: '10:00' },
  'they-named-a-time': { day: '2026-03-13', clock: '09:30' },
  'they-named-times': { text: 'after Easter, in the mornings' },
  'they-declined': none,
  'they-said-how-to-name-them': none,
  'they-ask-to-be-forgotten': none,
  'sat-there-too': { thanked: 'Ada Lind', since: '2026-03-11' },
  'letter-unsure': none,
  'letter-failed': { text: 'The mail server did not take the password.' },
  'they-wrote': none,
  'letter-came-back': { text: 'There is no such mailbox.' },
  'intro-planned': { ...three },
  'intro-connector-rests': { ...three, since: '2026-03-02', until: '2026-05-01' },
  'intro-asked-of-you': { ...three, since: '2026-03-02', until: '2026-03-24' },
  'intro-idea': { ...three },
  'intro-other-side': { ...three, until: '2026-03-24' },
  'intro-no-answer-yet': { ...three, until: '2026-03-24' },
  'intro-both-agreed': { ...three, since: '2026-03-02' },
  'intro-linked': { ...three, since: '2026-03-02' },
  'intro-hear': { ...three, since: '2026-03-02' },
  'intro-connector-weighs': { ...three, since: '2026-03-02', until: '2026-03-24' },
  'intro-you-are-asked': { ...three, since: '2026-03-02', until: '2026-03-24' },
  'intro-you-agreed': { ...three, until: '2026-03-24' },
  'intro-reply': { ...three, since: '2026-03-02' },
  'intro-meet': { ...three, since: '2026-03-02' },
  'intro-they-write': { ...three, since: '2026-03-02' },
  'intro-tell': { ...three, since: '2026-03-02' },
  'intro-thank': { ...three, since: '2026-03-02' },
  'intro-done': { ...three },
  'intro-quiet': { ...three, since: '2026-03-02' },
}

test.each(Object.entries(facts))('the page says "%s" as the command does', (code, values) => {
  const why = { code, values } as TodayWhy
  for (const name of ['Ruth Adeyemi', '']) {
    const said = whyInWords(t, { code, values: { ...values }, why: '' }, name, wall)
    expect(said).toBe(todayWhyInWords(why, name, wall.today))
  }
})

test('a reason of a newer server is said in its own words', () => {
  const because = { code: 'full-moon', values: {}, why: 'The moon is full.' }
  expect(whyInWords(t, because, 'Ruth', wall)).toBe('The moon is full.')
})

test.each([
  ['2026-03-12T16:30:00.000Z', 'by 17:30'],
  ['2026-03-13T15:00:00.000Z', 'by tomorrow, 16:00'],
  ['2026-03-12', 'by tonight'],
  ['2026-03-13', 'by tomorrow'],
  ['2026-03-16', 'by Monday'],
  ['2026-04-02', 'by Thursday 2 April'],
  ['2026-03-12T07:00:00.000Z', 'since 08:00'],
  ['2026-03-10', 'since Tuesday'],
  ['2026-03-02', 'since Monday 2 March'],
  ['soon', null],
  [null, null],
])('until %j is said as %j', (by, words) => {
  expect(byInWords(t, by, wall, now)).toBe(words)
})

const blank = { code: '', values: {}, by: null }

test('in a table a next step is a few words, with its hour where one counts', () => {
  expect(stepInWords(t, { ...blank, what: 'nudge' }, wall)).toBe('Write the nudge')
  expect(stepInWords(t, { ...blank, what: 'thank', by: '2026-03-13' }, wall)).toBe(
    'Thank by tomorrow',
  )
  expect(stepInWords(t, { ...blank, what: 'juggle' }, wall)).toBe('')
})

test('while nothing is yours to do, a table says what one waits for', () => {
  const agreed = { what: 'wait', code: 'agreed', values: facts.agreed, by: '2026-03-12' }
  expect(stepInWords(t, agreed, wall)).toBe('Agreed for tomorrow at 16:00')
  const resting = { ...blank, what: 'wait', code: 'resting', values: facts.resting }
  expect(stepInWords(t, resting, wall)).toBe('Rests until Friday 12 June')
  expect(stepInWords(t, { ...blank, what: 'wait' }, wall)).toBe('Nothing due')
})
