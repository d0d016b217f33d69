import { type ByteLine, lineSplitter } from '../encoding/lines.ts'
import { textBytesOf } from '../encoding/text-bytes.ts'
import type { CardRead } from './card.ts'
import { cardCollector } from './collect.ts'
import { longestLogicalLine } from './limits.ts'
import { unfolder } from './unfold.ts'

/**
 * The cards of a file, as they come, and every place where something could not be read. Versions
 * 2.1, 3.0 and 4.0 may be mixed. Holds one card at a time, and one more where cards are nested.
 * Throws `file.unreadable` for a file that is no text, and nothing else.
 */
export async function* readCards(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<CardRead> {
  const reader = cardReader()
  for await (const chunk of textBytesOf(chunks)) yield* reader.push(chunk)
  yield* reader.end()
}

function cardReader(): { push(chunk: Uint8Array): CardRead[]; end(): CardRead[] } {
  const splitter = lineSplitter(longestLogicalLine)
  const lines = unfolder(longestLogicalLine)
  const cards = cardCollector()
  const readLine = (line: ByteLine): CardRead[] => {
    const logical = lines.push(line)
    return logical ? cards.push(logical) : []
  }
  return {
    push: (chunk) => splitter.push(chunk).flatMap(readLine),
    end() {
      const read = splitter.end().flatMap(readLine)
      const last = lines.end()
      return [...read, ...(last ? cards.push(last) : []), ...cards.end()]
    },
  }
}
