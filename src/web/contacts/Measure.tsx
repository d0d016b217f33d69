import type { ReactNode } from 'react'
import type { Progress } from '../shell/jobs.ts'
import { StripeProgress } from '../ui/Stripe.tsx'
import { Type } from '../ui/Type.tsx'
import { useWords } from '../words/words.ts'
import styles from './BringPage.module.css'

interface MeasureProps {
  readonly progress: Progress | null
  /** Files are read; of other work only the part is said. */
  readonly reads?: boolean
}

/** How far long work is: the stripe, and the same in words. */
export function Measure({ progress, reads = false }: MeasureProps): ReactNode {
  const t = useWords()
  const part = progress?.total ? progress.done / progress.total : 0
  const percent = new Intl.NumberFormat(undefined, { style: 'percent' }).format(part)
  const far = reads ? t('contacts.progressPart', { percent }) : percent
  return (
    <div className={styles.measure}>
      <StripeProgress part={part} hue="olive" label={far} />
      <Type look="quiet" figures>
        {progress?.words ? `${progress.words} · ${far}` : far}
      </Type>
    </div>
  )
}
