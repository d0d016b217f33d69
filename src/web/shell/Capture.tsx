import { type ReactNode, useCallback, useRef, useState } from 'react'
import type { Captured } from '../../notebook/notes/capture.ts'
import { correctedInput, nothingCorrected } from '../notes/capture-corrections.ts'
import { CaptureUnderstood } from '../notes/CaptureUnderstood.tsx'
import { CaptureLine } from '../ui/CaptureLine.tsx'
import { wallNow } from '../words/dates.ts'
import { useWords } from '../words/words.ts'
import { useKeeping } from './keeping.ts'
import { WhoIsIt } from './WhoIsIt.tsx'

/** Whom a line means, on that person's page. */
export interface About {
  readonly id: string
  readonly name: string
}

interface CaptureProps {
  readonly about?: About | null
  /** Another line than that of every page, with a text that came from elsewhere. */
  readonly draft?: string
  readonly given?: string
  readonly autoFocus?: boolean
  readonly onKept?: () => void
}

/** The capture line, joined to the notebook. What is typed waits in this browser until the server has it. */
export function Capture({
  about = null,
  draft,
  given,
  autoFocus = false,
  onKept,
}: CaptureProps): ReactNode {
  const t = useWords()
  const { keep, trouble } = useKeeping(about?.id ?? null)

  const [corrections, setCorrections] = useState(nothingCorrected)
  const read = useRef<Captured>(null)
  const onRead = useCallback((captured: Captured) => void (read.current = captured), [])

  async function keepIt(line: string): Promise<boolean> {
    const { today } = wallNow(null, 'en')
    const kept = await keep(correctedInput(line, read.current, { corrections, today }))
    if (kept) {
      setCorrections(nothingCorrected)
      onKept?.()
    }
    return kept
  }

  return (
    <CaptureLine
      hint={about ? t('capture.hintAbout', { name: firstNameOf(about.name) }) : t('capture.hint')}
      draft={draft ?? about?.id ?? 'any'}
      {...(given === undefined ? {} : { given })}
      onKeep={keepIt}
      trouble={trouble}
      autoFocus={autoFocus}
      renderTyped={(line) => (
        <CaptureUnderstood
          line={line}
          about={about !== null}
          corrections={corrections}
          onCorrect={setCorrections}
          renderWho={(name, captured) => (
            <WhoIsIt
              name={name}
              captured={captured}
              corrections={corrections}
              onCorrect={setCorrections}
            />
          )}
          onRead={onRead}
        />
      )}
    />
  )
}

function firstNameOf(name: string): string {
  return name.split(' ')[0] ?? name
}
