import { thoughtsIn } from './capture-thoughts.ts'
import { type CapturedMeeting, type CapturedPerson, type Head, readHead } from './head/head.ts'
import { linesOf } from './lines.ts'
import { nobodyKnown } from './names.ts'
import { tagsIn } from './tags.ts'
import { readThought, type UnderstandOptions, type UnderstoodLine } from './understand.ts'

export interface Captured {
  /** Every thought in order; between their spans there is nothing but blanks and line breaks. */
  readonly segments: readonly UnderstoodLine[]
  /** The first of `people`. */
  readonly person: CapturedPerson | null
  readonly people: readonly CapturedPerson[]
  readonly meeting: CapturedMeeting
}

/**
 * A captured line: "met Ana Ruiz on the train, UX at Acme: ! portfolio before degree #ux > send her the article by Friday".
 * Its thoughts are cut by capture-thoughts.ts and read as lines of a note are; the unmarked beginning says whom one
 * met and where (head.ts). A capture of several lines is read line by line. Never throws, loses no text.
 */
export function capture(text: string, options: UnderstandOptions): Captured {
  const known = options.names ?? nobodyKnown
  const thoughts = linesOf(text).flatMap((line) =>
    thoughtsIn(text, line, tagsIn(text, line, known), options.lang),
  )
  const segments = thoughts.map((thought) => readThought(text, thought, options))
  const { head, at } = firstHead(text, segments, options)
  const people = head.people.length > 0 ? head.people : speakersOf(segments)
  return {
    segments: segments.map((segment, index) =>
      index === at ? withPeople(segment, people) : segment,
    ),
    person: people[0] ?? null,
    people,
    meeting: head.meeting,
  }
}

/** The first unmarked thought that speaks of somebody, of the first three; -1 when none does. */
function firstHead(
  text: string,
  segments: readonly UnderstoodLine[],
  options: UnderstandOptions,
): { head: Head; at: number } {
  const known = options.names ?? nobodyKnown
  const heads = [...segments.entries()]
    .filter(([, segment]) => segment.mark === null)
    .slice(0, 3)
    .map(([at, { textStart, end, tags, offRecord }]) => {
      const head = readHead(
        text,
        { start: textStart, end },
        {
          known,
          tags,
          day: options.day,
          lang: options.lang,
        },
      )
      return { at, head: offRecord ? withoutWords(head) : head }
    })
  const nobody = { people: [], meeting: { place: null, words: null, day: options.day } }
  return (
    heads.find(({ head }) => head.people.length > 0) ?? { at: -1, head: heads[0]?.head ?? nobody }
  )
}

/** What was said off the record does not become how one met. */
function withoutWords(head: Head): Head {
  return { ...head, meeting: { ...head.meeting, place: null, words: null } }
}

/** Where no sentence says whom one met, the one who is quoted. */
function speakersOf(segments: readonly UnderstoodLine[]): CapturedPerson[] {
  const name = segments.find((segment) => segment.speaker !== null)?.speaker
  if (!name) return []
  return [
    {
      name,
      described: null,
      known: false,
      role: null,
      organisation: null,
      mail: null,
      phone: null,
      link: null,
    },
  ]
}

function withPeople(segment: UnderstoodLine, people: readonly CapturedPerson[]): UnderstoodLine {
  const names = people.flatMap(({ name }) => (name === null ? [] : [name]))
  return { ...segment, people: [...new Set([...names, ...segment.people])] }
}
