import { useNavigate } from '@tanstack/react-router'
import { useCallback, useState } from 'react'
import { keepsThings } from '../offline/device.ts'
import { carryOut } from '../shell/deeds.ts'
import { client } from '../shell/server.ts'
import { toast } from '../ui/toast.tsx'
import type { Wall } from '../words/dates.ts'
import { useWords } from '../words/words.ts'
import { namesInWords } from './names.ts'
import type { NoteKeeper } from './note-keeper.ts'

interface Finishing {
  readonly isFinishing: boolean
  readonly finish: () => void
}

/** The end of the notes: all of them kept first, then the conversation is finished, and what follows is shown. */
export function useFinish(id: string, keeper: NoteKeeper, wall: Wall): Finishing {
  const t = useWords()
  const navigate = useNavigate()
  const [isFinishing, setFinishing] = useState(false)

  const finish = useCallback(async (): Promise<void> => {
    setFinishing(true)
    const isSent = await keeper.flush()
    const isOnDevice = keepsThings() && keeper.view().keeping === 'unreachable'
    if (isSent || isOnDevice) {
      const done = await carryOut(
        client.conversations.finish,
        { id },
        ({ made }) =>
          made.fields.length > 0
            ? t('conversations.during.finishedFields', { fields: namesInWords(made.fields, wall) })
            : t('conversations.during.finished'),
        // Without network the lines and the end of the talk wait here in this order; the letter comes with the server.
        () => void navigate({ to: '/conversations' }),
      )
      if (done) await navigate({ to: '/conversations/$id/after', params: { id } })
    } else {
      toast(t('conversations.during.notFinished'))
    }
    setFinishing(false)
  }, [id, keeper, navigate, t, wall])

  return { isFinishing, finish: useCallback(() => void finish(), [finish]) }
}
