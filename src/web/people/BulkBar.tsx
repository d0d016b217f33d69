import { Map as MapIcon, Tag, Trash2, X } from 'lucide-react'
import { type ReactNode, useState } from 'react'
import { useAnswer } from '../shell/answers.ts'
import { carryOut } from '../shell/deeds.ts'
import { client } from '../shell/server.ts'
import { Button } from '../ui/Button.tsx'
import { capitalized, useWords } from '../words/words.ts'
import { BulkField } from './BulkField.tsx'
import { BulkLabel } from './BulkLabel.tsx'
import styles from './People.module.css'

interface BulkBarProps {
  readonly people: readonly string[]
  readonly onDone: () => void
}

/** What may be done with all who are chosen. */
export function BulkBar({ people, onDone }: BulkBarProps): ReactNode {
  const t = useWords()
  const fields = useAnswer(client.fields.list, {}).data?.fields ?? []
  const [front, setFront] = useState<'label' | 'field' | null>(null)
  const close = (): void => setFront(null)

  async function bin(): Promise<void> {
    const done = await carryOut(client.people.remove, { people: [...people] }, ({ changed }) =>
      capitalized(t('people.bulk.binned', { count: changed })),
    )
    if (done) onDone()
  }

  return (
    <div className={styles.bulk} role="group" aria-label={t('people.bulk.label')}>
      <span className={styles.chosen} role="status">
        {capitalized(t('people.bulk.chosen', { count: people.length }))}
      </span>
      <Button size="small" icon={<Tag aria-hidden />} onClick={() => setFront('label')}>
        {t('people.bulk.putLabel')}
      </Button>
      {fields.length === 0 ? null : (
        <Button size="small" icon={<MapIcon aria-hidden />} onClick={() => setFront('field')}>
          {t('people.bulk.putField')}
        </Button>
      )}
      <Button size="small" icon={<Trash2 aria-hidden />} onClick={() => void bin()}>
        {t('people.bulk.bin')}
      </Button>
      <Button size="small" look="quiet" icon={<X aria-hidden />} onClick={onDone}>
        {t('people.bulk.letGo')}
      </Button>
      <BulkLabel opened={front === 'label'} people={people} onClose={close} onDone={onDone} />
      <BulkField
        opened={front === 'field'}
        people={people}
        fields={fields}
        onClose={close}
        onDone={onDone}
      />
    </div>
  )
}
