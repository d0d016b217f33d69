import { readTranscript } from '../../formats/transcripts/read.ts'
import { voicesIn } from '../../notebook/voices/transcript.ts'
import type { Looked } from './shapes.ts'

const turnsToShow = 5
const mostLosses = 100

/** What the server would say of a transcript, as far as a device can without it: whose voices they are it does not know. */
export async function lookHere(file: File): Promise<Looked> {
  const read = readTranscript(new Uint8Array(await file.arrayBuffer()), file.name)
  const { voices, turns } = voicesIn(read.turns)
  return {
    count: turns.length,
    voices: voices.map(({ name, turns: count }) => ({
      name,
      turns: count,
      is: 'unknown',
      person: null,
      suggested: null,
    })),
    beginning: turns
      .slice(0, turnsToShow)
      .map((turn, number) => ({ number, ...turn, offRecord: false })),
    losses: read.losses.slice(0, mostLosses),
    lost: read.losses.length,
  }
}
