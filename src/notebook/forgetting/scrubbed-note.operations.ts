import type { LineId, PersonId } from '../../kit/ids.ts'
import { wordsOf } from '../../kit/text.ts'
import { voiceOf } from '../notes/drawn-notes.operations.ts'
import type { KeptLine, Note, OpenLine } from '../notes/note.ts'
import { openLines, readLine } from '../notes/notes.store.ts'
import { speakersOf, tablesOf } from '../notes/speakers.store.ts'
import type { UnderstoodLine } from '../notes/understand.ts'
import { peopleCalled } from '../people/names.store.ts'
import type { Mask } from './masking.ts'
import { type Gone, keptAs, type Reach, type Scrub } from './scrub.operations.ts'

/** Lines they speak go, off the record ones too; in all others they are not named. A note about them goes whole. */
export async function scrubbedNote(scrub: Scrub, note: Note): Promise<Note | null> {
  const { ctx, reach, masks, gone } = scrub
  const open = await openLines(ctx.db, ctx.owner, note.lines)
  if (goesWhole(reach, note)) {
    for (const line of open) rememberGone(gone, note, line)
    for (const line of note.lines) dropSealed(gone, line)
    return null
  }
  const mask = reach.shared.has(note.subject.id) ? masks.near : masks.far
  const theirs = await linesOfTheirs(scrub, note, open)
  const isTheirs = ({ id }: KeptLine) => theirs.has(id) || gone.lines.has(id)
  for (const line of note.lines.filter(isTheirs)) dropSealed(gone, line)
  const words = new Map(open.map((line) => [line.id, line.text]))
  const lines: KeptLine[] = []
  for (const line of note.lines.filter((one) => !isTheirs(one))) {
    lines.push(await maskedLine(scrub, line, { words: words.get(line.id) ?? '', mask }))
  }
  return { ...note, names: note.names.filter((name) => mask(name) === name), lines }
}

function goesWhole({ people, alone }: Reach, { subject }: Note): boolean {
  if (subject.kind === 'person') return people.has(subject.id)
  return subject.kind === 'conversation' && alone.has(subject.id)
}

function dropSealed(gone: Gone, line: KeptLine): void {
  if ('sealed' in line) gone.digests.add(line.sealed)
}

async function maskedLine(
  { ctx, gone }: Scrub,
  line: KeptLine,
  { words, mask }: { readonly words: string; readonly mask: Mask },
): Promise<KeptLine> {
  const masked = mask(words)
  if (masked === words) return line
  if ('text' in line) return { ...line, text: masked }
  gone.digests.add(line.sealed)
  return { ...line, sealed: await keptAs(ctx, masked) }
}

/** A promise of the owner's own, though it is to them. */
const own = '>'

/** The lines that they speak, as the notebook reads who speaks; and those that are about nobody else: `+ Ruth Adeyemi`. */
async function linesOfTheirs(
  { ctx, reach, gone }: Scrub,
  note: Note,
  open: readonly OpenLine[],
): Promise<ReadonlySet<LineId>> {
  const read = open.map((line) => readLine(line.text, note))
  const voices = read.map((line) => voiceOf(note, line))
  const conversations = voices.flatMap(({ conversation }) => conversation ?? [])
  const tables = await tablesOf(ctx.db, ctx.owner, [...new Set(conversations)])
  const speakers = await speakersOf(ctx.db, ctx.owner, voices, tables)
  const found = new Set<LineId>()
  for (const [at, line] of read.entries()) {
    const words = open[at]
    if (!words || line.mark === null || line.mark === own) continue
    const speaker = speakers[at]
    const isTheirs = speaker !== null && speaker !== undefined && reach.people.has(speaker)
    if (!isTheirs && !(await recommends({ ctx, reach }, line))) continue
    found.add(words.id)
    rememberGone(gone, note, words)
  }
  return found
}

async function recommends(
  { ctx, reach }: Pick<Scrub, 'ctx' | 'reach'>,
  { referral }: UnderstoodLine,
): Promise<boolean> {
  if (!referral?.name) return false
  const called: PersonId[] = await peopleCalled(ctx.db, ctx.owner, wordsOf(referral.name))
  return called.length > 0 && called.every((one) => reach.people.has(one))
}

const shortestSaying = 12

/** Short ones are anybody's: "Yes, of course" is not taken out of a letter. */
function rememberGone(gone: Gone, note: Note, line: OpenLine): void {
  gone.lines.add(line.id)
  const { said, mark } = readLine(line.text, note)
  if (mark === null) return
  const words = said.replace(/[\s.!?…]+$/u, '')
  if (words.length >= shortestSaying) gone.sayings.add(words)
}
