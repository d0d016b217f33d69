import { getRouteApi } from '@tanstack/react-router'
import { type ReactNode, useState } from 'react'
import { useAnswer } from '../shell/answers.ts'
import { Page } from '../shell/Page.tsx'
import { client } from '../shell/server.ts'
import { Waiting } from '../ui/Waiting.tsx'
import { useWords } from '../words/words.ts'
import { After } from './After.tsx'
import type { Letter } from './letter-types.ts'
import { NotYet } from './NotYet.tsx'
import type { Conversation, Note } from './types.ts'
import { askedFor } from './use-letter.ts'
import { type LetterTo, oneOf, toWhomFirst, Whom } from './Whom.tsx'

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
    return <Each conversation={conversation.data} note={note.data} letter={letter.data} />
  }
  return (
    <Page title={t('place.conversation')} back="/conversations" dock="none">
      <Waiting />
    </Page>
  )
}

interface EachProps {
  readonly conversation: Conversation
  readonly note: Note
  /** To all at the table. */
  readonly letter: Letter
}

/** At a table of several each has a letter of their own; where that cannot be read, there is the one to all. */
function Each({ conversation, note, letter: toAll }: EachProps): ReactNode {
  const { to: cameFor } = route.useSearch()
  const [chosen, setChosen] = useState<LetterTo | null>(null)
  const to = chosen ?? oneOf(toAll, cameFor) ?? toWhomFirst(toAll)
  const one = to === 'all' ? null : to
  const theirs = useAnswer(client.letters.draft, askedFor(conversation.id, 'thanks', one)).data
  const shown = theirs ?? toAll
  const isToOne = one !== null && shown.id !== toAll.id
  return (
    <After
      key={shown.id}
      conversation={conversation}
      note={note}
      letter={shown}
      to={isToOne ? one : null}
      whom={
        <Whom
          letter={toAll}
          value={isToOne ? one : 'all'}
          isTurned={chosen !== null}
          onChange={setChosen}
        />
      }
    />
  )
}
