import { getRouteApi } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { useAnswer } from '../shell/answers.ts'
import { Page } from '../shell/Page.tsx'
import { client } from '../shell/server.ts'
import { Waiting } from '../ui/Waiting.tsx'
import { useWords } from '../words/words.ts'
import { After } from './After.tsx'
import { NotYet } from './NotYet.tsx'

const route = getRouteApi('/conversations/$id/after')

/** Putting a conversation away: the letter, what they agreed to, where their words belong. */
export function AfterPage(): ReactNode {
  const t = useWords()
  const { id } = route.useParams()
  const conversation = useAnswer(client.conversations.show, { id })
  const note = useAnswer(client.notes.show, { kind: 'conversation', id, offRecord: true })
  const letter = useAnswer(client.letters.draft, { conversation: id })
  const error = conversation.error ?? note.error ?? letter.error
  if (error && !(conversation.data && note.data && letter.data)) throw error
  if (conversation.data && conversation.data.heldOn === null) {
    return <NotYet conversation={conversation.data} />
  }
  if (conversation.data && note.data && letter.data) {
    return <After key={id} conversation={conversation.data} note={note.data} letter={letter.data} />
  }
  return (
    <Page title={t('place.conversation')} back="/conversations" dock="none">
      <Waiting />
    </Page>
  )
}
