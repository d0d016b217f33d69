import { dayIn } from '../../kit/days.ts'
import { understand } from '../../notebook/notes/understand.ts'
import type { Entry } from './entry.ts'
import type {
  NearConversation,
  NearNote,
  NearPerson,
  NearToday,
  NearWholePerson,
  Row,
} from './near-shapes.ts'

type Input = Readonly<Record<string, unknown>>

/** A plan that waits, as a conversation is shown: with no step taken, and nothing asked of the clocks. */
export function plannedConversation(entry: Entry, people: readonly NearPerson[]): NearConversation {
  const base: NearConversation = {
    id: textOf(inputOf(entry)['id']) ?? '',
    people: [],
    fields: [],
    setting: 'planned',
    state: 'idea',
    next: null,
    mayFollow: ['started'],
    start: null,
    link: null,
    purpose: null,
    minutes: 30,
    medium: null,
    place: null,
    questions: [],
    read: [],
    offer: null,
    fromThem: [],
    gift: null,
    energy: null,
    engagement: null,
    tuesday: null,
    consent: { notes: 'not-asked', naming: 'not-asked', sharing: 'not-asked', on: null },
    steps: [],
    heldOn: null,
    binnedOn: null,
  }
  return changedBy(base, inputOf(entry), people)
}

/** A conversation with what waits for it on top: what was changed of it, and the steps that were taken. */
export function conversationWith(
  base: NearConversation,
  waiting: readonly Entry[],
  people: readonly NearPerson[],
): NearConversation {
  return waiting
    .filter((entry) => [inputOf(entry)['id'], inputOf(entry)['conversation']].includes(base.id))
    .reduce((shown, entry) => {
      if (entry.operation === 'consent.answer') return answeredBy(shown, entry)
      if (entry.operation === 'conversations.change')
        return changedBy(shown, inputOf(entry), people)
      if (entry.operation === 'conversations.finish') return finishedBy(shown, entry)
      return entry.operation === 'conversations.step' ? steppedBy(shown, entry) : shown
    }, base)
}

/** What one of several said is theirs alone; what all said at the table is the conversation's too. */
function answeredBy(shown: NearConversation, entry: Entry): NearConversation {
  const { person } = inputOf(entry)
  if (person !== undefined && shown.people.some(({ id }) => id !== person)) return shown
  return { ...shown, consent: { ...shown.consent, ...answerIn(entry) } }
}

/** An answer as it is kept; one that waits is of the day on which it was written down. */
function answerIn(entry: Entry): Partial<NearWholePerson['consent']> {
  const { notes, naming, sharing } = inputOf(entry)
  const told = Object.entries({ notes, naming, sharing }).filter(([, one]) => one !== undefined)
  return { ...Object.fromEntries(told), on: dayIn(entry.zone, entry.done) }
}

/** Somebody with the answers that wait: theirs alone, and those of conversations at which they sit. */
export function personWith(
  shown: NearWholePerson,
  waiting: readonly Entry[],
  talks: ReadonlySet<unknown>,
): NearWholePerson {
  const own = waiting
    .filter((entry) => entry.operation === 'consent.answer')
    .filter((entry) => {
      const { person, conversation } = inputOf(entry)
      return person === undefined ? talks.has(conversation) : person === shown.id
    })
  const answers = own.map((entry) => {
    const { said, conversation } = inputOf(entry)
    const { on: _on, ...answer } = answerIn(entry)
    const how = { said: textOf(said), conversation: textOf(conversation) }
    return { ...answer, ...how, on: dayIn(entry.zone, entry.done) }
  })
  const consent = Object.assign({}, shown.consent, ...own.map(answerIn))
  return { ...shown, consent, answers: [...(shown.answers ?? []), ...answers] }
}

function changedBy(
  shown: NearConversation,
  { id: _id, people: ids, fields, consent, ...about }: Input,
  people: readonly NearPerson[],
): NearConversation {
  const start = about['start'] === undefined ? shown.start : withClock(about['start'])
  return {
    ...shown,
    ...about,
    start,
    consent: { ...shown.consent, ...objectOf(consent) },
    people: Array.isArray(ids) ? seated(shown, ids, people) : shown.people,
    fields: Array.isArray(fields)
      ? shown.fields.filter((field) => fields.includes(field.id))
      : shown.fields,
  }
}

function withClock(start: unknown): NearConversation['start'] {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the input of `conversations.change`, which the form made
  return start === null ? null : ({ clock: null, ...objectOf(start) } as NearConversation['start'])
}

function seated(
  shown: NearConversation,
  ids: readonly unknown[],
  people: readonly NearPerson[],
): NearConversation['people'] {
  return ids.flatMap((id) => {
    const known = people.find((one) => one.id === id) ?? shown.people.find((one) => one.id === id)
    return known ? [{ id: known.id, name: known.name, line: known.line }] : []
  })
}

type StepKind = NearConversation['steps'][number]['kind']

/** A talk that is finished was held; one that was held before stays as it is. */
function finishedBy(shown: NearConversation, entry: Entry): NearConversation {
  return shown.heldOn === null ? steppedBy(shown, entry, 'held') : shown
}

