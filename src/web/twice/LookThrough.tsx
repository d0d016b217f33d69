import { type ReactNode, useState } from 'react'
import { Measure } from '../contacts/Measure.tsx'
import { readAnew } from '../shell/answers.ts'
import { sayRefused } from '../shell/deeds.ts'
import type { Progress } from '../shell/jobs.ts'
import { Refusal } from '../shell/refusal.ts'
import { client, startJob } from '../shell/server.ts'
import { useWall } from '../shell/wall.ts'
import { Button } from '../ui/Button.tsx'
import { announce } from '../ui/LiveRegion.tsx'
import { Type } from '../ui/Type.tsx'
import { dayAndClock, whenInWords } from '../words/dates.ts'
import { capitalized, useWords } from '../words/words.ts'
import type { Review } from './asked.ts'
import { useLookUnderWay } from './use-look-under-way.ts'
import styles from './Queue.module.css'

interface LookThroughProps {
  readonly counts: Review['counts']
  /** It is what one came for: the page has no other filled button then. */
  readonly first: boolean
}

/** Looks through everybody for people who are there twice; one may go on meanwhile, and stop it. */
export function LookThrough({ counts, first }: LookThroughProps): ReactNode {
  const t = useWords()
  const wall = useWall()
  const [working, setWorking] = useState<AbortController | null>(null)
  const [progress, setProgress] = useState<Progress | null>(null)

  async function look(): Promise<void> {
    const stopping = new AbortController()
    setWorking(stopping)
    try {
      // The page asks for the pairs itself, with all that tells.
      const watch = { onProgress: setProgress, signal: stopping.signal }
      const { pairs, more } = await startJob('contacts.duplicates', { limit: 1 }, watch)
      announce(capitalized(t('twice.left', { count: pairs.length + more })))
    } catch (error) {
      if (!(error instanceof Refusal && error.code === 'job.cancelled')) sayRefused(error)
    } finally {
      setWorking(null)
      setProgress(null)
      await readAnew()
    }
  }

  const underWay = useLookUnderWay()
  if (working || underWay) {
    const stop = () => (working ? working.abort() : void stopWork(underWay?.id ?? ''))
    return (
      <div className={styles.looking} role="status">
        <Type look="second">{t('twice.look.words')}</Type>
        <Measure progress={working ? progress : underWay} />
        <Button size="small" onClick={stop}>
          {t('twice.look.stop')}
        </Button>
      </div>
    )
  }
  const { looked, peopleSince } = counts
  const when = looked === null ? null : dayAndClock(looked, wall.zone)
  return (
    <div className={styles.looking}>
      {when === null ? null : (
        <Type look="quiet" as="p">
          {t('twice.look.last', { when: whenInWords(t, when.day, when.clock, wall) })}
          {peopleSince === 0
            ? null
            : ` ${capitalized(t('twice.look.since', { count: peopleSince }))}`}
        </Type>
      )}
      <Button {...(first ? { look: 'filled' as const } : {})} onClick={() => void look()}>
        {t(looked === null ? 'twice.look.first' : 'twice.look.again')}
      </Button>
    </div>
  )
}

async function stopWork(id: string): Promise<void> {
  try {
    await client.jobs.cancel({ id })
  } catch (error) {
    sayRefused(error)
  }
}
