import type { z } from 'zod'
import type { Voice } from '../../craft/evidence/independence.ts'
import type { Reading } from '../../platform/context.ts'
import { speakerName } from '../fields/field-page.ts'
import { heardOf } from '../fields/fields.operations.ts'
import type { LineRow } from '../notes/lines.store.ts'
import { seesAll } from '../notes/told.operations.ts'
import type { Field } from '../nouns/noun.ts'
import { shownPeople } from '../people/groups.store.ts'
import { nameOf, type Person } from '../people/person.ts'
import { type ThemeOfField, themesOfField } from './evidence.ts'
import type { Theme } from './theme.ts'
import type { themesContract } from './themes.contract.ts'
import { themesOf } from './themes.store.ts'

type Shown = z.input<typeof themesContract.list.output>['themes'][number]
type Told = Omit<z.input<typeof themesContract.show.output>['said'][number], 'otherwise'>

export interface Evidence {
  /** The field and those merged into it. */
  readonly ids: readonly string[]
  readonly said: readonly LineRow[]
  readonly kept: readonly Theme[]
  readonly themes: readonly ThemeOfField[]
  readonly people: ReadonlyMap<string, Person>
}

/** All that was said of a field, and what it comes to as it stands now. */
export async function evidenceOf(ctx: Reading, field: Field): Promise<Evidence> {
  const { ids, said } = await heardOf(ctx, field)
  const kept = await themesOf(ctx.db, ctx.owner, ids)
  const speakers = [...new Set(said.flatMap((line) => line.speaker ?? []))]
  const people = await shownPeople(ctx.db, ctx.owner, speakers)
  return { ids, said, kept, themes: themesOfField(said, kept), people }
}

export function shown(ctx: Reading, theme: ThemeOfField, people: Evidence['people']): Shown {
  const { kept, so, otherwise, ofTwoMinds, unknown, contested, sides, since, lastOn } = theme
  const voices = (all: readonly Voice[]) =>
    all.map((voice) => ({
      people: voice.people.flatMap((who) => {
        const person = people.get(who)
        return person ? [named(ctx, person)] : []
      }),
    }))
  return {
    id: kept.id,
    claim: kept.claim,
    about: kept.about,
    topic: kept.topic,
    so: voices(so),
    otherwise: voices(otherwise),
    ofTwoMinds: voices(ofTwoMinds),
    unknown,
    contested,
    lines: sides.map((side) => ({ ...side })),
    since,
    lastOn,
    joined: [...theme.joined],
  }
}

/** A program that speaks for the owner is not led to who wants to be named by role or not at all. */
function named(ctx: Reading, person: Person, line?: LineRow): { id: string | null; name: string } {
  const name = speakerName(person, line)
  return { id: seesAll(ctx) || name === nameOf(person) ? person.id : null, name }
}

export function told(
  ctx: Reading,
  line: LineRow,
  { people, ids }: Pick<Evidence, 'people' | 'ids'>,
): Told {
  const person = line.speaker === null ? undefined : people.get(line.speaker)
  const who = person && named(ctx, person, line)
  const isClosed = who?.id === null
  return {
    line: line.id,
    text: line.said,
    mark: line.mark,
    speaker: who ? who.name : line.named || null,
    person: who?.id ?? null,
    kind: person?.fields.find(({ field }) => ids.includes(field))?.kind ?? null,
    day: line.day,
    conversation: isClosed ? null : line.conversation,
  }
}
