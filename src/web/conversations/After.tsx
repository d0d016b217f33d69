import { type ReactNode, useState } from 'react'
import { carryOut } from '../shell/deeds.ts'
import { Page } from '../shell/Page.tsx'
import { client } from '../shell/server.ts'
import { useWall } from '../shell/wall.ts'
import { Button } from '../ui/Button.tsx'
import { SectionHead } from '../ui/SectionHead.tsx'
import { useWords } from '../words/words.ts'
import { Agreed } from './Agreed.tsx'
import { Belongs } from './Belongs.tsx'
import { ConversationHead } from './ConversationHead.tsx'
import { ConversationMenu } from './ConversationMenu.tsx'
import { ElsewhereCard } from './ElsewhereCard.tsx'
import { Follows } from './Follows.tsx'
import { spokeInWords } from './head-words.ts'
import { LeftYou } from './LeftYou.tsx'
import type { Letter } from './letter-types.ts'
import { LetterActs } from './LetterActs.tsx'
import { LetterCard } from './LetterCard.tsx'
import { LifeSteps } from './LifeSteps.tsx'
import { firstNameOf, namesInWords } from './names.ts'
import type { Conversation, Note } from './types.ts'
import { type LetterWriting, useLetter } from './use-letter.ts'
import { isUnderWay } from './use-sending.ts'
import { WhoWasIt } from './WhoWasIt.tsx'
import styles from './After.module.css'

interface AfterProps {
  readonly conversation: Conversation
  readonly note: Note
  readonly letter: Letter
  /** Of several at the table the one whose letter this is. */
  readonly to: string | null
  /** Where there are several: whose letter is shown. */
  readonly whom: ReactNode
}

const putAwayStates = new Set(['debriefed', 'updated', 'kept', 'set-aside'])

/** Of several the one whom the letter is to, else all of them. */
function thankedBy(letter: Letter, to: string | null, all: string): string {
  return (to === null ? null : letter.to[0]?.name) ?? all
}

export function After({ conversation, note, letter, to, whom }: AfterProps): ReactNode {
  const t = useWords()
  const wall = useWall()
  const { people, state, mayFollow } = conversation
  const name = people.length > 0 ? namesInWords(people, wall) : t('conversations.list.nobody')
  const writing = useLetter(letter, firstNameOf(thankedBy(letter, to, name)), to)
  const [isPuttingAway, setPuttingAway] = useState(false)
  const isSent = letter.sentOn !== null
  const mayPutAway = mayFollow.includes('debriefed') && isSent

  async function putAway(): Promise<void> {
    setPuttingAway(true)
    const step = { id: conversation.id, kind: 'debriefed' } as const
    await carryOut(client.conversations.step, step, () =>
      t('conversations.after.putAwayDone', { name: firstNameOf(name) }),
    )
    setPuttingAway(false)
  }

  const putAwayButton = mayPutAway ? (
    <Button look="filled" disabled={isPuttingAway} onClick={() => void putAway()}>
      {t('conversations.after.putAway')}
    </Button>
  ) : null
  return (
    <Page
      title={t('conversations.after.title', { name })}
      windowTitle={t('place.conversation')}
      barTitle={t('conversations.after.bar')}
      back="/conversations"
      dock={isSent && mayPutAway ? { acts: putAwayButton } : dockOf(writing, people[0] ?? null)}
    >
      <ConversationHead
        conversation={conversation}
        title={t(
          putAwayStates.has(state) ? 'conversations.after.h1Done' : 'conversations.after.h1',
        )}
        under={spokeInWords(t, conversation, { names: name, wall })}
        more={<ConversationMenu conversation={conversation} />}
      />
      <WhoWasIt conversation={conversation} />
      <div className={styles.columns}>
        <div className={styles.main}>
          {whom}
          <LetterCard
            writing={writing}
            conversation={conversation}
            wall={wall}
            acts={isSent ? putAwayButton : <LetterActs writing={writing} />}
          />
          <Belongs conversation={conversation} note={note} />
          <ElsewhereCard id={conversation.id} />
        </div>
        <aside className={styles.rail}>
          <Agreed conversation={conversation} />
          <LeftYou conversation={conversation} />
          <Follows note={note} wall={wall} />
          <div className={styles.life}>
            <SectionHead title={t('conversations.life.title')} />
            <LifeSteps
              conversation={conversation}
              wall={wall}
              elsewhere={mayPutAway ? 'debriefed' : null}
            />
          </div>
        </aside>
      </div>
    </Page>
  )
}

/** What stands below on the phone while there is nothing to put away. */
function dockOf(writing: LetterWriting, about: Conversation['people'][number] | null) {
  const { letter } = writing
  const isClosed = letter.sentOn !== null || isUnderWay(letter)
  return isClosed ? { about } : { acts: <LetterActs writing={writing} /> }
}
