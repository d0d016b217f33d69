import type { Reading } from '../../platform/context.ts'
import { type Agreed, agreedFor, isForOwnerAlone, isNamed } from '../people/consent.ts'
import { shownPeople } from '../people/groups.store.ts'
import { nothingAsked, type Person } from '../people/person.ts'
import type { LineRow } from './lines.store.ts'

/** What holds for a line today: the narrowest of who said it, the conversation as it was, and the line itself. */
export function agreedOn(
  { agreed, level }: Pick<LineRow, 'agreed' | 'level'>,
  speaker: Person | undefined,
): Agreed {
  return agreedFor([speaker?.consent ?? nothingAsked, agreed ?? nothingAsked], level)
}

/** The owner sees all; a program that speaks for the owner is not given what is for the owner alone. */
export function seesAll(ctx: Reading): boolean {
  return ctx.caller.rights.has('notebook:off-record')
}

/** Those of the lines that may be told to whoever asks. */
export function toldLines(ctx: Reading, lines: readonly LineRow[]): Promise<LineRow[]> {
  return linesThat(ctx, lines, () => true)
}

/** Those of them that may be told beside the name of whoever said them; what the owner promised is the owner's own. */
export function toldByName(ctx: Reading, lines: readonly LineRow[]): Promise<LineRow[]> {
  return linesThat(ctx, lines, (agreed, { mark }) => mark === '>' || isNamed(agreed))
}

async function linesThat(
  ctx: Reading,
  lines: readonly LineRow[],
  isOpen: (agreed: Agreed, line: LineRow) => boolean,
): Promise<LineRow[]> {
  if (seesAll(ctx)) return [...lines]
  const speakers = [...new Set(lines.flatMap((line) => line.speaker ?? []))]
  const people = await shownPeople(ctx.db, ctx.owner, speakers)
  return lines.filter((line) => {
    const speaker = line.speaker === null ? undefined : people.get(line.speaker)
    const agreed = agreedOn(line, speaker)
    return !isForOwnerAlone(agreed, line.mark) && isOpen(agreed, line)
  })
}
