import { type ReactNode, useState } from 'react'
import { refusalInWords } from '../shell/deeds.ts'
import { client } from '../shell/server.ts'
import { Act } from '../ui/Button.tsx'
import { useWords } from '../words/words.ts'
import { type Told, WhatItIs } from './WhatItIs.tsx'

interface OpenMailProps {
  readonly conversation: string
  readonly message: string
  readonly name: string
}

/** The words of a mail come from the mailbox when this is pressed, and are gone when it is closed. */
export function OpenMail({ conversation, message, name }: OpenMailProps): ReactNode {
  const t = useWords()
  const [told, setTold] = useState<Told | null>(null)
  const [says, setSays] = useState<string | null>(null)

  async function open(): Promise<void> {
    setSays(t('conversations.fromThem.opening'))
    try {
      setTold(await client.letters.open({ conversation, message }))
      setSays(null)
    } catch (error) {
      setSays(refusalInWords(error))
    }
  }

  if (told !== null) {
    return <WhatItIs told={told} conversation={conversation} onDone={() => setTold(null)} />
  }
  return (
    <>
      <Act
        aria-label={t('conversations.fromThem.openMailOf', { name })}
        onClick={() => void open()}
      >
        {t('conversations.fromThem.openMail')}
      </Act>
      <span role="status">{says}</span>
    </>
  )
}
