import { memo, type ReactNode, useMemo, useState } from 'react'
import { carryOut } from '../shell/deeds.ts'
import { client } from '../shell/server.ts'
import { Button } from '../ui/Button.tsx'
import { useWords } from '../words/words.ts'
import { pairsIn } from './both-kept.ts'
import type { Note } from './types.ts'
import styles from './BothKept.module.css'

interface BothKeptProps {
  readonly note: Note
  /** Sends what waits on this screen; true when the server has everything. */
  readonly flush: () => Promise<boolean>
}

type Keep = 'yours' | 'theirs' | 'both'

/** Lines that two devices changed at once, side by side, until one of them is chosen or both are. */
export const BothKept = memo(function Both({ note, flush }: BothKeptProps): ReactNode {
  const t = useWords()
  const [isBusy, setBusy] = useState(false)
  const { lines } = note
  const pairs = useMemo(() => pairsIn(lines), [lines])
  if (pairs.length === 0) return null

  async function choose(line: string, keep: Keep): Promise<void> {
    setBusy(true)
    if (await flush()) {
      await carryOut(client.notes.choose, { line, keep }, () =>
        t(
          keep === 'both'
            ? 'conversations.during.both.keptBoth'
            : 'conversations.during.both.keptOne',
        ),
      )
    }
    setBusy(false)
  }

  return (
    <section
      className={styles.both}
      aria-label={t('conversations.during.both.title', { count: pairs.length })}
    >
      <p className={styles.title}>
        {t('conversations.during.both.title', { count: pairs.length })}
      </p>
      <p className={styles.why}>{t('conversations.during.both.why')}</p>
      {pairs.map(({ yours, theirs }) => (
        <div key={yours.id} className={styles.pair} role="group">
          <Side
            line={theirs.text}
            keep="theirs"
            disabled={isBusy}
            onKeep={() => void choose(yours.id, 'theirs')}
          />
          <Side
            line={yours.text}
            keep="yours"
            disabled={isBusy}
            onKeep={() => void choose(yours.id, 'yours')}
          />
          <Button
            size="small"
            look="quiet"
            disabled={isBusy}
            onClick={() => void choose(yours.id, 'both')}
          >
            {t('conversations.during.both.both')}
          </Button>
        </div>
      ))}
    </section>
  )
})

interface SideProps {
  readonly line: string
  readonly keep: 'yours' | 'theirs'
  readonly disabled: boolean
  readonly onKeep: () => void
}

/** One of the two: the whole of it is the button that keeps it. */
function Side({ line, keep, disabled, onKeep }: SideProps): ReactNode {
  const t = useWords()
  const words = line.trim() === '' ? t('conversations.during.both.empty') : line
  return (
    <button
      type="button"
      className={styles.side}
      disabled={disabled}
      aria-label={t(`conversations.during.both.${keep}`, { line: words })}
      onClick={onKeep}
    >
      <span className={styles.from}>{t(`conversations.during.both.${keep}Short`)}</span>
      <span className={styles.words}>{words}</span>
    </button>
  )
}
