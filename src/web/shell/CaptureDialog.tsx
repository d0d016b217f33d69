import type { ReactNode } from 'react'
import { Panel } from '../ui/Panel.tsx'
import { useWords } from '../words/words.ts'
import { Capture } from './Capture.tsx'

/** `n` on a page without a capture line. */
export function CaptureDialog({
  opened,
  onClose,
}: {
  opened: boolean
  onClose: () => void
}): ReactNode {
  const t = useWords()
  return (
    <Panel opened={opened} onClose={onClose} title={t('capture.title')}>
      <Capture autoFocus onKept={onClose} />
    </Panel>
  )
}
