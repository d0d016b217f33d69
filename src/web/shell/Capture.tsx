import { type ReactNode, useState } from 'react'
import { CaptureLine } from '../ui/CaptureLine.tsx'
import { useWords, type Words } from '../words/words.ts'
import { readAnew } from './answers.ts'
import { noteFailure } from './connection.ts'
import { refusalInWords, sayDone } from './deeds.ts'
import { isUnreachable } from './refusal.ts'
import { client } from './server.ts'

/** Whom a line means, on that person's page. */
export interface About {
  readonly id: string
  readonly name: string
}

interface CaptureProps {
  readonly about?: About | null
  readonly autoFocus?: boolean
  readonly onKept?: () => void
}

/** The capture line, joined to the notebook. What is typed waits in this browser until the server has it. */
export function Capture({ about = null, autoFocus = false, onKept }: CaptureProps): ReactNode {
  const t = useWords()
  const [trouble, setTrouble] = useState<string | null>(null)

  async function keep(text: string): Promise<boolean> {
    let change: string | null = null
    try {
      const line = { text, ...(about ? { person: about.id } : {}) }
      const kept = await client.conversations.capture(line, { onChange: (made) => (change = made) })
      setTrouble(null)
      sayDone(keptInWords(t, kept), change)
      void readAnew()
      onKept?.()
      return true
    } catch (error) {
      noteFailure(error)
      setTrouble(isUnreachable(error) ? t('capture.notSent') : refusalInWords(error))
      return false
    }
  }

  return (
    <CaptureLine
      hint={about ? t('capture.hintAbout', { name: firstNameOf(about.name) }) : t('capture.hint')}
      draft={about?.id ?? 'any'}
      onKeep={keep}
      trouble={trouble}
      autoFocus={autoFocus}
    />
  )
}

type Kept = Awaited<ReturnType<typeof client.conversations.capture>>

function keptInWords(t: Words, { person, made }: Kept): string {
  const fresh = made.people[0]
  if (fresh) return t('capture.keptNew', { name: fresh.name })
  return person ? t('capture.keptWith', { name: person.name }) : t('capture.kept')
}

function firstNameOf(name: string): string {
  return name.split(' ')[0] ?? name
}
