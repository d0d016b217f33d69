import type { ReactNode } from 'react'
import { useAnswer } from '../shell/answers.ts'
import { client } from '../shell/server.ts'
import { ActLink } from '../ui/Button.tsx'
import { useWords } from '../words/words.ts'

interface FromTranscriptProps {
  readonly conversation: string
  readonly line: string
}

/** Leads from a line to the words it was taken from; nothing where somebody wrote it by hand. */
export function FromTranscript({ conversation, line }: FromTranscriptProps): ReactNode {
  const t = useWords()
  const { data } = useAnswer(client.transcripts.list, { conversation })
  const place = data?.places.find((one) => one.line === line)
  if (!place) return null
  return (
    <ActLink
      to="/conversations/$id/transcripts/$transcript"
      params={{ id: conversation, transcript: place.transcript }}
      search={{ turn: place.turn }}
    >
      {t('voices.place.open')}
    </ActLink>
  )
}
