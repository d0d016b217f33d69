import { type ReactNode, useState } from 'react'
import { sayRefused } from '../shell/deeds.ts'
import { client } from '../shell/server.ts'
import { ChooseCalendar } from '../ui/ChooseCalendar.tsx'
import type { Wall } from '../words/dates.ts'
import { useWords } from '../words/words.ts'
import { CalendarSays, type Reply } from './CalendarSays.tsx'

/** An answer that their calendar sent: read here, and written down only at a press. */
export function CalendarReply({ wall }: { wall: Wall }): ReactNode {
  const t = useWords()
  const [reply, setReply] = useState<Reply | null>(null)

  async function read(text: string): Promise<void> {
    try {
      setReply(await client.conversations['read-reply']({ text }))
    } catch (error) {
      sayRefused(error)
    }
  }

  return (
    <>
      <ChooseCalendar words={t('conversations.reply.bring')} onChosen={(text) => void read(text)} />
      {reply === null ? null : (
        <CalendarSays key={reply.answer} reply={reply} wall={wall} onDone={() => setReply(null)} />
      )}
    </>
  )
}
