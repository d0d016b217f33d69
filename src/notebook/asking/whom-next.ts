import type { Day } from '../../kit/days.ts'
import { addDays } from '../../kit/days.ts'
import { fold } from '../../kit/text.ts'
import type { FieldRest } from '../nouns/noun.ts'
import type { KindOfPerson } from '../people/person.ts'
import { fitsInto, type Gap, gaps, gapsIn } from './gaps.ts'

export interface Named {
  readonly id: string
  readonly name: string
}

/** Somebody who stands in a field and was not heard on it, and with whom nothing is underway. */
export interface Candidate extends Named {
  readonly kind: KindOfPerson | null
  /** You have spoken before, of whatever it was. */
  readonly spoke: boolean
  /** Who brought you together, or gave you the name. */
  readonly through: Named | null
  /** Somebody you have spoken with works in the same house. */
  readonly colleague: (Named & { readonly house: string }) | null
  /** How much you want to be where they are, 0 to 3. */
  readonly want: number
}

/** A field, as far as it is asked whom to hear next. */
export interface Asked extends Named {
  readonly questions: readonly { readonly id: string; readonly text: string }[]
  /** How many of each kind were heard. */
  readonly heard: ReadonlyMap<KindOfPerson | null, number>
  readonly candidates: readonly Candidate[]
  /** The last who was heard: where nobody else is known, one may ask them for a name. */
  readonly lastHeard: Named | null
  readonly rests: readonly FieldRest[]
}

/** How one comes to somebody, the nearest first. `name`: by asking one who was heard for a name. */
export const ways = ['known', 'introduced', 'colleague', 'stranger', 'name'] as const
export type Way = (typeof ways)[number]

export interface Suggestion {
  readonly field: Named
  readonly gap: Gap
  readonly way: Way
  readonly person: Named
  readonly through: Named | null
  readonly house: string | null
  /** Who would have been the way, and is let be after the last introduction. */
  readonly resting: (Named & { readonly until: Day }) | null
  readonly questions: Asked['questions']
}

/** Which day it is, and who is let be. */
export interface When {
  readonly today: Day
  /** So many days a suggestion that was let rest stays away. */
  readonly restDays: number
  /** Who had an introduction for the owner in hand, and the day from which one may ask them again. */
  readonly connectors: ReadonlyMap<string, Day>
}

const mostOfAField = 2
const mostQuestions = 3

/**
 * Whom to ask next: where a question is open before where none is; then the kind of person that is missed most; then the
 * nearest way, which leads through nobody who is let be; then where one would like to be; then by name. The same notebook gives the same answer.
 */
export function whomNext(fields: readonly Asked[], when: When): readonly Suggestion[] {
  const found = fields.flatMap((field) =>
    inTurn(gapsIn(field.heard).flatMap((gap) => forGap(field, gap, when))).slice(0, mostOfAField),
  )
  // Somebody who stands in two fields is asked about one at a time.
  const people = new Set<string>()
  return inTurn(found).flatMap(({ suggestion }) => {
    if (people.has(suggestion.person.id)) return []
    people.add(suggestion.person.id)
    return [suggestion]
  })
}

interface Ranked {
  readonly suggestion: Suggestion
  readonly want: number
}

function forGap(field: Asked, gap: Gap, when: When): readonly Ranked[] {
  const { candidates, lastHeard, rests } = field
  const restedSince = addDays(when.today, -when.restDays)
  const resting = rests.filter((rest) => rest.on > restedSince && rest.gap === gap)
  const mayAsk = ({ id }: Named) => !resting.some(({ person }) => person === id)
  const fitting = candidates.filter((one) => fitsInto(gap, one.kind) && mayAsk(one))
  const all = fitting.map((one) => ({
    suggestion: towards({ field, gap }, one, when.connectors),
    want: one.want,
  }))
  const [first] = inTurn(all)
  if (first) return [first]
  if (lastHeard === null || !mayAsk(lastHeard)) return []
  const questions: Asked['questions'] = []
  const way = { way: 'name', through: null, house: null, resting: null } as const
  return [
    { suggestion: { field: named(field), gap, person: lastHeard, questions, ...way }, want: 0 },
  ]
}

function towards(
  { field, gap }: { readonly field: Asked; readonly gap: Gap },
  candidate: Candidate,
  connectors: When['connectors'],
): Suggestion {
  const { spoke, through, colleague } = candidate
  const base = {
    field: named(field),
    gap,
    person: named(candidate),
    through: null,
    house: null,
    resting: null,
    questions: field.questions.slice(0, mostQuestions),
  }
  if (spoke) return { ...base, way: 'known' }
  const isAwake = ({ id }: Named) => !connectors.has(id)
  if (through && isAwake(through)) return { ...base, way: 'introduced', through }
  const resting = restOf(through ?? colleague, connectors)
  if (!colleague || !isAwake(colleague)) return { ...base, way: 'stranger', resting }
  const { house } = colleague
  return { ...base, way: 'colleague', through: named(colleague), house, resting }
}

function restOf(connector: Named | null, connectors: When['connectors']): Suggestion['resting'] {
  const until = connector === null ? undefined : connectors.get(connector.id)
  return connector === null || until === undefined ? null : { ...named(connector), until }
}

function named({ id, name }: Named): Named {
  return { id, name }
}

function inTurn(all: readonly Ranked[]): readonly Ranked[] {
  return all.toSorted((one, other) => {
    const [mine, theirs] = [turnOf(one), turnOf(other)]
    const at = mine.findIndex((part, index) => part !== theirs[index])
    if (at === -1) return 0
    return (mine[at] ?? '') < (theirs[at] ?? '') ? -1 : 1
  })
}

function turnOf({ suggestion, want }: Ranked): readonly string[] {
  const { questions, gap, way, field, person } = suggestion
  return [
    questions.length > 0 ? '0' : '1',
    String(gaps.indexOf(gap)),
    String(ways.indexOf(way)),
    String(3 - want),
    fold(field.name),
    fold(person.name),
    person.id,
  ]
}
