import { comesWordByWord, tidy, type Voiced, voicedIn } from './caption-text.ts'
import { timeIn, type TimeWay } from './clock.ts'
import { namedAtStart, voicesOf } from './names-before-words.ts'
import { type Loss, noTurn, type TranscriptFormat, type TranscriptRead, type Turn } from './turn.ts'

type CaptionFormat = Extract<TranscriptFormat, 'webvtt' | 'srt' | 'sbv'>

/** A caption as it stands in the file: its time line, if it has one, and the lines under it. */
interface Block {
  readonly line: number
  readonly times: string | null
  readonly lines: readonly string[]
}

interface Caption {
  readonly line: number
  readonly from: number | null
  readonly to: number | null
  readonly text: string
}

const sbvTimes = /^\d{1,3}:\d{2}:\d{2}[.,][^,]{1,6},\d{1,3}:/

/**
 * WebVTT, SubRip and the SBV of YouTube. Words whose time cannot be read are kept without it; comments, styles and
 * numbers of captions are no words.
 */
export function readCaptions(lines: readonly string[], format: CaptionFormat): TranscriptRead {
  const losses: Loss[] = []
  const start = format === 'webvtt' ? behindHead(lines, losses) : 0
  const captions = blocksOf(lines, start, format).flatMap(
    (block) => captionOf(block, format, losses) ?? [],
  )
  const isRolling = comesWordByWord(captions.map(({ text }) => text).join('\n'))
  const turns = isRolling ? rolled(captions) : spoken(captions)
  return { format, turns, losses }
}

/** WebVTT begins with its name; what follows up to an empty line, or the first time, says nothing of what was said. */
function behindHead(lines: readonly string[], losses: Loss[]): number {
  if (!/^WEBVTT(?:[ \t]|$)/.test(lines[0] ?? '')) {
    losses.push({
      line: 1,
      kind: 'mended',
      says: 'Does not begin with WEBVTT; it was read all the same.',
    })
    return 0
  }
  let at = 1
  while (at < lines.length && lines[at] !== '' && !lines[at]?.includes('-->')) at += 1
  return at
}

function isTimes(line: string, format: CaptionFormat): boolean {
  return format === 'sbv' ? sbvTimes.test(line) : line.includes('-->')
}

function blocksOf(lines: readonly string[], start: number, format: CaptionFormat): Block[] {
  const blocks: Block[] = []
  let [times, first]: [string | null, number] = [null, start]
  let own: string[] = []
  const finish = () => {
    if (times !== null || own.length > 0) blocks.push({ line: first + 1, times, lines: own })
    times = null
    own = []
  }
  for (let at = start; at < lines.length; at++) {
    const line = lines[at] ?? ''
    if (line.trim() === '' && (format !== 'webvtt' || line === '')) finish()
    else if (isTimes(line, format)) {
      // The one line above a time that has none itself is the name of the caption.
      if (times === null && own.length === 1) own = []
      finish()
      times = line
      first = at
    } else {
      if (times === null && own.length === 0) first = at
      own.push(line)
    }
  }
  finish()
  return blocks
}

function captionOf(block: Block, format: CaptionFormat, losses: Loss[]): Caption | null {
  const { line, times, lines } = block
  const text = lines.join('\n')
  if (times === null) return withoutTimes(block, format, losses)
  const read = timesIn(times, format)
  if (tidy(text) === '') {
    losses.push({ line, kind: 'empty', says: 'A time without words.' })
    return null
  }
  if (read === null) {
    losses.push({
      line,
      kind: 'bad-time',
      says: `"${shortened(times)}" is no time; the words are kept without it.`,
    })
    return { line, from: null, to: null, text }
  }
  if (read.says !== null) losses.push({ line, kind: 'mended', says: read.says })
  return { line, from: read.from, to: read.to, text }
}

