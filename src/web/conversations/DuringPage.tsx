import { getRouteApi } from '@tanstack/react-router'
import { type ReactNode, useEffect, useState } from 'react'
import { useAnswer } from '../shell/answers.ts'
import { Page } from '../shell/Page.tsx'
import { client } from '../shell/server.ts'
import { Waiting } from '../ui/Waiting.tsx'
import { useWords } from '../words/words.ts'
import { During } from './During.tsx'
import { type LeftDraft, leftDrafts } from './note-draft.ts'
import { isKeptInThisWindow } from './use-note-keeper.ts'

const route = getRouteApi('/conversations/$id/during')

/** The notes of a conversation, while it goes on or when one remembers it. */
export function DuringPage(): ReactNode {
  const t = useWords()
  const { id } = route.useParams()
  const conversation = useAnswer(client.conversations.show, { id })
  const note = useAnswer(client.notes.show, { kind: 'conversation', id, offRecord: true })
  const left = useLeftDrafts(id)
  const error = conversation.error ?? note.error
  if (error && !(conversation.data && note.data)) throw error
  if (conversation.data && note.data && left !== null) {
    return <During key={id} conversation={conversation.data} note={note.data} left={left[0]} />
  }
  return (
    <Page title={t('place.conversation')} back="/conversations" dock="none">
      <Waiting />
    </Page>
  )
}

/** What windows that are gone had written here; null until that is known. A window that writes already knows it all. */
function useLeftDrafts(id: string): readonly LeftDraft[] | null {
  const [found, setFound] = useState<{ id: string; left: readonly LeftDraft[] } | null>(null)
  useEffect(() => {
    let isAsked = true
    const subject = { kind: 'conversation', id } as const
    const look = async (): Promise<void> => {
      const left = isKeptInThisWindow(subject) ? [] : await leftDrafts(subject).catch(() => [])
      if (isAsked) setFound({ id, left })
    }
    void look()
    return () => {
      isAsked = false
    }
  }, [id])
  return found?.id === id ? found.left : null
}
