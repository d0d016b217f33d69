import { memo, type ReactNode, useSyncExternalStore } from 'react'
import { refusalInWords } from '../shell/deeds.ts'
import { useWords, type Words } from '../words/words.ts'
import type { KeeperView, NoteKeeper } from './note-keeper.ts'
import styles from './During.module.css'

/** How far the notes are kept, in a quiet word; a sentence where it matters. */
export const KeptLine = memo(function Kept({ keeper }: { keeper: NoteKeeper }): ReactNode {
  const t = useWords()
  const view = useSyncExternalStore(keeper.listen, keeper.view)
  return (
    <p className={styles.kept} role="status" data-matters={mattersIn(view) ? '' : undefined}>
      {keptInWords(t, view)}
    </p>
  )
})

function mattersIn({ keeping, recovered }: KeeperView): boolean {
  return keeping === 'unreachable' || keeping === 'refused' || (recovered && keeping !== 'kept')
}

function keptInWords(t: Words, { keeping, error, recovered }: KeeperView): string {
  if (keeping === 'unreachable') return t('conversations.during.unreachable')
  if (keeping === 'refused') {
    return t('conversations.during.refused', { why: refusalInWords(error) })
  }
  if (keeping === 'kept') return t('conversations.during.kept')
  return recovered ? t('conversations.during.recovered') : t('conversations.during.keeping')
}
