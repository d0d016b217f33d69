import type { ReactNode } from 'react'
import { CaptureUnderstood } from '../notes/CaptureUnderstood.tsx'
import { CaptureLine } from '../ui/CaptureLine.tsx'
import { useWords } from '../words/words.ts'
import { useKeeping } from './keeping.ts'

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

  async function keepIt(line: string): Promise<boolean> {
    const kept = await keep(line)
    if (kept) onKept?.()
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
      renderTyped={(line) => <CaptureUnderstood line={line} about={about !== null} />}
    />
  )
}

function firstNameOf(name: string): string {
  return name.split(' ')[0] ?? name
}