/** The step as a fact; what follows from it the server will say. Only what the notes need is known here. */
function steppedBy(
  shown: NearConversation,
  entry: Entry,
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the input of `conversations.step`, which a button made
  kind = inputOf(entry)['kind'] as StepKind,
): NearConversation {
  const input = inputOf(entry)
  const day = textOf(input['day']) ?? dayIn(entry.zone, entry.done)
  const step = {
    id: textOf(input['step']) ?? entry.key,
    kind,
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- as above
    day: day as NearConversation['steps'][number]['day'],
    at: entry.done,
    words: textOf(input['words']),
  }
  const isMet = kind === 'held' || kind === 'captured'
  return {
    ...shown,
    steps: [...shown.steps, step],
    mayFollow: kind === 'started' ? ['held', 'captured'] : [],
    state: kind,
    next: null,
    heldOn: isMet ? (shown.heldOn ?? step.day) : shown.heldOn,
  }
}

/** A plan that waits, as a line of the list. */
export function plannedRow(_input: Input, people: readonly NearPerson[], entry: Entry): Row {
  const planned = plannedConversation(entry, people)
  return {
    id: planned.id,
    people: planned.people.map(({ id, name }) => ({ id, name })),
    fields: planned.fields,
    setting: planned.setting,
    state: planned.state,
    next: null,
    start: planned.start,
    heldOn: null,
    lastDay: planned.start?.day ?? dayIn(entry.zone, entry.done),
  }
}

/** Somebody of whom a line is known, or who was just written down, as a page shows a person. */
export function personAdded(known: Input | NearPerson): NearWholePerson {
  const input = inputOf({ input: known })
  const met = objectOf(input['meeting'] ?? input['met'])
  const name = textOf(input['name']) ?? ''
  return {
    id: textOf(input['id']) ?? '',
    name,
    line: textOf(input['line']) ?? '',
    names: [{ part: 'full', text: name }],
    roles: [],
    channels: [],
    places: [],
    dates: [],
    labels: [],
    fields: [],
    meeting: {
      day: null,
      place: null,
      words: null,
      ...met,
      through: null,
      throughName: null,
    },
    words: textOf(input['words']) ?? '',
    consent: { notes: 'not-asked', naming: 'not-asked', sharing: 'not-asked', on: null },
    answers: [],
    lastExchange: null,
    exchanges: 0,
    binnedOn: null,
  }
}

/** A note with the text that waits here instead of the server's; its lines are read as the server will read them. */
export function noteWith(read: NearNote, entries: readonly Entry[]): NearNote {
  const own = entries.filter(
    (entry) => entry.operation === 'notes.save' && inputOf(entry)['id'] === read.subject.id,
  )
  const landed = newest(read, own)
  const last = own.findLast((entry) => entry.landed === null)
  const text = last ? (textOf(inputOf(last)['text']) ?? '') : landed.text
  const drawn = landed.lines.length > 0 ? landed : read
  if (text === drawn.text) return { ...landed, lines: drawn.lines, text }
  const kept = new Map(drawn.lines.map((line) => [line.text, line]))
  const zone = own.at(-1)?.zone ?? null
  const lines = understand(text, { day: null, zone, lang: null }).map((line, at) => {
    const words = text.slice(line.start, line.end)
    const before = kept.get(words)
    return {
      id: before?.id ?? `${own.at(-1)?.key} ${at}`,
      text: words,
      mark: line.mark,
      said: line.said,
      offRecord: line.offRecord,
      speaker: before?.speaker ?? null,
      speakerUnknown: before?.speakerUnknown ?? false,
      people: [...line.people],
      fields: [...line.fields],
      topics: [...line.topics],
      due: line.day,
      doneOn: before?.doneOn ?? null,
    }
  })
  return { ...landed, text, lines }
}

/** What the server answered to a save may be newer than what was read from it before; it may have come without its lines. */
function newest(read: NearNote, own: readonly Entry[]): NearNote {
  return own.reduce((best, { landed }) => {
    if (!landed) return best
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the server's answer to `notes.save`, which is a note
    const { beside: _both, ...note } = landed.result as NearNote & { readonly beside?: unknown }
    return note.revision > best.revision ? note : best
  }, read)
}

/** The day without the promises that were settled here. */
export function promisesSettled(today: NearToday, waiting: readonly Entry[]): NearToday {
  const settled = new Set(
    waiting
      .filter(({ operation }) => operation === 'promises.settle')
      .filter((entry) => inputOf(entry)['how'] !== 'open')
      .map((entry) => inputOf(entry)['line']),
  )
  return { ...today, next: today.next.filter(({ line }) => line === null || !settled.has(line)) }
}

function inputOf({ input }: { readonly input: unknown }): Input {
  return objectOf(input)
}

function objectOf(value: unknown): Input {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- an object is a record of what nobody looked at yet
  return typeof value === 'object' && value !== null ? (value as Input) : {}
}

function textOf(value: unknown): string | null {
  return typeof value === 'string' ? value : null
}
