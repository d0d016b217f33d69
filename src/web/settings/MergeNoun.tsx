import { type ReactNode, useState } from 'react'
import { carryOut } from '../shell/deeds.ts'
import { client } from '../shell/server.ts'
import { Button } from '../ui/Button.tsx'
import { Combobox } from '../ui/Combobox.tsx'
import { Panel } from '../ui/Panel.tsx'
import { useWords } from '../words/words.ts'
import type { Noun, Nouns } from './nouns.ts'
import { useNounsLike } from './use-nouns.ts'
import styles from './Settings.module.css'

interface MergeNounProps {
  readonly of: Nouns
  readonly noun: Noun
  readonly onClose: () => void
}

/** Two names for one thing become one; undoing parts them again. */
export function MergeNoun({ of, noun, onClose }: MergeNounProps): ReactNode {
  const t = useWords()
  const [text, setText] = useState('')
  const [into, setInto] = useState<string | null>(null)
  const choices = useNounsLike(of, text).filter(({ id }) => id !== noun.id)
  async function merge(): Promise<void> {
    if (into === null) return
    const merged = await carryOut(client[of].merge, { which: noun.id, into }, (now) =>
      t('settings.names.merged', { name: now.name, before: noun.name }),
    )
    if (merged) onClose()
  }
  return (
    <Panel opened onClose={onClose} title={t('settings.names.mergeTitle', { name: noun.name })}>
      <form className={styles.form} onSubmit={(event) => (event.preventDefault(), void merge())}>
        <Combobox
          label={t('settings.names.mergeInto')}
          hint={t('settings.names.findHint')}
          text={text}
          onText={(next) => {
            setText(next)
            setInto(null)
          }}
          choices={choices.map(({ id, name }) => ({ key: id, words: name }))}
          onChoose={(key) => {
            setText(choices.find(({ id }) => id === key)?.name ?? '')
            setInto(key)
          }}
          nothing={t(`settings.names.none.${of}`)}
          autoFocus
        />
        <Button look="filled" type="submit" disabled={into === null}>
          {t('settings.names.mergeVerb')}
        </Button>
      </form>
    </Panel>
  )
}
