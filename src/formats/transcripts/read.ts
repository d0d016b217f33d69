import { Problem } from '../../kit/problem.ts'
import { decodeText, decodeTextAs } from '../encoding/decode.ts'
import { bytesToSniff, sniff } from '../encoding/sniff.ts'
import { readCaptions } from './captions.ts'
import { readJsonTalk } from './json-talk.ts'
import { readPlainTalk } from './plain-talk.ts'
import type { TranscriptRead } from './turn.ts'
import { isWhatsapp, readWhatsapp } from './whatsapp.ts'

/**
 * A transcript or a chat, whatever program wrote it: turns with who spoke and when, and by line what did not come over
 * whole. Throws a Problem where the bytes are no text, or JSON of another kind.
 */
export function readTranscript(bytes: Uint8Array, name = ''): TranscriptRead {
  return readTranscriptText(textOf(bytes), name)
}

/** `name` is what the file is called: where its content leaves it open, its ending decides. */
export function readTranscriptText(given: string, name = ''): TranscriptRead {
  const text = given.replace(/^\ufeff/, '').replaceAll('\0', '\ufffd')
  const lines = text.split(/\r\n|\n|\r/)
  if (/^WEBVTT(?:[ \t\r\n]|$)/.test(text)) return readCaptions(lines, 'webvtt')
  if (/^\s*[[{]/.test(text)) {
    const root = parsed(text)
    const talk = root === undefined ? null : readJsonTalk(root)
    if (talk) return talk
    if (root !== undefined) throw ofAnotherKind()
  }
  if (isWhatsapp(lines)) return readWhatsapp(lines)
  return readByLines(lines, name)
}

const arrow = /^\s*\d[\d:]{1,14}[.,]\w{1,4}\s*-->/
const arrowOfWebvtt = /^\s*(?:\d{2,}:)?\d{2}:\d{2}\.\d{3}\s+-->/
const sbv = /^\d{1,3}:\d{2}:\d{2}\.\w{3},\d{1,3}:\d{2}:\d{2}\.\w{3}$/

function readByLines(lines: readonly string[], name: string): TranscriptRead {
  const head = lines.slice(0, 200)
  const times = head.find((line) => arrow.test(line))
  if (times !== undefined) {
    const isNumbered = head.some(
      (line, at) => /^\d+$/.test(line.trim()) && arrow.test(head[at + 1] ?? ''),
    )
    const isWebvtt = arrowOfWebvtt.test(times) && !isNumbered
    return readCaptions(lines, isWebvtt ? 'webvtt' : 'srt')
  }
  if (head.some((line) => sbv.test(line.trim()))) return readCaptions(lines, 'sbv')
  const ending = /\.(vtt|srt|sbv)$/i.exec(name)?.[1]?.toLowerCase()
  if (ending === undefined) return readPlainTalk(lines)
  return readCaptions(lines, ending === 'vtt' ? 'webvtt' : ending === 'srt' ? 'srt' : 'sbv')
}

function textOf(bytes: Uint8Array): string {
  const head = bytes.subarray(0, bytesToSniff)
  const encoding = isNamedWebvtt(head) ? 'ascii-like' : sniff(head)
  if (encoding === 'binary') {
    throw new Problem('file.unreadable', 'This file is no text', {
      safe: 'Nothing was changed.',
      mend: 'Save the transcript as .vtt, .srt or .txt, or paste its text.',
    })
  }
  return encoding === 'utf-16le' || encoding === 'utf-16be'
    ? decodeTextAs(encoding, bytes)
    : decodeText(bytes)
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

function ofAnotherKind(): Problem {
  return new Problem('file.unreadable', 'This JSON is neither a transcript nor a chat', {
    safe: 'Nothing was changed.',
    mend: 'Whisper, Telegram (machine-readable JSON) and Slack exports are read.',
  })
}

/** A file that says it is WebVTT may hold a NUL or two. */
function isNamedWebvtt(head: Uint8Array): boolean {
  return [0x57, 0x45, 0x42, 0x56, 0x54, 0x54].every((letter, at) => head[at] === letter)
}
