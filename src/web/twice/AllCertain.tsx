import { type ReactNode, useEffect, useState } from 'react'
import { Measure } from '../contacts/Measure.tsx'
import { readAnew } from '../shell/answers.ts'
import type { JobOutput } from '../shell/client.ts'
import { refusalInWords, sayDone } from '../shell/deeds.ts'
import type { Progress } from '../shell/jobs.ts'
import { startJob } from '../shell/server.ts'
import { Button } from '../ui/Button.tsx'
import { Panel } from '../ui/Panel.tsx'
import { Type } from '../ui/Type.tsx'
import { Waiting } from '../ui/Waiting.tsx'
import { capitalized, useWords, type Words } from '../words/words.ts'
import styles from './Queue.module.css'

type Merged = JobOutput<'contacts.merge-certain'>

interface AllCertainProps {
  readonly count: number
  /** Resolves once every answer that was given is written: only then it is known who is left. */
  readonly ready: () => Promise<void>
}

/** All who are beyond doubt at once: first who that would be, then it is done, and can be taken back. */
export function AllCertain({ count, ready }: AllCertainProps): ReactNode {
  const t = useWords()
  const [opened, setOpened] = useState(false)
  if (count === 0) return null
  return (
    <>
      <Button size="small" className={styles.certain} onClick={() => setOpened(true)}>
        {t('twice.all.open', { count })}
      </Button>
      {opened ? <CertainPanel ready={ready} onClose={() => setOpened(false)} /> : null}
    </>
  )
}

interface CertainPanelProps {
  readonly ready: () => Promise<void>
  readonly onClose: () => void
}

function CertainPanel({ ready, onClose }: CertainPanelProps): ReactNode {
  const t = useWords()
  const [would, setWould] = useState<Merged | null>(null)
  const [progress, setProgress] = useState<Progress | null>(null)
  const [busy, setBusy] = useState(false)
  const [trouble, setTrouble] = useState<unknown>(null)

  useEffect(() => {
    const leaving = new AbortController()
    const asked = ready().then(() =>
      startJob('contacts.merge-certain', { dryRun: true }, { signal: leaving.signal }),
    )
    asked.then(
      (answer) => leaving.signal.aborted || setWould(answer),
      (error: unknown) => leaving.signal.aborted || setTrouble(error),
    )
    return () => leaving.abort()
  }, [ready])

  async function merge(): Promise<void> {
    setBusy(true)
    let job: string | null = null
    try {
      const merged = await startJob(
        'contacts.merge-certain',
        {},
        { onProgress: setProgress, onBegun: (begun) => (job = begun) },
      )
      sayDone(mergedInWords(t, merged), job)
      onClose()
    } catch (error) {
      setTrouble(error)
    } finally {
      setBusy(false)
      await readAnew()
    }
  }

  return (
    <Panel opened onClose={onClose} title={t('twice.all.title')}>
      {trouble === null ? null : (
        <p role="alert" className={styles.trouble}>
          {refusalInWords(trouble)}
        </p>
      )}
      {would === null ? (
        trouble === null ? (
          <Waiting lines={5} />
        ) : null
      ) : (
        <>
          <Type look="read">{wouldInWords(t, would)}</Type>
          {busy ? <Measure progress={progress} /> : null}
          <div className={styles.acts}>
            <Button look="filled" disabled={busy} onClick={() => void merge()}>
              {t('twice.all.verb')}
            </Button>
            <Button look="quiet" onClick={onClose}>
              {t('dialog.cancel')}
            </Button>
          </div>
          <ul className={styles.groups} aria-label={t('twice.all.who')}>
            {would.groups.slice(0, most).map(({ id, name, people }) => (
              <li key={id}>
                <Type look="name">{name || t('people.person.noName')}</Type>
                <Type look="quiet">{t('twice.all.from', { count: people.length })}</Type>
              </li>
            ))}
            {would.groups.length > most ? (
              <li>{t('twice.all.more', { count: would.groups.length - most })}</li>
            ) : null}
          </ul>
        </>
      )}
    </Panel>
  )
}

/** How many are named; nobody reads a list of thousands. */
const most = 200

function wouldInWords(t: Words, { merged, into, left }: Merged): string {
  return [
    capitalized(t('twice.all.records', { count: merged })),
    t('twice.all.would', { count: into }),
    left > 0 ? capitalized(t('twice.all.left', { count: left })) : null,
    t('twice.all.safe'),
  ]
    .filter((part) => part !== null)
    .join(' ')
}

function mergedInWords(t: Words, { merged, into }: Merged): string {
  return `${capitalized(t('twice.all.records', { count: merged }))} ${t('twice.all.are', { count: into })}`
}
