import { inChunks } from '../../formats/encoding/in-chunks.ts'
import { writeJcard } from '../../formats/jcard/write.ts'
import { readCards } from '../../formats/vcard/read.ts'

/** Cards as they go out in 4.0, each as one line of JSON (jCard, RFC 7095). */
export async function jcardsOf(cards: string): Promise<string[]> {
  const all: string[] = []
  for await (const read of readCards(inChunks(cards))) {
    if (read.kind === 'card') all.push(writeJcard(read.card))
  }
  return all
}
