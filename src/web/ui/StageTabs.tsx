import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { useWords } from '../words/words.ts'
import { joined } from './Type.tsx'
import styles from './StageTabs.module.css'

/** Before, during and after one conversation. */
export function StageTabs({ id }: { id: string }): ReactNode {
  const t = useWords()
  const here = { 'aria-current': 'step' } as const
  return (
    <nav className={joined([styles.tabs, styles.ruled])} aria-label={t('stage.label')}>
      <Link to="/conversations/$id/before" params={{ id }} activeProps={here}>
        {t('stage.before')}
      </Link>
      <Link to="/conversations/$id/during" params={{ id }} activeProps={here}>
        {t('stage.during')}
      </Link>
      <Link to="/conversations/$id/after" params={{ id }} activeProps={here}>
        {t('stage.after')}
      </Link>
    </nav>
  )
}

/** Links of the same kind in a line, the one we are on underlined in wine. */
export function Tabs({ label, children }: { label: string; children: ReactNode }): ReactNode {
  return (
    <nav className={styles.tabs} aria-label={label}>
      {children}
    </nav>
  )
}
