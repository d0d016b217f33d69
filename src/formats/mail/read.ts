import { lineSplitter } from '../encoding/lines.ts'
import { textBytesOf } from '../encoding/text-bytes.ts'
import { mailOf } from './head-fields.ts'
import { headSplitter } from './heads.ts'
import { doubts } from './in-doubt.ts'
import { longestLine } from './limits.ts'
import type { MailRead } from './mail.ts'

/**
 * Who wrote to whom and when, from a mailbox (mboxo, mboxrd, mboxcl, mboxcl2, Gmail's and Thunderbird's)
 * or from a single message (.eml, Apple's .emlx). Heads only: of the text of a message no line is
 * held longer than it takes to see that no new message begins there.
 * Throws `file.unreadable` for a file that is no text, and nothing else.
 */
export async function* readMail(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<MailRead> {
  const lines = lineSplitter(longestLine)
  const splitter = headSplitter()
  const sure = doubts()
  let count = 0
  for await (const chunk of textBytesOf(chunks)) {
    for (const line of lines.push(chunk)) {
      for (const head of splitter.push(line).flatMap((one) => sure.push(one))) {
        count += 1
        yield mailOf(head)
      }
    }
  }
  const last = lines.end().flatMap((line) => splitter.push(line))
  const { heads, size } = splitter.end()
  const rest = [...[...last, ...heads].flatMap((head) => sure.push(head)), ...sure.end(size)]
  for (const head of rest) yield mailOf(head)
  if (count + rest.length === 0)
    yield { kind: 'lost', line: 1, what: 'The file', reason: 'holds no message' }
}
