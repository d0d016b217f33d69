import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import type { CorrectedInput } from '../notes/capture-corrections.ts'
import { keptInWords } from '../notes/kept-words.ts'
import { toast } from '../ui/toast.tsx'
import { useWords } from '../words/words.ts'
import { readAnew } from './answers.ts'
import { refusalInWords, sayDone } from './deeds.ts'
import { isUnreachable } from './refusal.ts'
import { client } from './server.ts'
import { isKeptHere } from './through.ts'
import { useWall } from './wall.ts'

interface Keeping {
  /** True when the line is kept, and only then may it be taken off the screen. */
  readonly keep: (line: string | CorrectedInput) => Promise<boolean>
  readonly busy: boolean
  /** Why the last line was not kept, in a sentence. */
  readonly trouble: string | null
}

/** Keeps a captured line, and says what was understood and made, with the way back. */
export function useKeeping(person: string | null): Keeping {
  const t = useWords()
  const wall = useWall()
  const navigate = useNavigate()
  const [busy, setBusy] = useState(false)
  const [trouble, setTrouble] = useState<string | null>(null)

  async function keep(line: string | CorrectedInput): Promise<boolean> {
    const input = typeof line === 'string' ? { text: line } : line
    let change: string | null = null
    setBusy(true)
    try {
      const kept = await client.conversations.capture(
        { ...input, ...(person === null ? {} : { person }) },
        { onChange: (made) => (change = made) },
      )
      setTrouble(null)
      const { id } = kept.conversation
      const asks = {
        words: t('capture.sayWho'),
        onAct: () => void navigate({ to: '/conversations/$id/after', params: { id } }),
      }
      sayDone(keptInWords(t, kept, wall), change, kept.unsure.length > 0 ? asks : undefined)
      void readAnew()
      return true
    } catch (error) {
      if (isKeptHere(error)) {
        setTrouble(null)
        toast(refusalInWords(error))
        return true
      }
      setTrouble(isUnreachable(error) ? t('capture.notSent') : refusalInWords(error))
      return false
    } finally {
      setBusy(false)
    }
  }
  return { keep, busy, trouble }
}
