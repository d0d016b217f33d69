import { type ReactNode, useState } from 'react'
import { sayRefused } from '../shell/deeds.ts'
import { saveFile } from '../shell/server.ts'
import { Button } from '../ui/Button.tsx'
import { Panel } from '../ui/Panel.tsx'
import { Segmented } from '../ui/Segmented.tsx'
import { Type } from '../ui/Type.tsx'
import { useWords } from '../words/words.ts'
import type { Person } from './shapes.ts'
import styles from './People.module.css'

interface DossierProps {
  readonly person: Person
  readonly name: string
  readonly onClose: () => void
}

/** All that is written about somebody, as a file for them: they may ask for it. */
export function Dossier({ person, name, onClose }: DossierProps): ReactNode {
  const t = useWords()
  const [offRecord, setOffRecord] = useState<'without' | 'with'>('without')
  async function save(format: 'html' | 'json'): Promise<void> {
    try {
      await saveFile('people.dossier', {
        id: person.id,
        format,
        offRecord: offRecord === 'with',
      })
      onClose()
    } catch (error) {
      sayRefused(error)
    }
  }
  return (
    <Panel opened onClose={onClose} title={t('people.dossier.title', { name })}>
      <div className={styles.panelForm}>
        <Type look="read">{t('people.dossier.why')}</Type>
        <Segmented
          question={t('people.dossier.offRecord')}
          answers={[
            { value: 'without', words: t('people.dossier.without') },
            { value: 'with', words: t('people.dossier.with') },
          ]}
          value={offRecord}
          onChange={setOffRecord}
        />
        <div className={styles.panelActs}>
          <Button look="quiet" onClick={() => void save('json')}>
            {t('people.dossier.json')}
          </Button>
          <Button look="filled" onClick={() => void save('html')}>
            {t('people.dossier.html')}
          </Button>
        </div>
      </div>
    </Panel>
  )
}
