import { Link } from '@tanstack/react-router'
import { AudioLines } from 'lucide-react'
import { type ReactNode, useState } from 'react'
import { useAnswer } from '../shell/answers.ts'
import { carryOut } from '../shell/deeds.ts'
import { client } from '../shell/server.ts'
import { WaitingFiles } from '../shell/WaitingFiles.tsx'
import { useWall } from '../shell/wall.ts'
import { Breakable } from '../ui/Breakable.tsx'
import { Button, Rest } from '../ui/Button.tsx'
import { Row } from '../ui/Row.tsx'
import { SectionHead } from '../ui/SectionHead.tsx'
import { Type } from '../ui/Type.tsx'
import { longDay } from '../words/dates.ts'
import { useWords } from '../words/words.ts'
import { BringTranscript } from './BringTranscript.tsx'
import { Pictures } from './Pictures.tsx'
import type { TranscriptRow } from './shapes.ts'
import { lengthInWords } from './talk-time.ts'
import styles from './Elsewhere.module.css'

interface ElsewhereProps {
  readonly conversation: string
  /** Whether one came to bring in a transcript. */
  readonly isBringing: boolean
  /** A file that another app shared, which is the one to bring. */
  readonly shared: string | null
}

/** Transcripts and photos of a conversation, and the two ways to bring them. */
export function Elsewhere({ conversation, isBringing: came, shared }: ElsewhereProps): ReactNode {
  const t = useWords()
  const [isBringing, setBringing] = useState(came)
  const { data } = useAnswer(client.transcripts.list, { conversation })
  const transcripts = data?.transcripts ?? []
  return (
    <div className={styles.parts}>
      <section>
        <SectionHead title={t('voices.transcripts')} />
        {transcripts.map((one) => (
          <TranscriptLine key={one.id} transcript={one} />
        ))}
        <WaitingFiles conversation={conversation} operation="transcripts.import" />
        <div className={styles.acts}>
          <Button icon={<AudioLines aria-hidden />} onClick={() => setBringing(true)}>
            {t('voices.bring')}
          </Button>
        </div>
        <BringTranscript
          conversation={conversation}
          shared={shared}
          opened={isBringing}
          onClose={() => setBringing(false)}
        />
      </section>
      <Pictures conversation={conversation} />
    </div>
  )
}

function TranscriptLine({ transcript }: { readonly transcript: TranscriptRow }): ReactNode {
  const t = useWords()
  const wall = useWall()
  const { id, conversation, name, count, length, on } = transcript
  const facts = [
    lengthInWords(t, length),
    t('voices.turns', { count }),
    t('voices.broughtIn', { day: longDay(on, wall) }),
  ].filter((fact) => fact !== null)
  const takeOut = () =>
    carryOut(client.transcripts.remove, { transcripts: [id] }, () =>
      t('voices.take.outDone', { name }),
    )
  return (
    <Row
      name={
        <Link
          to="/conversations/$id/transcripts/$transcript"
          params={{ id: conversation, transcript: id }}
        >
          <Breakable>{name}</Breakable>
        </Link>
      }
      rest={<Rest onClick={() => void takeOut()}>{t('voices.take.out')}</Rest>}
    >
      <Type look="second">{facts.join(' · ')}</Type>
    </Row>
  )
}
