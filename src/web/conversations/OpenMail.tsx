import { type ReactNode, useRef, useState } from 'react'
import { refusalInWords } from '../shell/deeds.ts'
import { client } from '../shell/server.ts'
import { Act } from '../ui/Button.tsx'
import { useKeptFocus } from '../ui/use-kept-focus.ts'
import { useWords } from '../words/words.ts'
import { type Told, WhatItIs } from './WhatItIs.tsx'
import styles from './Meeting.module.css'

interface OpenMailProps {
  readonly conversation: string
  readonly message: string
  readonly name: string
}

/** The words of a mail come from the mailbox when this is pressed, and are gone when it is closed. */
export function OpenMail({ conversation, message, name }: OpenMailProps): ReactNode {
  const t = useWords()
  const [told, setTold] = useState<Told | null>(null)
  const place = useRef<HTMLDivElement>(null)
  const [says, setSays] = useState<string | null>(null)

  useKeptFocus(place, told === null)

  async function open(): Promise<void> {
    setSays(t('conversations.fromThem.opening'))
    try {
      setTold(await client.letters.open({ conversation, message }))
      setSays(null)
    } catch (error) {
      setSays(refusalInWords(error))
    }
  }

  return (
    <div ref={place} className={(told ?? says) ? styles.opened : undefined}>
      {told === null ? (
        <>
          <Act
            aria-label={t('conversations.fromThem.openMailOf', { name })}
            onClick={() => void open()}
          >
            {t('conversations.fromThem.openMail')}
          </Act>
          <p role="status">{says}</p>
        </>
      ) : (
        <div ref={takeFocus} tabIndex={-1}>
          <WhatItIs told={told} conversation={conversation} onDone={() => setTold(null)} />
        </div>
      )}
    </div>
  )
}

/** The button that was pressed is not there any more: what came in its place is where one goes on. */
function takeFocus(opened: HTMLElement | null): void {
  opened?.focus()
}
