import { tidy } from './caption-text.ts'
import { twoDigits } from './chat-days.ts'
import { namedAtStart, voicesOf } from './names-before-words.ts'
import { type Loss, noTurn, type TranscriptFormat, type TranscriptRead, type Turn } from './turn.ts'

type Entry = Readonly<Record<string, unknown>>

/** How each program's JSON is known, and where its words are. */
const readers: readonly {
  readonly format: TranscriptFormat
  readonly entries: (root: unknown) => unknown
  readonly turn: (entry: Entry) => Turn | null
}[] = [
  { format: 'telegram', entries: (root) => within(root, 'messages'), turn: fromTelegram },
  { format: 'whisper-json', entries: (root) => within(root, 'segments'), turn: inSeconds },
  {
    format: 'whisper-json',
    entries: (root) => within(root, 'transcription'),
    turn: fromWhisperCpp,
  },
  { format: 'whisper-json', entries: (root) => within(root, 'utterances'), turn: inMilliseconds },
  {
    format: 'slack',
    entries: (root) => (hasAll(root, ['ts', 'text']) ? root : null),
    turn: fromSlack,
  },
  {
    format: 'whisper-json',
    entries: (root) => (hasAll(root, ['start', 'text']) ? root : null),
    turn: inSeconds,
  },
]

/**
 * What Whisper and its relatives, Telegram and Slack write as JSON. Null where it is JSON of another kind.
 * The line of a loss is the number of the entry.
 */
export function readJsonTalk(root: unknown): TranscriptRead | null {
  for (const { format, entries, turn } of readers) {
    const list = entries(root)
    if (!Array.isArray(list)) continue
    const losses: Loss[] = []
    const turns = list.flatMap((entry: unknown, at): Turn[] => {
      const read = isEntry(entry) ? turn(entry) : null
      if (read && read.text !== '') return [read]
      losses.push({
        line: at + 1,
        kind: 'aside',
        says: `Entry ${at + 1} has no words; it was left out.`,
      })
      return []
    })
    return { format, turns: format === 'whisper-json' ? withNames(turns) : turns, losses }
  }
  return null
}

/** Where the entries do not say who speaks, the words may. */
function withNames(turns: readonly Turn[]): Turn[] {
  if (turns.some(({ speaker }) => speaker !== null)) return [...turns]
  const voices = voicesOf(turns.map(({ text }) => text))
  return turns.map((turn) => {
    const named = namedAtStart(turn.text)
    const isVoice = named !== null && voices.has(named.name) && named.words !== ''
    return isVoice ? { ...turn, speaker: named.name, text: named.words } : turn
  })
}

function within(root: unknown, name: string): unknown {
  return isEntry(root) ? root[name] : null
}

function hasAll(root: unknown, names: readonly string[]): boolean {
  if (!Array.isArray(root)) return false
  const first: unknown = root.find(isEntry)
  return isEntry(first) && names.every((name) => name in first)
}

function isEntry(value: unknown): value is Entry {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function textOf(value: unknown): string | null {
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : null
}

/** Telegram's text is a string, or a list of strings and of entries with a look. */
function wordsOf(value: unknown): string {
  if (typeof value === 'string') return tidy(value)
  if (!Array.isArray(value)) return ''
  const pieces = value.map((one: unknown) => {
    if (typeof one === 'string') return one
    return isEntry(one) && typeof one['text'] === 'string' ? one['text'] : ''
  })
  return tidy(pieces.join(''))
}

function thousandths(value: unknown, factor: number): number | null {
  const number = typeof value === 'string' && value.trim() !== '' ? Number(value) : value
  const isTime = typeof number === 'number' && Number.isFinite(number) && number >= 0
  return isTime ? Math.min(Math.round(number * factor), Number.MAX_SAFE_INTEGER) : null
}

function speakerIn(value: unknown): string | null {
  if (typeof value === 'number') return `Speaker ${value}`
  return textOf(value)
}

function timed(entry: Entry, factor: number): Turn {
  return {
    ...noTurn,
    speaker: speakerIn(entry['speaker']),
    from: thousandths(entry['start'], factor),
    to: thousandths(entry['end'], factor),
    text: wordsOf(entry['text'] ?? entry['transcript']),
  }
}

function inSeconds(entry: Entry): Turn {
  return timed(entry, 1000)
}

function inMilliseconds(entry: Entry): Turn {
  const isSeconds = !Number.isInteger(entry['start']) || !Number.isInteger(entry['end'])
  return timed(entry, isSeconds ? 1000 : 1)
}

function fromWhisperCpp(entry: Entry): Turn {
  const offsets = isEntry(entry['offsets']) ? entry['offsets'] : {}
  return {
    ...noTurn,
    speaker: speakerIn(entry['speaker']),
    from: thousandths(offsets['from'], 1),
    to: thousandths(offsets['to'], 1),
    text: wordsOf(entry['text']),
  }
}

function fromTelegram(entry: Entry): Turn | null {
  if (entry['type'] !== 'message') return null
  const date = /^(\d{4}-\d{2}-\d{2})T(\d{2}:\d{2})/.exec(textOf(entry['date']) ?? '')
  return {
    ...noTurn,
    speaker: speakerIn(entry['from']),
    wrote: date ? `${date[1]} ${date[2]}` : null,
    text: wordsOf(entry['text']),
  }
}

function fromSlack(entry: Entry): Turn | null {
  if (entry['type'] !== 'message' || typeof entry['subtype'] === 'string') return null
  const profile = isEntry(entry['user_profile']) ? entry['user_profile'] : {}
  const speaker = textOf(profile['real_name']) ?? textOf(profile['name']) ?? textOf(entry['user'])
  const text = wordsOf(entry['text'])
    .replace(/<(?:https?:|mailto:)[^<>|]{0,2000}\|([^<>|]{1,500})>/g, '$1')
    .replace(/<((?:https?:|mailto:)[^<>|]{1,2000})>/g, '$1')
    .replaceAll('&amp;', '&')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
  return { ...noTurn, speaker, wrote: wallOf(Number(entry['ts'])), text }
}

/** Seconds since 1970 as the day and time in Greenwich; a chat of Slack knows no zone. */
function wallOf(seconds: number): string | null {
  if (!Number.isFinite(seconds) || seconds < 0 || seconds > 4_102_444_800) return null
  const minutes = Math.floor(seconds / 60)
  const clock = `${twoDigits(Math.floor(minutes / 60) % 24)}:${twoDigits(minutes % 60)}`
  return `${dayOfNumber(Math.floor(seconds / 86_400))} ${clock}`
}

/** The day of the Gregorian calendar that is so many days after 1970-01-01 (Hinnant, "chrono-compatible date algorithms"). */
function dayOfNumber(number: number): string {
  const shifted = number + 719_468
  const era = Math.floor(shifted / 146_097)
  const ofEra = shifted - era * 146_097
  const yearOfEra = Math.floor(
    (ofEra - Math.floor(ofEra / 1460) + Math.floor(ofEra / 36_524) - Math.floor(ofEra / 146_096)) /
      365,
  )
  const ofYear = ofEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100))
  const shiftedMonth = Math.floor((5 * ofYear + 2) / 153)
  const day = ofYear - Math.floor((153 * shiftedMonth + 2) / 5) + 1
  const month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
  return `${yearOfEra + era * 400 + (month <= 2 ? 1 : 0)}-${twoDigits(month)}-${twoDigits(day)}`
}
