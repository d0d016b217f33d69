import { getRouteApi } from '@tanstack/react-router'
import { type ReactNode, useState } from 'react'
import { useAnswer } from '../shell/answers.ts'
import { Page } from '../shell/Page.tsx'
import { client } from '../shell/server.ts'
import { useWall } from '../shell/wall.ts'
import { Button } from '../ui/Button.tsx'
import { Type } from '../ui/Type.tsx'
import { Waiting } from '../ui/Waiting.tsx'
import { whyInWords } from '../words/why.ts'
import { useWords, type Words } from '../words/words.ts'
import { AnswerPages } from './AnswerPages.tsx'
import { Heard } from './Heard.tsx'
import { LetterSheet } from './LetterSheet.tsx'
import { Pair } from './Pair.tsx'
import { calledIn, lettersToShow, letterToBegin, pairInWords } from './sides.ts'
import type { Introduction, OfLetters } from './types.ts'
import { WordsOfIt } from './WordsOfIt.tsx'
import styles from './Giving.module.css'

const route = getRouteApi('/giving/introductions/$id')

/** One introduction: where it stands, the letter that is next, and what one has heard. */
export function IntroductionPage(): ReactNode {
  const t = useWords()
  const { id } = route.useParams()
  const answer = useAnswer(client.introductions.show, { id })
  if (answer.error && !answer.data) throw answer.error
  if (answer.data) return <Open key={id} introduction={answer.data} />
  return (
    <Page title={t('giving.one')} back="/giving">
      <Waiting />
    </Page>
  )
}

function Open({ introduction }: { introduction: Introduction }): ReactNode {
  const t = useWords()
  const wall = useWall()
  const [chosen, setChosen] = useState<OfLetters | null>(null)
  const letter = chosen ?? letterToBegin(introduction)
  const pair = pairInWords(t, introduction)
  const happened = (
    <>
      {letter ? null : <Letters introduction={introduction} chosen={null} onChoose={setChosen} />}
      <Heard introduction={introduction} />
      <AnswerPages introduction={introduction} />
    </>
  )
  return (
    <Page title={pair} windowTitle={t('giving.one')} barTitle={t('giving.one')} back="/giving">
      <header className={styles.top}>
        <Type look="h1">{pair}</Type>
        <Type look="lead">{whyInWords(t, introduction.next, null, wall)}</Type>
        <div className={styles.drawing}>
          <Pair introduction={introduction} wall={wall} />
        </div>
      </header>
      <div className={styles.columns}>
        {letter ? (
          <div>
            <Letters introduction={introduction} chosen={letter} onChoose={setChosen} />
            <LetterSheet
              key={`${letter.template} ${letter.side}`}
              introduction={introduction}
              which={letter}
            />
          </div>
        ) : (
          <div className={styles.rail}>{happened}</div>
        )}
        <div className={styles.rail}>
          {letter ? happened : null}
          <WordsOfIt introduction={introduction} />
        </div>
      </div>
    </Page>
  )
}

interface LettersProps {
  readonly introduction: Introduction
  readonly chosen: OfLetters | null
  readonly onChoose: (letter: OfLetters) => void
}

/** The letters of one's part, to choose from. */
function Letters({ introduction, chosen, onChoose }: LettersProps): ReactNode {
  const t = useWords()
  const open = lettersToShow(introduction)
  if (open.length === 0) return null
  return (
    <div className={styles.letters} role="group" aria-label={t('giving.letters.title')}>
      {open.map((one) => {
        const isChosen = one.template === chosen?.template && one.side === chosen.side
        return (
          <Button
            key={`${one.template} ${one.side}`}
            look={isChosen ? 'outline' : 'quiet'}
            size="small"
            aria-pressed={isChosen}
            onClick={() => onChoose(one)}
          >
            {letterInWords(t, introduction, one)}
          </Button>
        )
      })}
    </div>
  )
}

function letterInWords(
  t: Words,
  introduction: Introduction,
  { template, side }: OfLetters,
): string {
  if (side === null) return t(`letters.kind.${template}`)
  const name = calledIn(t, introduction, side)
  return t('giving.letters.to', { letter: t(`letters.kind.${template}`), name })
}
