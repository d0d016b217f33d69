import { type ReactNode, useRef, useState } from 'react'
import { carryOut, refusalInWords } from '../shell/deeds.ts'
import { client } from '../shell/server.ts'
import { Button } from '../ui/Button.tsx'
import { SectionHead } from '../ui/SectionHead.tsx'
import { TextArea } from '../ui/TextField.tsx'
import { useWords } from '../words/words.ts'
import styles from './AnswerCame.module.css'

type Told = Awaited<ReturnType<typeof client.letters.answer>>

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
      {told === null ? null : <WhatItIs told={told} onDone={done} />}
    </section>
  )
}

interface WhatItIsProps {
  readonly told: Told
  readonly onDone: () => void
}

/** Says what it seems to be; what it is, is pressed. */
function WhatItIs({ told, onDone }: WhatItIsProps): ReactNode {
  const t = useWords()
  const { letter, kind, mayBe, proposes, reason, server, words } = told

  async function press(step: Told['mayBe'][number]): Promise<void> {
    if (!letter) return
    const taken = { id: letter.conversation, kind: step } as const
    const said = () => t(`letters.answer.done.${step}`, { name: letter.to })
    if (await carryOut(client.conversations.step, taken, said)) onDone()
  }

  async function putBack(): Promise<void> {
    if (!letter) return
    const { id, conversation, template } = letter
    const input = { conversation, template, letter: id, reason: reason ?? '' }
    const back = await carryOut(client.letters.bounced, input, () => t('letters.answer.done.back'))
    if (back) onDone()
  }

  return (
    <div className={styles.told} role="group" aria-label={t('letters.answer.title')}>
      <p role="status">{told.says}</p>
      {words === '' || kind === 'bounce' ? null : <blockquote>{words}</blockquote>}
      {server === null ? null : <p className={styles.server}>{server}</p>}
      <div className={styles.acts}>
        {mayBe.map((step) => (
          <Button
            key={step}
            size="small"
            look={proposes === null || step === proposes ? 'outline' : 'quiet'}
            onClick={() => void press(step)}
          >
            {t(`letters.answer.is.${step}`)}
          </Button>
        ))}
        {kind === 'bounce' && letter ? (
          <Button size="small" onClick={() => void putBack()}>
            {t('letters.answer.putBack')}
          </Button>
        ) : null}
        <Button size="small" look="quiet" onClick={onDone}>
          {t('letters.answer.leave')}
        </Button>
      </div>
    </div>
  )
}
