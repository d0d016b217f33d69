import { Link, useRouterState } from '@tanstack/react-router'
import {
  lazy,
  type ReactNode,
  Suspense,
  useEffect,
  useMemo,
  useState,
  useSyncExternalStore,
} from 'react'
import { listenToWaiting, waiting } from '../offline/device.ts'
import { type Entry, standingOf } from '../offline/entry.ts'
import { Row } from '../ui/Row.tsx'
import { SectionHead } from '../ui/SectionHead.tsx'
import { capitalized, useWords } from '../words/words.ts'
import { useConnection } from './connection.ts'
import { whatItIs } from './kept-here-words.ts'
import styles from './KeptHere.module.css'

/** Rarely needed, so brought when it is. */
const RefusedRow = lazy(async () => ({ default: (await import('./RefusedRow.tsx')).RefusedRow }))

function useWaiting(): readonly Entry[] {
  const all = useSyncExternalStore(listenToWaiting, waiting)
  return useMemo(() => all.filter((entry) => standingOf(entry) !== 'landed'), [all])
}

/** What this device keeps that the server does not have, each in its own words; nothing where there is nothing. */
export function KeptHere(): ReactNode {
  const t = useWords()
  const entries = useWaiting()
  if (entries.length === 0) return null
  return (
    <section className={styles.kept} aria-label={t('offline.list')}>
      <SectionHead title={t('offline.list')} />
      <ul>
        {entries.map((entry) =>
          entry.refused ? (
            <Suspense key={entry.key}>
              <RefusedRow entry={entry} />
            </Suspense>
          ) : (
            <Row key={entry.key} as="li" name={whatItIs(t, entry)}>
              {t('offline.waiting')}
            </Row>
          ),
        )}
      </ul>
    </section>
  )
}

/** The pages on which all of it stands. */
const listsIt: ReadonlySet<string> = new Set(['/', '/conversations'])

/** Milliseconds in which what is on its way has mostly arrived; so long a person waits for an answer. */
const aMoment = 3000

/** Whether something stays so, and is worth a line: what is only on its way is there before one has read of it. */
function useStays(isSo: boolean): boolean {
  const [stays, setStays] = useState(false)
  useEffect(() => {
    if (!isSo) return undefined
    const timer = setTimeout(() => setStays(true), aMoment)
    return () => {
      clearTimeout(timer)
      setStays(false)
    }
  }, [isSo])
  return isSo && stays
}

/** One line on every page: that something waits here, or needs its owner. */
export function KeptHereStrip(): ReactNode {
  const t = useWords()
  const path = useRouterState({ select: ({ location }) => location.pathname })
  const entries = useWaiting()
  const refused = entries.filter((entry) => entry.refused).length
  const isAway = useConnection() === 'unreachable'
  const stays = useStays(entries.length > 0)
  if (entries.length === 0 || !(stays || isAway || refused > 0)) return null
  const words =
    refused > 0
      ? t('offline.attention', { count: refused })
      : t('offline.title', { count: entries.length })
  return (
    <p role="status" className={styles.strip}>
      {capitalized(words)}
      {listsIt.has(path) ? null : (
        <Link to="/">{t('offline.look', { count: entries.length })}</Link>
      )}
    </p>
  )
}
