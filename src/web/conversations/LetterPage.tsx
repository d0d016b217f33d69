import { getRouteApi } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { useAnswer } from '../shell/answers.ts'
import { Page } from '../shell/Page.tsx'
import { client } from '../shell/server.ts'
import { useWall } from '../shell/wall.ts'
import { Waiting } from '../ui/Waiting.tsx'
import { useWords } from '../words/words.ts'
import { AnswerCame } from './AnswerCame.tsx'
import { BeginFrom } from './BeginFrom.tsx'
import { ConversationHead } from './ConversationHead.tsx'
import { ConversationMenu } from './ConversationMenu.tsx'
import type { Letter } from './letter-types.ts'
import { LetterActs } from './LetterActs.tsx'
import { LetterCard } from './LetterCard.tsx'
import { firstNameOf, namesInWords } from './names.ts'
import { OtherLetters } from './OtherLetters.tsx'
import { leadInWords } from './template-words.ts'
import type { Conversation } from './types.ts'
import { askedFor, useLetter } from './use-letter.ts'
import { isUnderWay } from './use-sending.ts'
import { Versions } from './Versions.tsx'
import styles from './LetterPage.module.css'

const route = getRouteApi('/conversations/$id/letter/$template')

/** One letter of a conversation, begun from what the notebook knows; the owner writes, and the owner sends. */
export function LetterPage(): ReactNode {
  const t = useWords()
  const { id, template } = route.useParams()
  const conversation = useAnswer(client.conversations.show, { id })
  const letter = useAnswer(client.letters.draft, askedFor(id, template))
  const error = conversation.error ?? letter.error
  if (error && !(conversation.data && letter.data)) throw error
  if (conversation.data && letter.data) {
    // The next letter of a kind is another sheet.
    return <Sheet key={letter.data.id} conversation={conversation.data} letter={letter.data} />
  }
  return (
    <Page title={t('place.conversation')} back="/conversations" dock="none">
      <Waiting />
    </Page>
  )
}

interface SheetProps {
  readonly conversation: Conversation
  readonly letter: Letter
}

function Sheet({ conversation, letter }: SheetProps): ReactNode {
  const t = useWords()
  const wall = useWall()
  const { people } = conversation
  const name = people.length > 0 ? namesInWords(people, wall) : t('conversations.list.nobody')
  const writing = useLetter(letter, firstNameOf(name))
  const isSent = letter.sentOn !== null
  const acts = isSent || isUnderWay(letter) ? null : <LetterActs writing={writing} />
  return (
    <Page
      title={t('letters.page.title', { name })}
      windowTitle={t('place.conversation')}
      barTitle={t('place.conversation')}
      back="/conversations"
      dock={acts === null ? { about: people[0] ?? null } : { acts }}
    >
      <ConversationHead
        conversation={conversation}
        title={t(`letters.kind.${letter.template}`)}
        under={leadInWords(t, letter.template)}
        more={<ConversationMenu conversation={conversation} />}
      />
      <div className={styles.columns}>
        <LetterCard writing={writing} conversation={conversation} wall={wall} acts={acts} />
        <aside className={styles.rail}>
          {isSent ? null : <BeginFrom writing={writing} />}
          {isSent || letter.sentBefore > 0 ? <AnswerCame conversation={conversation.id} /> : null}
          <Versions writing={writing} wall={wall} />
          <OtherLetters conversation={conversation} template={letter.template} wall={wall} />
        </aside>
      </div>
    </Page>
  )
}
