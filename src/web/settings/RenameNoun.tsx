import { type ReactNode, useState } from 'react'
import { carryOut } from '../shell/deeds.ts'
import { client } from '../shell/server.ts'
import { Button } from '../ui/Button.tsx'
import { Panel } from '../ui/Panel.tsx'
import { TextField } from '../ui/TextField.tsx'
import { useWords } from '../words/words.ts'
import type { Noun, Nouns } from './nouns.ts'
import styles from './Settings.module.css'

interface RenameNounProps {
  readonly of: Nouns
  readonly noun: Noun
  readonly onClose: () => void
}

/** Another name for the same thing; the old one still leads to it. */
export function RenameNoun({ of, noun, onClose }: RenameNounProps): ReactNode {
  const t = useWords()
  const [name, setName] = useState(noun.name)
  async function rename(): Promise<void> {
    const renamed = await carryOut(client[of].rename, { which: noun.id, name }, (now) =>
      t('settings.names.renamed', { name: now.name, before: noun.name }),
    )
    if (renamed) onClose()
  }
  return (
    <Panel opened onClose={onClose} title={t('settings.names.renameTitle', { name: noun.name })}>
      <form className={styles.form} onSubmit={(event) => (event.preventDefault(), void rename())}>
        <TextField
          label={t('settings.names.newName')}
          required
          value={name}
          onChange={setName}
          maxLength={400}
          data-autofocus
        />
        <Button look="filled" type="submit" disabled={name.trim() === ''}>
          {t('settings.names.keep')}
        </Button>
      </form>
    </Panel>
  )
}
