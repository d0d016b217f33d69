import { readJcards } from '../../formats/jcard/read.ts'
import type { Source } from '../../kit/source.ts'
import type { Drafted } from './draft.ts'
import { draftOfCard } from './from-vcard.ts'

/** Everything in a file of jCard; each is kept as the card of 4.0 that it is. */
export async function* draftsOfJcards(
  chunks: AsyncIterable<Uint8Array>,
  source: Source,
): AsyncGenerator<Drafted> {
  for await (const read of readJcards(chunks)) {
    if (read.kind === 'lost') {
      yield read
      continue
    }
    const { line, raw } = read
    const draft = draftOfCard(read.card, source, read.lost)
    yield { kind: 'draft', draft, line, raw }
  }
}
