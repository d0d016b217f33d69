import type { ReactNode } from 'react'
import { carryOut } from '../shell/deeds.ts'
import { Page } from '../shell/Page.tsx'
import { client } from '../shell/server.ts'
import { useWall } from '../shell/wall.ts'
import { Button, ButtonLink } from '../ui/Button.tsx'
import { Empty } from '../ui/Empty.tsx'
import { useWords } from '../words/words.ts'
import { ConversationHead } from './ConversationHead.tsx'
import { headInWords } from './head-words.ts'
import { namesInWords } from './names.ts'
import type { Conversation } from './types.ts'

/** Nothing to put away yet: the talk is still to come, or its notes lie open. */
export function NotYet({ conversation }: { conversation: Conversation }): ReactNode {
  const t = useWords()
  const wall = useWall()
  const { id, people, state } = conversation
  const name = people.length > 0 ? namesInWords(people, wall) : t('conversations.list.nobody')
  const isOpen = state === 'started'
  return (
    <Page
      title={t('conversations.after.title', { name })}
      windowTitle={t('place.conversation')}
      barTitle={t('conversations.after.bar')}
      back="/conversations"
    >
      <ConversationHead
        conversation={conversation}
        title={name}
        under={headInWords(t, conversation, { wall, phone: null })}
      />
      {isOpen ? (
        <Empty sentence={t('conversations.after.open')}>
          <Button
            look="filled"
            onClick={() =>
              void carryOut(client.conversations.finish, { id }, () =>
                t('conversations.after.openDone'),
              )
            }
          >
            {t('conversations.after.openAct')}
          </Button>
        </Empty>
      ) : (
        <Empty sentence={t('conversations.after.notYet')}>
          <ButtonLink to="/conversations/$id/before" params={{ id }} look="filled">
            {t('conversations.after.notYetAct')}
          </ButtonLink>
        </Empty>
      )}
    </Page>
  )
}
