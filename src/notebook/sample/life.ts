import { type Day, instantAt } from '../../kit/days.ts'
import {
  type ConversationId,
  type FieldId,
  id,
  type LineId,
  type PersonId,
  type StepId,
} from '../../kit/ids.ts'
import type { Source } from '../../kit/source.ts'
import {
  type Conversation,
  defaultMinutes,
  type Start,
  type Step,
} from '../conversations/conversation.ts'
import { foldOf } from '../conversations/course.ts'
import type { LineInTheme, OpenLine } from '../notes/note.ts'
import { newPerson } from '../people/edit.ts'
import { nothingAsked, type Person } from '../people/person.ts'
import { dayOf, hourAhead, withDays } from './calendar.ts'
import { type LaidTheme, themesIn } from './themes.ts'
import type { Calendar, ToldConsent, ToldPerson, ToldStart, ToldStep, ToldTalk } from './told.ts'

/** What turns a told life into documents: its days, its ids, and whom the words of the telling mean. */
export interface Telling {
  readonly calendar: Calendar
  readonly newId: (kind: string) => string
  readonly people: ReadonlyMap<string, PersonId>
  readonly fields: ReadonlyMap<string, FieldId>
  readonly themes: readonly LaidTheme[]
}

/** A conversation with all that hangs on it. */
export interface Talk {
  readonly conversation: Conversation
  readonly steps: readonly Step[]
  /** The day its note was begun. */
  readonly day: Day
  readonly lines: readonly OpenLine[]
  /** Promises kept and questions answered, by their lines. */
  readonly settled: ReadonlyMap<LineId, Day>
  /** The themes that its lines make. */
  readonly themes: ReadonlyMap<LineId, readonly LineInTheme[]>
}

export function personFrom(told: ToldPerson, telling: Telling): Person {
  const { calendar } = telling
  const by: Source = { by: 'sample', on: calendar.today }
  const sources = [by]
  const names = [
    { part: 'given', text: told.given, sources },
    { part: 'family', text: told.family, sources },
    ...(told.nickname ? [{ part: 'nickname', text: told.nickname, sources } as const] : []),
    ...(told.pronunciation
      ? [{ part: 'pronunciation', text: told.pronunciation, sources } as const]
      : []),
  ] as const
  const { ago, place = null, through, words = null } = told.met ?? {}
  return {
    ...newPerson(named(telling.people, told.key)),
    names,
    roles: told.roles.map((role) => ({
      title: role.title,
      organisation: role.organisation ?? null,
      organisationId: null,
      department: null,
      from: yearOf(role.from, calendar),
      to: yearOf(role.to, calendar),
      sources,
    })),
    channels: channelsOf(told).map((channel) => ({ ...channel, sources })),
    places: [
      {
        label: null,
        street: null,
        locality: told.locality,
        region: null,
        postcode: null,
        country: told.country,
        sources,
      },
    ],
    labels: (told.labels ?? []).map((word) => ({ word, sources })),
    fields: Object.entries(told.fields ?? {}).map(([field, kind]) => ({
      field: named(telling.fields, field),
      kind,
    })),
    meeting: {
      day: ago === undefined ? null : dayOf(ago, calendar),
      place,
      through: through === undefined ? null : named(telling.people, through),
      words,
    },
    words: told.words ?? '',
    consent: consentFrom(told.consent, calendar),
  }
}

function channelsOf({ mail, phone, link }: ToldPerson) {
  const bare = { label: null, preferred: false }
  return [
    ...(mail ? [{ kind: 'mail' as const, value: mail, ...bare }] : []),
    ...(phone ? [{ kind: 'phone' as const, value: phone, ...bare }] : []),
    ...(link ? [{ kind: 'link' as const, value: link, ...bare }] : []),
  ]
}

export function talkFrom(told: ToldTalk, telling: Telling): Talk {
  const { calendar } = telling
  const conversation = conversationFrom(told, telling)
  const steps = told.steps.map((step) => stepFrom(step, conversation.id, telling))
  const { course } = foldOf({ conversation, steps })
  const lines = (told.note ?? []).map((line) => ({
    id: id('line', telling.newId('line')),
    text: withDays(typeof line === 'string' ? line : line.text, calendar),
    settled: typeof line === 'string' ? null : dayOf(line.settled, calendar),
  }))
  return {
    conversation,
    steps,
    day: course.met?.day ?? calendar.today,
    lines: lines.map(({ id: line, text }) => ({ id: line, text })),
    settled: new Map(lines.flatMap((line) => (line.settled ? [[line.id, line.settled]] : []))),
    themes: new Map(
      lines.flatMap(({ id: line, text }): [LineId, readonly LineInTheme[]][] => {
        const themes = themesIn(text, telling.themes)
        return themes.length > 0 ? [[line, themes]] : []
      }),
    ),
  }
}

function conversationFrom(told: ToldTalk, telling: Telling): Conversation {
  const { calendar } = telling
  const [energy, engagement, tuesday] = told.left ?? [null, null, null]
  const { link, purpose = null, minutes = defaultMinutes, medium = null, place = null } = told
  return {
    id: id('conversation', telling.newId('conversation')),
    people: told.people.map((one) => named(telling.people, one)),
    setting: told.chance ? 'chance' : 'planned',
    fields: told.fields.map((one) => named(telling.fields, one)),
    link: link ? withDays(link, calendar) : null,
    purpose,
    minutes,
    medium,
    place,
    start: told.chance ? startFrom(told.chance, calendar) : null,
    questions: (told.questions ?? []).map((question) => ({
      starred: false,
      asked: false,
      ...question,
    })),
    read: told.read ?? [],
    gift: told.gift ?? null,
    energy,
    engagement,
    tuesday,
    consent: consentFrom(told.consent, calendar),
    binnedOn: null,
  }
}

function stepFrom(
  told: ToldStep,
  conversation: ConversationId,
  { calendar, newId }: Telling,
): Step {
  const { zone } = calendar
  const day = dayOf(told.ago, calendar)
  const fact = {
    id: id('step', newId('step')) satisfies StepId,
    conversation,
    at: instantAt(zone, day, told.clock),
    zone,
    day,
    words: told.words,
  }
  const { kind, start } = told
  if (kind !== 'scheduled') return { ...fact, kind }
  return { ...fact, kind, start: startFrom(start ?? told, calendar) }
}

function startFrom({ ago, clock }: ToldStart, calendar: Calendar): Start {
  const { zone } = calendar
  return {
    day: dayOf(ago, calendar),
    clock: clock === 'soon' ? hourAhead(calendar) : clock,
    zone,
  }
}

function consentFrom(told: ToldConsent | undefined, calendar: Calendar): Person['consent'] {
  if (!told) return nothingAsked
  const { ago, ...answers } = told
  return { ...answers, on: dayOf(ago, calendar) }
}

function yearOf(years: number | undefined, { today }: Calendar): string | null {
  return years === undefined ? null : String(Number(today.slice(0, 4)) + years)
}

export function named<Id>(ids: ReadonlyMap<string, Id>, key: string): Id {
  const found = ids.get(key)
  if (found === undefined) throw new Error(`The sample tells of nobody called ${key}`)
  return found
}
