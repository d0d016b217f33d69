import { getRouteApi } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { useAnswer } from '../shell/answers.ts'
import { Page } from '../shell/Page.tsx'
import { client } from '../shell/server.ts'
import { Waiting } from '../ui/Waiting.tsx'
import { useWords } from '../words/words.ts'
import { During } from './During.tsx'

const route = getRouteApi('/conversations/$id/during')

/** The notes of a conversation, while it goes on or when one remembers it. */
export function DuringPage(): ReactNode {
  const t = useWords()
  const { id } = route.useParams()
  const conversation = useAnswer(client.conversations.show, { id })
  const note = useAnswer(client.notes.show, { kind: 'conversation', id, offRecord: true })
  const error = conversation.error ?? note.error
  if (error && !(conversation.data && note.data)) throw error
  if (conversation.data && note.data) {
    return <During key={id} conversation={conversation.data} note={note.data} />
  }
  return (
    <Page title={t('place.conversation')} back="/conversations" dock="none">
      <Waiting />
    </Page>
  )
}
