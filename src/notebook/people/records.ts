import type { Day } from '../../kit/days.ts'
import type { Source } from '../../kit/source.ts'
import { lists } from './merged.ts'
import { nameOf, type Person } from './person.ts'

/** One of the records that are one person, and where it came from. */
export interface RecordOfPerson {
  readonly id: string
  readonly name: string
  readonly words: string
  readonly since: Day | null
}

/** The sources of all values of a record, the earliest first. */
export function sourcesOf(person: Person): Source[] {
  return lists
    .flatMap((list): Source[] => person[list].flatMap((value) => [...value.sources]))
    .toSorted((a, b) => (a.on === b.on ? 0 : a.on < b.on ? -1 : 1))
}

/** `files` are the names of the files that imports read, by the id of the import. */
export function recordInWords(person: Person, files: ReadonlyMap<string, string>): RecordOfPerson {
  const sources = sourcesOf(person)
  const said = new Set(sources.map((source) => sourceInWords(source, files)))
  return {
    id: person.id,
    name: nameOf(person),
    words: [...said].join(', '),
    since: sources[0]?.on ?? null,
  }
}

function sourceInWords(source: Source, files: ReadonlyMap<string, string>): string {
  return source.by === 'import'
    ? (files.get(source.id ?? '') ?? inWords.import)
    : inWords[source.by]
}

const inWords: Readonly<Record<Source['by'], string>> = {
  hand: 'by hand',
  capture: 'a captured line',
  sample: 'the sample',
  import: 'an import',
}