/** A comment, a style, a number by itself; or words that lost their time. */
function withoutTimes({ line, lines }: Block, format: CaptionFormat, losses: Loss[]) {
  const [first = ''] = lines
  if (format === 'webvtt' && /^(?:NOTE|STYLE|REGION)(?:\s|$)/.test(first)) return null
  const words = format !== 'webvtt' && /^\d+$/.test(first.trim()) ? lines.slice(1) : lines
  if (words.length === 0) {
    losses.push({ line, kind: 'empty', says: 'A number without a time and without words.' })
    return null
  }
  if (format === 'webvtt' && /\{\s*$/.test(first) && /^\s*\}/.test(lines.at(-1) ?? '')) {
    losses.push({ line, kind: 'aside', says: 'A rule of a stylesheet, left out.' })
    return null
  }
  losses.push({
    line,
    kind: 'no-time',
    says: `There is no time above "${shortened(words[0] ?? '')}"; the words are kept without one.`,
  })
  return { line, from: null, to: null, text: words.join('\n') }
}

interface Times {
  readonly from: number
  readonly to: number | null
  /** What was mended in them. */
  readonly says: string | null
}

const way: Readonly<Record<CaptionFormat, TimeWay>> = { webvtt: 'dot', srt: 'comma', sbv: 'dot' }

function timesIn(line: string, format: CaptionFormat): Times | null {
  const cut = format === 'sbv' ? line.indexOf(',', line.indexOf('.')) : line.indexOf('-->')
  if (cut < 0) return null
  const behind = line.slice(cut + (format === 'sbv' ? 1 : 3))
  const from = timeIn(line.slice(0, cut).trim(), way[format])
  const to = timeIn(/^\s*([\d:.,]{1,30})/.exec(behind)?.[1] ?? '', way[format])
  if (!from || !to) return null
  if (to.at < from.at)
    return { from: from.at, to: null, says: 'Ends before it begins; the end was left out.' }
  const isMended = from.isMended || to.isMended
  return {
    from: from.at,
    to: to.at,
    says: isMended
      ? `The time is written as "${shortened(line)}"; it was read all the same.`
      : null,
  }
}

function spoken(captions: readonly Caption[]): Turn[] {
  const voiced = captions.flatMap((caption) =>
    voicedIn(caption.text).flatMap((one) => byDashes(one).map((said) => ({ caption, ...said }))),
  )
  const voices = voicesOf(voiced.flatMap(({ speaker, text }) => (speaker === null ? [text] : [])))
  return voiced.map(({ caption: { from, to }, speaker, text }) => {
    const named = speaker === null ? namedAtStart(text) : null
    const isVoice = named !== null && voices.has(named.name) && named.words !== ''
    return isVoice
      ? { ...noTurn, from, to, speaker: named.name, text: named.words }
      : { ...noTurn, from, to, speaker, text }
  })
}

/** "- Tea? - No.", each on its own line, is said by two. */
function byDashes(one: Voiced): Voiced[] {
  if (!/^[-–—]/.test(one.text)) return [one]
  const lines = one.text.split('\n')
  const isTalk = lines.length > 1 && lines.every((line) => /^[-–—]\s*\S/.test(line))
  if (one.speaker !== null || !isTalk) return [one]
  return lines.map((line) => ({ speaker: null, text: line.replace(/^[-–—]\s*/, '') }))
}

/** Each line once, at the time when it began. */
function rolled(captions: readonly Caption[]): Turn[] {
  const turns: Turn[] = []
  let above = ''
  for (const { from, to, text } of captions) {
    for (const line of text.split('\n')) {
      const said = voicedIn(line)
        .map((one) => one.text)
        .join(' ')
      if (said === '' || said === above) continue
      turns.push({ ...noTurn, from, to, text: said })
      above = said
    }
  }
  return turns
}

export function shortened(text: string): string {
  const line = text.slice(0, 400).trim().replace(/\s+/g, ' ')
  return line.length > 60 ? `${line.slice(0, 59)}…` : line
}
