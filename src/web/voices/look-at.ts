import { standsUnreachable } from '../shell/connection.ts'
import { isUnreachable, Refusal } from '../shell/refusal.ts'
import { startJob } from '../shell/server.ts'
import { t } from '../words/words.ts'
import type { Looked } from './shapes.ts'

/** Milliseconds until the device looks by itself. */
const patience = 12_000

/** The server knows the names of voices; where it does not answer, the device reads what the file says. */
export async function lookAt(conversation: string, file: File): Promise<Looked> {
  const looked = (await fromServer(conversation, file)) ?? (await fromHere(file))
  if (looked.count > 0) return looked
  throw new Refusal(t('voices.bringing.empty', { name: file.name }), {
    code: 'transcript.without-words',
    safe: t('voices.bringing.emptySafe'),
    mend: t('voices.bringing.emptyMend'),
  })
}

async function fromServer(conversation: string, file: File): Promise<Looked | null> {
  if (!navigator.onLine || standsUnreachable()) return null
  try {
    const asked = startJob('transcripts.import', { conversation, file, dryRun: true })
    const late = new Promise<null>((resolve) => setTimeout(() => resolve(null), patience))
    return await Promise.race([asked, late])
  } catch (error) {
    if (isUnreachable(error)) return null
    throw error
  }
}

/** It reads every kind of transcript, and is brought when it is needed. */
async function fromHere(file: File): Promise<Looked> {
  return (await import('./look-here.ts')).lookHere(file)
}
