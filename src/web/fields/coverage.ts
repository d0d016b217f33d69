import type { FieldShown, Kind } from './types.ts'

/** Kinds of people a field wants to hear; friends and strangers stand there only once they were heard. */
const wanted: readonly Kind[] = ['N', 'P', 'S', 'H', 'A', 'L']
const besides: readonly Kind[] = ['F', 'X']

export interface Coverage {
  /** The columns; null are people who sit in no chair yet. */
  readonly kinds: readonly (Kind | null)[]
  readonly rows: readonly {
    readonly topic: string
    readonly name: string
    /** How many different people, one number for each column. */
    readonly people: readonly number[]
  }[]
  /** The empty column that matters most, if one does. */
  readonly emptyChair: Kind | null
}

/** Who spoke of what: everybody once in each cell, however much they said. */
export function coverageOf({ topics, heard, unheard }: FieldShown): Coverage {
  const heardKinds = new Set(heard.map(({ kind }) => kind))
  const kinds = [
    ...wanted,
    ...besides.filter((kind) => heardKinds.has(kind)),
    ...(heardKinds.has(null) ? [null] : []),
  ]
  return {
    kinds,
    rows: topics
      .filter(({ topic, people }) => topic !== '' && people > 0)
      .map(({ topic, name, insights }) => ({
        topic,
        name,
        people: kinds.map(
          (kind) =>
            new Set(
              insights.flatMap((one) =>
                one.person !== null && one.kind === kind ? [one.person] : [],
              ),
            ).size,
        ),
      })),
    emptyChair: chairThatMatters(unheard),
  }
}

/** Who hires decides; otherwise the last one missing. Several others are a beginning, not a gap. */
function chairThatMatters(unheard: readonly Kind[]): Kind | null {
  if (unheard.includes('H')) return 'H'
  return unheard.length === 1 ? (unheard[0] ?? null) : null
}
