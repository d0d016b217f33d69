import { Problem } from '../../kit/problem.ts'
import { decodeText } from './decode.ts'
import { joinBytes, textBytesOf } from './text-bytes.ts'

/**
 * What a file of JSON says; it is read as a whole, so `largest` (in bytes) keeps it within memory. Throws
 * `file.unreadable` for what is larger, no text or no whole JSON, with the line where it breaks.
 */
export async function wholeJson(
  chunks: AsyncIterable<Uint8Array>,
  largest: number,
): Promise<unknown> {
  const pieces: Uint8Array[] = []
  let size = 0
  for await (const bytes of textBytesOf(chunks)) {
    size += bytes.length
    if (size > largest) throw tooLarge(largest)
    pieces.push(bytes)
  }
  const text = decodeText(joinBytes(pieces)).replace(/^\ufeff/, '')
  try {
    return JSON.parse(text)
  } catch {
    throw broken(text)
  }
}

function tooLarge(largest: number): Problem {
  const size = `${largest / 1024 / 1024} MB`
  return new Problem('file.unreadable', `It is larger than ${size}, which no such export is`, {
    safe: 'Nothing was changed',
  })
}

function broken(text: string): Problem {
  return new Problem('file.unreadable', whereBroken(text), {
    safe: 'Nothing was changed',
    mend: 'Export it again, and bring that file in',
  })
}

function whereBroken(text: string): string {
  if (isBeginning(text)) {
    return `It is cut short: it ends in the middle, in line ${text.trimEnd().split('\n').length}`
  }
  const before = text.slice(0, lengthThatHolds(text))
  const letter = before.length - before.lastIndexOf('\n')
  const line = before.split('\n').length
  return `It is damaged: in line ${line}, at letter ${letter}, it is no longer JSON`
}

/** Whether nothing is wrong with it but that it ends. What is whole is a beginning too. */
function isBeginning(text: string): boolean {
  try {
    JSON.parse(text)
    return true
  } catch (error) {
    return error instanceof SyntaxError && isOfTheEnd(error.message, text.length)
  }
}

/** The engine says that it met the end, or names the place behind the last letter. */
function isOfTheEnd(message: string, length: number): boolean {
  if (/^(?:Unexpected end|Unterminated)/.test(message)) return true
  return Number(/at position (\d{1,12})/.exec(message)?.[1] ?? -1) >= length
}

/** How many letters are the beginning of some JSON. The engine does not say where it stopped, so it is halved towards. */
function lengthThatHolds(text: string): number {
  let holds = 0
  let fails = text.length
  while (fails - holds > 1) {
    const half = (holds + fails) >>> 1
    if (isBeginning(text.slice(0, half))) holds = half
    else fails = half
  }
  return holds
}
