import { shortened } from './captions.ts'
import { stampIn } from './clock.ts'
import { couldBeName, namedAtStart, voicesOf } from './names-before-words.ts'
import { type Loss, noTurn, type TranscriptRead, type Turn } from './turn.ts'

const stamp = String.raw`\d{1,3}:\d{2}(?::\d{2})?(?:[.,]\d{1,3})?`
/** A name and a time on a line of their own, as Otter (two spaces) and Teams (three) write them. */
const nameAndTime = new RegExp(
  `^(\\S[^\\t]{0,79}?)(?:[ \\u00a0]{2,}|\\t+| [-–|·] )[(\\[]?(${stamp})[)\\]]?\\s*$`,
)
const endsLikeTime = /\d[)\]]?[ \t\u00a0]*$/
const timeAlone = new RegExp(`^[(\\[]?(${stamp})[)\\]]?\\s*$`)
const timeFirst = new RegExp(`^[(\\[]?(${stamp})[)\\]]?[ \\t\\u00a0]+[-–—]?\\s*(\\S.*)$`)
/** `Ana Ruiz (00:12): Hola`, `Ana Ruiz [0:12] Hola`. */
const timeBehindName = new RegExp(`^([^\\t:(\\[]{1,80}?)\\s*[(\\[](${stamp})[)\\]]:?\\s*(.*)$`)

