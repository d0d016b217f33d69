import { type ReactNode, useState } from 'react'
import { discard, retry } from '../offline/device.ts'
import type { Entry } from '../offline/entry.ts'
import { Act, Button } from '../ui/Button.tsx'
import { ConfirmDialog } from '../ui/ConfirmDialog.tsx'
import { Panel } from '../ui/Panel.tsx'
import { Row } from '../ui/Row.tsx'
import { TextArea } from '../ui/TextField.tsx'
import { toast } from '../ui/toast.tsx'
import { useWords, type Words } from '../words/words.ts'
import { sendWaiting } from './in-step.ts'
import { whatItIs, withWords, wordsIn } from './kept-here-words.ts'
import styles from './KeptHere.module.css'

/** What the server would not take: why, and what its owner can do about it. */
export function RefusedRow({ entry }: { entry: Entry }): ReactNode {
  const t = useWords()
  const [front, setFront] = useState<'edit' | 'discard' | null>(null)
  const words = wordsIn(entry)
  const close = (): void => setFront(null)

  async function again(input?: unknown): Promise<void> {
    close()
    await retry(entry.key, input)
    await sendWaiting()
  }

  async function copy(): Promise<void> {
    await navigator.clipboard.writeText(words ?? '')
    toast(t('offline.copied'))
  }

  return (
    <Row
      as="li"
      name={whatItIs(t, entry)}
      act={
        <span className={styles.acts}>
          {words === null ? (
            <Act onClick={() => void again()}>{t('offline.again')}</Act>
          ) : (
            <>
              <Act onClick={() => setFront('edit')}>{t('offline.edit')}</Act>
              <Act onClick={() => void copy()}>{t('offline.copy')}</Act>
            </>
          )}
          <Act onClick={() => setFront('discard')}>{t('offline.discard')}</Act>
        </span>
      }
    >
      {refusedInWords(t, entry)}
      <EditWords
        // Opened anew it begins with the words as they are.
        key={front}
        words={words ?? ''}
        opened={front === 'edit'}
        onClose={close}
        onAgain={(changed) => void again(withWords(entry, changed))}
      />
      <ConfirmDialog
        opened={front === 'discard'}
        onClose={close}
        title={t('offline.discardTitle')}
        sentence={t('offline.discardSentence')}
        verb={t('offline.discardVerb')}
        onConfirm={() => void discard(entry.key)}
        to="destroy"
      />
    </Row>
  )
}

function refusedInWords(t: Words, { refused }: Entry): string {
  const said = [refused?.sentence, refused?.mend].filter((one) => typeof one === 'string')
  const why = said.map((one) => one.replace(/\.?$/u, '.')).join(' ')
  return t('offline.refused', { why })
}

interface EditWordsProps {
  readonly words: string
  readonly opened: boolean
  readonly onClose: () => void
  readonly onAgain: (words: string) => void
}

function EditWords({ words, opened, onClose, onAgain }: EditWordsProps): ReactNode {
  const t = useWords()
  const [text, setText] = useState(words)
  return (
    <Panel opened={opened} onClose={onClose} title={t('offline.editTitle')}>
      <div className={styles.form}>
        <TextArea label={t('offline.editLabel')} value={text} onChange={setText} />
        <div className={styles.formActs}>
          <Button look="filled" onClick={() => onAgain(text)} disabled={text.trim() === ''}>
            {t('offline.editVerb')}
          </Button>
        </div>
      </div>
    </Panel>
  )
}
