import { type ReactNode, useRef, useState } from 'react'
import { refusalInWords } from '../shell/deeds.ts'
import { client } from '../shell/server.ts'
import { Button } from '../ui/Button.tsx'
import { SectionHead } from '../ui/SectionHead.tsx'
import { TextArea } from '../ui/TextField.tsx'
import { useWords } from '../words/words.ts'
import { type Told, WhatItIs } from './WhatItIs.tsx'
import styles from './AnswerCame.module.css'

/** What came back is pasted or chosen as a file; it is read, and the owner says what it is. */
export function AnswerCame({ conversation }: { readonly conversation: string }): ReactNode {
  const t = useWords()
  const file = useRef<HTMLInputElement>(null)
  const [text, setText] = useState('')
  const [told, setTold] = useState<Told | null>(null)
  const [trouble, setTrouble] = useState<string | null>(null)

  async function read(words: string): Promise<void> {
    setTrouble(null)
    try {
      setTold(await client.letters.answer({ text: words, conversation }))
    } catch (error) {
      setTrouble(refusalInWords(error))
    }
  }

  function done(): void {
    setTold(null)
    setText('')
  }

  return (
    <section
      onDragOver={(event) => event.preventDefault()}
      onDrop={(event) => {
        const [dropped] = event.dataTransfer.files
        if (!dropped) return
        event.preventDefault()
        void dropped.text().then(read)
      }}
    >
      <SectionHead title={t('letters.answer.title')} />
      <form className={styles.form} onSubmit={(event) => (event.preventDefault(), void read(text))}>
        <TextArea
          label={t('letters.answer.label')}
          hint={t('letters.answer.hint')}
          value={text}
          onChange={setText}
        />
        <div className={styles.acts}>
          <Button type="submit" size="small" disabled={text.trim() === ''}>
            {t('letters.answer.read')}
          </Button>
          <Button size="small" look="quiet" onClick={() => file.current?.click()}>
            {t('letters.answer.file')}
          </Button>
          <input
            ref={file}
            type="file"
            accept=".eml,message/rfc822,text/plain"
            hidden
            aria-label={t('letters.answer.file')}
            onChange={(event) => {
              const [chosen] = event.currentTarget.files ?? []
              event.currentTarget.value = ''
              if (chosen) void chosen.text().then(read)
            }}
          />
        </div>
      </form>
      <p role="status">{trouble}</p>
      {told === null ? null : <WhatItIs told={told} conversation={conversation} onDone={done} />}
    </section>
  )
}
