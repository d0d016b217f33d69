import type { ReactNode } from 'react'
import type { Progress } from '../shell/jobs.ts'
import { StripeProgress } from '../ui/Stripe.tsx'
import { Type } from '../ui/Type.tsx'
import { useWords } from '../words/words.ts'
import styles from './BringPage.module.css'

/** How far long work is: the stripe, and the same in words. */
export function Measure({ progress }: { progress: Progress | null }): ReactNode {
  const t = useWords()
  const part = progress?.total ? progress.done / progress.total : 0
  const percent = new Intl.NumberFormat(undefined, { style: 'percent' }).format(part)
  const read = t('contacts.progressPart', { percent })
  return (
    <div className={styles.measure}>
      <StripeProgress part={part} hue="olive" label={read} />
      <Type look="quiet" figures>
        {progress?.words ? `${progress.words} · ${read}` : read}
      </Type>
    </div>
  )
}
