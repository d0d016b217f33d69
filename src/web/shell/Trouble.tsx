import { useQueryErrorResetBoundary } from '@tanstack/react-query'
import { type ErrorComponentProps, useRouter } from '@tanstack/react-router'
import { type ReactNode, useEffect } from 'react'
import { Button, ButtonLink } from '../ui/Button.tsx'
import { Type } from '../ui/Type.tsx'
import { useWords } from '../words/words.ts'
import { readAnew } from './answers.ts'
import { BrandMark } from './Brand.tsx'
import { noteConnection, useConnection } from './connection.ts'
import { isPartMissing } from './missing-parts.ts'
import { Refusal, sentenceOf } from './refusal.ts'
import styles from './Trouble.module.css'

/** What went wrong, what is safe, what to do. */
function Trouble({ title, children }: { title: string; children: ReactNode }): ReactNode {
  const t = useWords()
  return (
    <main id="main" tabIndex={-1} className={styles.trouble}>
      <title>{t('app.title', { page: title })}</title>
      <BrandMark className={styles.mark} />
      <Type look="h1">{title}</Type>
      {children}
    </main>
  )
}

/** A page that fell over; the others stand. */
export function BrokenPage({ error, reset }: ErrorComponentProps): ReactNode {
  const t = useWords()
  const router = useRouter()
  const boundary = useQueryErrorResetBoundary()
  const refusal = error instanceof Refusal ? error : null
  return (
    <Trouble title={refusal?.message ?? t('trouble.title')}>
      <Type look="lead" className={styles.words}>
        {refusal?.mend ?? refusal?.safe ?? t('trouble.safe')}
      </Type>
      {refusal ? null : <code className={styles.code}>{sentenceOf(error)}</code>}
      <div className={styles.acts}>
        <Button
          look="filled"
          onClick={() => {
            if (isPartMissing(error)) return location.reload()
            boundary.reset()
            reset()
            void router.invalidate()
          }}
        >
          {t('trouble.again')}
        </Button>
        <ButtonLink to="/" look="outline">
          {t('trouble.toToday')}
        </ButtonLink>
      </div>
    </Trouble>
  )
}

export function NoSuchPage(): ReactNode {
  const t = useWords()
  return (
    <Trouble title={t('trouble.nowhere')}>
      <Type look="lead" className={styles.words}>
        {t('trouble.nowhereWhy')}
      </Type>
      <div className={styles.acts}>
        <ButtonLink to="/" look="filled">
          {t('trouble.toToday')}
        </ButtonLink>
      </div>
    </Trouble>
  )
}

/** The server knows this browser not: nothing of the notebook is shown. */
export function NotSignedIn(): ReactNode {
  const t = useWords()
  const example = `${location.origin}/?token=…`
  return (
    <Trouble title={t('trouble.notSignedIn')}>
      <Type look="lead" className={styles.words}>
        {t('trouble.notSignedInWhy')}
      </Type>
      <Type look="read" className={styles.words}>
        {t('trouble.notSignedInHow')}
      </Type>
      <code className={styles.code}>{example}</code>
      <Type look="second" className={styles.words}>
        {t('trouble.notSignedInAgain')}
      </Type>
    </Trouble>
  )
}

/** Milliseconds between two looks whether the server is back. */
const pace = 4000

/** A quiet strip while nobody answers; when somebody does again, the page is read anew. */
export function ConnectionStrip(): ReactNode {
  const t = useWords()
  const isAway = useConnection() === 'unreachable'
  useEffect(() => {
    if (!isAway) return undefined
    const timer = setInterval(() => void lookForServer(), pace)
    return () => clearInterval(timer)
  }, [isAway])
  if (!isAway) return null
  return (
    <p role="status" className={styles.strip}>
      {t('trouble.unreachable')}
    </p>
  )
}

async function lookForServer(): Promise<void> {
  try {
    if (!(await fetch('/api/health')).ok) return
  } catch {
    return
  }
  noteConnection('reached')
  await readAnew()
}