/** How lines with a time begin; looked at first, since most begin otherwise. */
const beginsLikeTime = /^[([]?\d/

const asides = [
  /^transcribed by https?:\/\/otter\.ai/i,
  /^transcription ended after /i,
  /^this editable transcript was computer generated/i,
  / (?:started|stopped) transcription$/i,
  /^meeting ended after /i,
]

const longestAside = 300

interface Style {
  /** Names stand on lines of their own, with a time. */
  readonly hasHeads: boolean
  readonly voices: ReadonlySet<string>
}

/**
 * Transcripts as plain text: of Otter, Meet, Teams (pasted out of Word), of whoever types `Name: words`. Where
 * nothing says who speaks, each line with a time, or each paragraph, is a turn of nobody known.
 */
export function readPlainTalk(lines: readonly string[]): TranscriptRead {
  const losses: Loss[] = []
  const style = styleOf(lines)
  const start = behindTitle(lines, style, losses)
  const talk = new Talk(style)
  for (let at = start; at < lines.length; at++) {
    const line = (lines[at] ?? '').trim()
    const aside = line.length < longestAside && asides.some((pattern) => pattern.test(line))
    if (aside) losses.push(left(at + 1, line))
    else talk.take(line, lines[at] ?? '')
  }
  return { format: 'text', turns: talk.end(), losses }
}

function left(line: number, text: string): Loss {
  return { line, kind: 'aside', says: `Nobody said "${shortened(text)}"; it was left out.` }
}

function headOf(line: string): { name: string; at: number } | null {
  if (!endsLikeTime.test(line)) return null
  const found = nameAndTime.exec(line)
  if (!found?.[1] || !couldBeName(found[1].trim())) return null
  return { name: found[1].trim(), at: stampIn(found[2] ?? '') ?? 0 }
}

function isTimeAlone(line: string): boolean {
  return beginsLikeTime.test(line) && timeAlone.test(line)
}

/** `From Ana Ruiz to Everyone: Hola`, as the chat of a meeting in Zoom is written, is said by Ana Ruiz. */
function fromWhom(words: string): string {
  const found = /^From +([^:]{1,80}?)(?: +to +[^:]{1,80}?)? *:(.*)$/i.exec(words)
  return found ? `${found[1]}: ${found[2]?.trim()}`.trim() : words
}

function timedIn(line: string): { at: number | null; words: string } | null {
  const found = beginsLikeTime.test(line) ? timeFirst.exec(line) : null
  return found ? { at: stampIn(found[1] ?? ''), words: fromWhom(found[2] ?? '') } : null
}

function timedBehindName(line: string): { name: string; at: number | null; words: string } | null {
  const found = /[([]\d/.test(line) ? timeBehindName.exec(line) : null
  const name = found?.[1]?.trim() ?? ''
  if (!found || !couldBeName(name)) return null
  return { name, at: stampIn(found[2] ?? ''), words: found[3] ?? '' }
}

function styleOf(lines: readonly string[]): Style {
  const hasHeads = lines.some((line) => headOf(line) !== null)
  if (hasHeads) return { hasHeads, voices: new Set() }
  const spoken = lines.flatMap((line) => (isTimeAlone(line) ? [] : (timedIn(line)?.words ?? line)))
  return { hasHeads, voices: voicesOf(spoken) }
}

/** Title, day, length and who was there, up to the first that speaks: what Meet and Teams write above. */
function behindTitle(lines: readonly string[], style: Style, losses: Loss[]): number {
  const first = lines.slice(0, 60).findIndex((line) => beginsTalk(line, style))
  const word = lines
    .slice(0, 60)
    .findIndex((line) => /^transcri(?:pt|pción|ption|ção)$/i.test(line.trim()))
  const start = word >= 0 ? word + 1 : first
  if (start <= 0 || (word < 0 && !style.hasHeads)) return 0
  for (const [at, line] of lines.slice(0, start).entries()) {
    if (line.trim() !== '') losses.push(left(at + 1, line))
  }
  return start
}

function beginsTalk(line: string, { hasHeads, voices }: Style): boolean {
  if (hasHeads) return headOf(line) !== null
  return isTimeAlone(line.trim()) || voices.has(namedAtStart(line.trim())?.name ?? '')
}

/** Gathers turns line by line; a line that says nothing new belongs to the turn above. */
class Talk {
  readonly #style: Style
  readonly #turns: Turn[] = []
  #now: { speaker: string | null; from: number | null; lines: string[] } | null = null
  /** A time on a line of its own counts for what comes under it. */
  #time: number | null = null
  #wasBlank = false

  constructor(style: Style) {
    this.#style = style
  }

  take(line: string, raw: string): void {
    if (line === '') {
      this.#wasBlank = true
      return
    }
    const head = this.#style.hasHeads ? headOf(raw) : null
    if (head) this.#begin(head.name, head.at, '')
    else if (isTimeAlone(line)) this.#passTime(line)
    else this.#words(line)
    this.#wasBlank = false
  }

  end(): Turn[] {
    this.#finish()
    return this.#turns
  }

  #passTime(line: string): void {
    this.#finish()
    this.#time = stampIn(timeAlone.exec(line)?.[1] ?? '')
  }

  #words(line: string): void {
    const timed = timedIn(line)
    const named = namedAtStart(timed?.words ?? line)
    const behind = timed ? null : timedBehindName(line)
    if (behind) this.#begin(behind.name, behind.at, behind.words)
    else if (named && this.#style.voices.has(named.name))
      this.#begin(named.name, timed?.at ?? this.#time, named.words)
    else if (timed) this.#begin(null, timed.at, timed.words)
    else if (this.#goesOn()) this.#now?.lines.push(line)
    else this.#begin(null, this.#time, line)
  }

  /** Where nothing tells who speaks or when, each paragraph is a turn. */
  #goesOn(): boolean {
    const now = this.#now
    if (now === null) return false
    const isParagraphs = !this.#style.hasHeads && now.speaker === null && now.from === null
    return !(this.#wasBlank && isParagraphs)
  }

  #begin(speaker: string | null, from: number | null, words: string): void {
    this.#finish()
    this.#now = { speaker, from, lines: words === '' ? [] : [words] }
  }

  #finish(): void {
    const turn = this.#now
    this.#now = null
    if (!turn || turn.lines.length === 0) return
    const { speaker, from, lines } = turn
    this.#turns.push({ ...noTurn, speaker, from, text: lines.join('\n') })
  }
}
