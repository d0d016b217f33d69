import type { Day } from '../../kit/days.ts'
import { agreedFor, type LineLevel } from '../people/consent.ts'
import {
  type Consent,
  type KindOfPerson,
  kindsOfPerson,
  nameOf,
  nothingAsked,
  type Person,
  roleLineOf,
} from '../people/person.ts'

/** A line that somebody said, as the page of a field needs it. */
export interface SaidLine {
  readonly id: string
  readonly mark: string
  readonly said: string
  readonly speaker: string | null
  /** As it was written, where the notebook does not know who that is. */
  readonly named: string
  readonly day: Day
  readonly conversation: string | null
  /** The keys of its topics, in the order of the tags. */
  readonly topics: readonly string[]
  /** What was agreed in its conversation, and how far the line itself is closed. */
  readonly agreed?: Consent | null
  readonly level?: LineLevel
}

export interface Insight {
  readonly line: string
  readonly text: string
  readonly mark: string
  readonly speaker: string | null
  readonly person: string | null
  readonly kind: KindOfPerson | null
  readonly day: Day
  readonly conversation: string | null
}

export interface Heard {
  readonly id: string
  readonly name: string
  readonly speaker: string
  readonly kind: KindOfPerson | null
  readonly insights: number
  readonly lastOn: Day | null
}

export interface TopicOfField {
  readonly topic: string
  readonly name: string
  readonly people: number
  readonly insights: readonly Insight[]
}

export interface FieldPage {
  readonly people: readonly Heard[]
  readonly topics: readonly TopicOfField[]
  readonly unheard: readonly KindOfPerson[]
}

/** What is known around the lines: who the speakers are, which chair they sit in, how topics are called and ordered. */
export interface Around {
  readonly people: ReadonlyMap<string, Person>
  readonly kindOf: (person: Person) => KindOfPerson | null
  /** The topic a key leads to, after renaming and merging. */
  readonly topicOf: (key: string) => {
    readonly id: string
    readonly name: string
    readonly order: number
  }
}

/**
 * The page of a field: insights by topic, each with its speaker; everybody is counted once, however much they said,
 * and who is unknown is counted for nobody.
 */
export function fieldPage(lines: readonly SaidLine[], around: Around): FieldPage {
  const insights = lines.map((line) => ({ line, insight: insightOf(line, around) }))
  return {
    people: heard(
      insights.map(({ insight }) => insight),
      around,
    ),
    topics: byTopic(insights, around),
    unheard: unheard(insights.map(({ insight }) => insight.kind)),
  }
}

/**
 * How a speaker is named: by name, by role, or not at all, as the narrowest of person, conversation and line has it.
 * The owner's own page names those who were not asked yet.
 */
export function speakerName(person: Person, line?: Pick<SaidLine, 'agreed' | 'level'>): string {
  const consents = [person.consent, line?.agreed ?? nothingAsked]
  const naming = line
    ? agreedFor(consents, line.level ?? 'as-agreed').naming
    : person.consent.naming
  if (naming === 'name' || naming === 'not-asked') return nameOf(person)
  return (naming === 'role' && roleLineOf(person)) || 'somebody'
}

function insightOf(line: SaidLine, around: Around): Insight {
  const person = line.speaker === null ? undefined : around.people.get(line.speaker)
  return {
    line: line.id,
    text: line.said,
    mark: line.mark,
    speaker: person ? speakerName(person, line) : line.named || null,
    person: person?.id ?? null,
    kind: person ? around.kindOf(person) : null,
    day: line.day,
    conversation: line.conversation,
  }
}

function byTopic(
  insights: readonly { readonly line: SaidLine; readonly insight: Insight }[],
  around: Around,
): TopicOfField[] {
  const topics = new Map<string, { name: string; order: number; insights: Insight[] }>()
  for (const { line, insight } of insights) {
    const found = line.topics.length ? line.topics.map(around.topicOf) : [withoutTopic]
    for (const { id, name, order } of new Map(found.map((one) => [one.id, one])).values()) {
      const topic = topics.get(id) ?? { name, order, insights: [] }
      topic.insights.push(insight)
      topics.set(id, topic)
    }
  }
  return [...topics]
    .toSorted(([, a], [, b]) => a.order - b.order || (a.name < b.name ? -1 : 1))
    .map(([topic, { name, insights: own }]) => ({
      topic,
      name,
      people: new Set(own.flatMap(({ person }) => person ?? [])).size,
      insights: own,
    }))
}

const withoutTopic = { id: '', name: '', order: Number.MAX_SAFE_INTEGER }

function heard(insights: readonly Insight[], around: Around): Heard[] {
  const counts = new Map<string, { insights: number; lastOn: Day }>()
  for (const { person, day } of insights) {
    if (person === null) continue
    const before = counts.get(person)
    counts.set(person, {
      insights: (before?.insights ?? 0) + 1,
      lastOn: before && before.lastOn > day ? before.lastOn : day,
    })
  }
  return [...counts].flatMap(([id, count]) => {
    const person = around.people.get(id)
    if (!person) return []
    return [
      {
        id,
        name: nameOf(person),
        speaker: speakerName(person),
        kind: around.kindOf(person),
        ...count,
      },
    ]
  })
}

/** Kinds of people a field wants to hear, of whom nobody spoke yet; friends and strangers are no gap. */
function unheard(kinds: readonly (KindOfPerson | null)[]): KindOfPerson[] {
  const there = new Set(kinds)
  return kindsOfPerson.filter((kind) => kind !== 'F' && kind !== 'X' && !there.has(kind))
}
