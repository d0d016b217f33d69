import { getRouteApi } from '@tanstack/react-router'
import { PencilLine } from 'lucide-react'
import { type ReactNode, useState } from 'react'
import { useAnswer } from '../shell/answers.ts'
import { Page } from '../shell/Page.tsx'
import { client } from '../shell/server.ts'
import { useWall } from '../shell/wall.ts'
import { Button, ButtonLink } from '../ui/Button.tsx'
import { PersonName } from '../ui/PersonName.tsx'
import { Waiting } from '../ui/Waiting.tsx'
import { useWords } from '../words/words.ts'
import { BriefSections } from './BriefSections.tsx'
import { ConversationHead } from './ConversationHead.tsx'
import { ConversationMenu } from './ConversationMenu.tsx'
import { headInWords } from './head-words.ts'
import { LifeSteps } from './LifeSteps.tsx'
import { Meeting } from './Meeting.tsx'
import { namesInWords } from './names.ts'
import { PlanAside } from './PlanAside.tsx'
import type { Brief, Conversation } from './types.ts'
import styles from './Before.module.css'

const route = getRouteApi('/conversations/$id/before')

/** Everything one wants to see before going in. */
export function BeforePage(): ReactNode {
  const t = useWords()
  const { id } = route.useParams()
  const conversation = useAnswer(client.conversations.show, { id })
  const brief = useAnswer(client.conversations.brief, { id })
  const error = conversation.error ?? brief.error
  if (error && !(conversation.data && brief.data)) throw error
  if (conversation.data && brief.data) {
    return <Before conversation={conversation.data} brief={brief.data} />
  }
  return (
    <Page title={t('place.conversation')} back="/conversations" dock="none">
      <Waiting />
    </Page>
  )
}

function Before({ conversation, brief }: { conversation: Conversation; brief: Brief }): ReactNode {
  const t = useWords()
  const wall = useWall()
  const [isChoosing, setChoosing] = useState(false)
  const { id, people, state } = conversation
  const name = people.length > 0 ? namesInWords(people, wall) : t('conversations.list.nobody')
  const phone = brief.who[0]?.phone ?? null
  const start = (
    <ButtonLink
      to="/conversations/$id/during"
      params={{ id }}
      look="filled"
      icon={<PencilLine aria-hidden />}
    >
      {t(state === 'started' ? 'conversations.before.goOn' : 'conversations.before.start')}
    </ButtonLink>
  )
  return (
    <Page
      title={t('conversations.before.title', { name })}
      windowTitle={t('place.conversation')}
      barTitle={t('place.conversation')}
      back="/conversations"
      dock={
        isChoosing
          ? 'none'
          : {
              acts: (
                <>
                  {start}
                  <Button data-change-questions onClick={() => setChoosing(true)}>
                    {t('conversations.before.change')}
                  </Button>
                </>
              ),
            }
      }
    >
      <ConversationHead
        conversation={conversation}
        title={<Names people={people} nobody={name} />}
        under={headInWords(t, conversation, { wall, phone })}
        more={<ConversationMenu conversation={conversation} />}
      />
      <LifeSteps conversation={conversation} wall={wall} />
      <Meeting conversation={conversation} wall={wall} />
      <div className={styles.columns}>
        <BriefSections conversation={conversation} brief={brief} />
        <PlanAside
          conversation={conversation}
          brief={brief}
          start={start}
          isChoosing={isChoosing}
          onChoosing={setChoosing}
        />
      </div>
    </Page>
  )
}

interface NamesProps {
  readonly people: Conversation['people']
  readonly nobody: string
}

/** The names as a heading, each leading to that person's page. */
function Names({ people, nobody }: NamesProps): ReactNode {
  if (people.length === 0) return nobody
  return people.map(({ id, name }, at) => (
    <span key={id}>
      {at > 0 ? ', ' : null}
      <PersonName id={id} name={name} />
    </span>
  ))
}
