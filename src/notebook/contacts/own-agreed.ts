import { type Day, isDay } from '../../kit/days.ts'
import { given } from '../../kit/partial.ts'
import {
  type Answer,
  type Consent,
  kindsOfPerson,
  namingAnswers,
  notesAnswers,
  nothingAsked,
  sharingAnswers,
} from '../people/person.ts'
import type { Agreed } from './agreed.ts'
import type { JsonFields } from './json-fields.ts'

const longestSaid = 300

/** What somebody agreed to, as the notebook's own file tells it; null where it tells nothing. */
export function agreedIn(person: JsonFields, today: Day): Agreed | null {
  const consent = consentIn(person)
  const told = person.objects('answers').flatMap((one) => answerIn(one) ?? [])
  const fields = person.objects('fields').flatMap(fieldIn)
  const answers = told.length === 0 ? firstAnswer(consent, today) : told
  if (answers.length === 0 && fields.length === 0) return null
  return { consent, answers, fields }
}

function consentIn(person: JsonFields): Consent {
  const found = person.object('consent')
  if (!found) return nothingAsked
  return { ...nothingAsked, ...given(asked(found)), on: dayOf(found) }
}

function asked(one: JsonFields): Pick<Answer, 'notes' | 'naming' | 'sharing'> {
  const [notes, naming, sharing] = [one.text('notes'), one.text('naming'), one.text('sharing')]
  return {
    notes: notesAnswers.find((known) => known === notes),
    naming: namingAnswers.find((known) => known === naming),
    sharing: sharingAnswers.find((known) => known === sharing),
  }
}

/** The conversation it was given in is not in the file. */
function answerIn(one: JsonFields): Answer | null {
  one.pass('conversation')
  const { notes, naming, sharing } = asked(one)
  const said = one.text('said')?.slice(0, longestSaid) ?? null
  const on = dayOf(one)
  if (on === null || !(notes || naming || sharing)) return null
  return { ...given({ notes, naming, sharing }), said, conversation: null, on }
}

/** Where nobody wrote down how it came to be so, what holds was answered once. */
function firstAnswer(consent: Consent, today: Day): Answer[] {
  const { on, ...held } = consent
  const told = Object.fromEntries(Object.entries(held).filter(([, one]) => one !== 'not-asked'))
  if (Object.keys(told).length === 0) return []
  return [{ ...told, said: null, conversation: null, on: on ?? today }]
}

function fieldIn(one: JsonFields): Agreed['fields'] {
  const name = one.text('name')
  if (!name) return []
  one.pass('field')
  const kind = one.text('kind')
  return [{ name, kind: kindsOfPerson.find((known) => known === kind) ?? null }]
}

function dayOf(one: JsonFields): Day | null {
  const on = one.text('on')
  return on !== null && isDay(on) ? on : null
}
