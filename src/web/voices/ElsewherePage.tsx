import { getRouteApi } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { ConversationHead } from '../conversations/ConversationHead.tsx'
import { namesInWords } from '../conversations/names.ts'
import { useAnswer } from '../shell/answers.ts'
import { Page } from '../shell/Page.tsx'
import { client } from '../shell/server.ts'
import { useWall } from '../shell/wall.ts'
import { Waiting } from '../ui/Waiting.tsx'
import { useWords } from '../words/words.ts'
import { Elsewhere } from './Elsewhere.tsx'

const route = getRouteApi('/conversations/$id/elsewhere')

/** What stands beside the note of a conversation, whatever its stage. */
export function ElsewherePage(): ReactNode {
  const t = useWords()
  const wall = useWall()
  const { id } = route.useParams()
  const { bring, shared } = route.useSearch()
  const { data, error } = useAnswer(client.conversations.show, { id })
  if (error && !data) throw error
  if (!data) {
    return (
      <Page title={t('voices.title')} back="/conversations" dock="none">
        <Waiting />
      </Page>
    )
  }
  const names = data.people.length > 0 ? namesInWords(data.people, wall) : t('voices.title')
  return (
    <Page title={t('voices.title')} back="/conversations" dock="none">
      <ConversationHead conversation={data} title={names} under={t('voices.lead')} />
      <Elsewhere conversation={id} isBringing={bring === true} shared={shared ?? null} />
    </Page>
  )
}
