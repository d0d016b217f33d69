import { getRouteApi } from '@tanstack/react-router'
import { type ReactNode, useState } from 'react'
import { useAnswer } from '../shell/answers.ts'
import { Page } from '../shell/Page.tsx'
import { client } from '../shell/server.ts'
import { Waiting } from '../ui/Waiting.tsx'
import { useWords } from '../words/words.ts'
import { Reader } from './Reader.tsx'
import { useTranscript } from './use-transcript.ts'

const route = getRouteApi('/conversations/$id/transcripts/$transcript')

/** A transcript beside the note: to be read, and to take words from. */
export function ReaderPage(): ReactNode {
  const t = useWords()
  const { id, transcript } = route.useParams()
  const { turn } = route.useSearch()
  const [offRecord, setOffRecord] = useState(false)
  const conversation = useAnswer(client.conversations.show, { id })
  const read = useTranscript(transcript, turn ?? 0, offRecord)
  if (conversation.error && !conversation.data) throw conversation.error
  if (read.error) throw read.error
  if (conversation.data && read.about) {
    return (
      <Reader
        conversation={conversation.data}
        about={read.about}
        turns={read.turns}
        quotations={read.quotations}
        at={turn ?? null}
        offRecord={offRecord}
        onOffRecord={setOffRecord}
        readEarlier={read.readEarlier}
        readOn={read.readOn}
      />
    )
  }
  return (
    <Page title={t('voices.transcripts')} back="/conversations" dock="none">
      <Waiting lines={8} />
    </Page>
  )
}
