import { shortened } from './captions.ts'
import { dayIn, orderOf, twoDigits, type WrittenDay } from './chat-days.ts'
import { type Loss, noTurn, type TranscriptRead, type Turn } from './turn.ts'

/**
 * `[12/03/2026, 09:31:05] Ana: …` on an iPhone, `12.03.26, 09:31 - Ana: …` on Android; halves of the day as AM,
 * p. m., or in the letters of other scripts.
 */
const head =
  /^\[?(\d{1,4})([./-]) ?(\d{1,2})[./-] ?(\d{1,4})[,،]? ?(\d{1,2})[:.](\d{2})(?:[:.](\d{2}))? ?([\p{L}.  ]{1,8})?(?:\] ?| [-–] )(.*)$/u
const invisible = /[\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/g
const mostLettersOfName = 120

interface Message {
  readonly line: number
  readonly day: WrittenDay
  readonly clock: string
  readonly words: string
  readonly more: string[]
}

export function isWhatsapp(lines: readonly string[]): boolean {
  const some = lines.slice(0, 50).filter((line) => line.trim() !== '')
  const heads = some.filter((line) => headIn(line) !== null).length
  return heads > 0 && headIn(some[0] ?? '') !== null && heads >= some.length / 10
}

/** A chat that WhatsApp gave out as text. What the program itself says has no name before a colon. */
export function readWhatsapp(lines: readonly string[]): TranscriptRead {
  const losses: Loss[] = []
  const messages = messagesIn(lines)
  const { order, isGuess } = orderOf(messages.map(({ day }) => day))
  if (isGuess && messages.length > 0) {
    losses.push({
      line: 1,
      kind: 'mended',
      says: `Nothing says which number is the month; it was read with the ${order === 'day-first' ? 'day' : 'month'} first.`,
    })
  }
  const turns = messages.flatMap(({ line, day, clock, words, more }): Turn[] => {
    const colon = words.indexOf(': ')
    const end = colon < 0 && words.endsWith(':') ? words.length - 1 : colon
    if (end < 1 || end > mostLettersOfName) {
      losses.push({
        line,
        kind: 'aside',
        says: `Nobody wrote "${shortened(words)}"; it was left out.`,
      })
      return []
    }
    const date = dayIn(day, order)
    if (date === null) {
      losses.push({
        line,
        kind: 'bad-time',
        says: 'There is no such day; the words are kept without it.',
      })
    }
    const speaker = words.slice(0, end).replace(/^~\s*/, '').trim()
    const text = [words.slice(end + 1).trim(), ...more].join('\n').trim()
    if (text === '') return []
    return [{ ...noTurn, speaker, wrote: date === null ? null : `${date} ${clock}`, text }]
  })
  return { format: 'whatsapp', turns, losses }
}

function messagesIn(lines: readonly string[]): Message[] {
  const messages: Message[] = []
  for (const [at, raw] of lines.entries()) {
    const found = headIn(raw)
    if (found) messages.push({ line: at + 1, ...found, more: [] })
    else messages.at(-1)?.more.push(raw.replace(invisible, '').trimEnd())
  }
  return messages
}

function headIn(raw: string): Pick<Message, 'day' | 'clock' | 'words'> | null {
  const found = head.exec(
    inLatinDigits(raw.slice(0, 400).replace(invisible, '')).replace(/\u202f|\u00a0/g, ' '),
  )
  if (!found) return null
  const [, a, between = '', b, c, hours, minutes, , half, rest = ''] = found
  const time = clockOf(Number(hours), Number(minutes), half ?? '')
  if (time === null) return null
  const beyond = raw.length > 400 ? raw.slice(400).replace(invisible, '') : ''
  return {
    day: {
      numbers: [Number(a), Number(b), Number(c)],
      between,
      hasHalves: /[ap]/i.test(half ?? ''),
    },
    clock: time,
    words: rest + beyond,
  }
}

const afternoon = /^(?:p|nachm|μμ|م|下午|午後|오후)/i
const morning = /^(?:a|vorm|πμ|ص|上午|午前|오전)/i

function clockOf(hours: number, minutes: number, half: string): string | null {
  const word = half.trim()
  const isLate = afternoon.test(word)
  const whole = isLate && hours < 12 ? hours + 12 : morning.test(word) && hours === 12 ? 0 : hours
  if (whole > 23 || minutes > 59) return null
  return `${twoDigits(whole)}:${twoDigits(minutes)}`
}

/** Phones set to Arabic, Persian or Hindi write numbers in their own digits. */
function inLatinDigits(text: string): string {
  if (!/[٠-٩۰-۹०-९]/.test(text)) return text
  return text.replace(/[٠-٩۰-۹०-९]/g, (digit) =>
    String('٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹०१२३४५६७८९'.indexOf(digit) % 10),
  )
}
