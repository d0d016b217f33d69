import { type ReactNode, useState } from 'react'
import { Button } from '../ui/Button.tsx'
import { SelectField } from '../ui/TextField.tsx'
import { useWords } from '../words/words.ts'
import styles from './Fields.module.css'

interface SameAsProps {
  readonly label: string
  readonly hint: string
  readonly others: readonly { readonly value: string; readonly words: string }[]
  /** The deed, verb first. */
  readonly act: string
  readonly onChoose: (other: string) => void
  readonly onClose: () => void
}

/** Of two that are one: which is the other. */
export function SameAs({ label, hint, others, act, onChoose, onClose }: SameAsProps): ReactNode {
  const t = useWords()
  const [other, setOther] = useState(others[0]?.value ?? '')
  return (
    <form className={styles.form} onSubmit={(event) => (event.preventDefault(), onChoose(other))}>
      <SelectField label={label} hint={hint} value={other} onChange={setOther} options={others} />
      <div className={styles.acts}>
        <Button type="submit" look="filled" disabled={other === ''}>
          {act}
        </Button>
        <Button look="quiet" onClick={onClose}>
          {t('dialog.cancel')}
        </Button>
      </div>
    </form>
  )
}
