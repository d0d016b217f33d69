import { type ReactNode, useEffect, useRef, useSyncExternalStore } from 'react'
import { refusalInWords, takeBack } from '../shell/deeds.ts'
import { Page } from '../shell/Page.tsx'
import { isUnreachable } from '../shell/refusal.ts'
import { ActLink, Button, ButtonLink } from '../ui/Button.tsx'
import { Type } from '../ui/Type.tsx'
import { useWords } from '../words/words.ts'
import {
  type Asking,
  beginAgain,
  type Bringing,
  bringIn,
  bringingNow,
  explain,
  follow,
  look,
  onBringing,
  stop,
  takeUp,
} from './bringing.ts'
import { ChooseFolder } from './ChooseFolder.tsx'
import { tellsOfContact } from './columns.ts'
import { countsOf, isNews } from './counts.ts'
import { DropFiles } from './DropFiles.tsx'
import { ExplainTables } from './ExplainTables.tsx'
import { FileLines } from './FileLines.tsx'
import { FilesReport } from './FilesReport.tsx'
import { Measure } from './Measure.tsx'
import { TwiceAfter } from './TwiceAfter.tsx'
import styles from './BringPage.module.css'

/** Contacts files come in: what would happen, then it happens, then what happened. */
export function BringPage(): ReactNode {
  const t = useWords()
  const bringing = useSyncExternalStore(onBringing, bringingNow)
  useEffect(() => void takeUp(), [])
  return (
    <Page title={t('contacts.title')} back="/people" dock="none">
      <div className={styles.page}>
        <Stage bringing={bringing} />
      </div>
    </Page>
  )
}

function Stage({ bringing }: { bringing: Bringing }): ReactNode {
  switch (bringing.is) {
    case 'choosing':
      return <Choosing {...bringing} />
    case 'explaining':
      return <Explaining {...bringing} />
    case 'asking':
      return <BeforeIt {...bringing} />
    case 'stopped':
      return <Stopped {...bringing} />
    case 'brought':
      return <Brought {...bringing} />
    case 'looking':
    case 'bringing':
    default:
      return <Working {...bringing} />
  }
}

/** The heading of a stage: one begins to read there, wherever on the page before one pressed. */
function Title({ children }: { children: string }): ReactNode {
  const place = useRef<HTMLDivElement>(null)
  useEffect(() => {
    place.current?.focus({ preventScroll: true })
    window.scrollTo({ top: 0 })
  }, [])
  return (
    <div ref={place} tabIndex={-1} className={styles.title}>
      <Type look="h1">{children}</Type>
    </div>
  )
}

function Choosing({ trouble }: Extract<Bringing, { is: 'choosing' }>): ReactNode {
  const t = useWords()
  return (
    <>
      <Title>{t('contacts.title')}</Title>
      <Type look="lead">{t('contacts.lead')}</Type>
      {trouble === null ? null : (
        <p role="alert" className={styles.trouble}>
          {refusalInWords(trouble)}
        </p>
      )}
      <div className={styles.drop}>
        <DropFiles onFiles={(files) => void look(files)} />
        <Type look="quiet" as="p" className={styles.kinds}>
          {t('contacts.drop.kinds')} <ChooseFolder onFiles={(files) => void look(files)} />
        </Type>
        <Type look="quiet" as="p" className={styles.kinds}>
          <ActLink to="/bring-in/before">{t('contacts.imports.title')}</ActLink>
        </Type>
      </div>
    </>
  )
}

function Working(props: Extract<Bringing, { is: 'looking' | 'bringing' }>): ReactNode {
  const t = useWords()
  const { chosen, progress } = props
  return (
    <>
      <Title>{t(`contacts.${props.is}.title`)}</Title>
      <Type look="lead">{t(`contacts.${props.is}.words`)}</Type>
      <Measure progress={progress} reads />
      {chosen === null ? null : <FileLines chosen={chosen} progress={progress} />}
      <div className={styles.acts}>
        <Button onClick={stop}>{t('contacts.bringing.stop')}</Button>
      </div>
    </>
  )
}

function Explaining({ chosen, trouble }: Extract<Bringing, { is: 'explaining' }>): ReactNode {
  const t = useWords()
  const hasTables = chosen.said.size > 0
  return (
    <>
      <Title>{t(hasTables ? 'contacts.explain.title' : 'contacts.contact.page')}</Title>
      <Type look="lead">{t(hasTables ? 'contacts.explain.lead' : 'contacts.contact.lead')}</Type>
      <ExplainTables chosen={chosen} trouble={trouble} />
    </>
  )
}

function BeforeIt(asking: Asking): ReactNode {
  const { chosen, report, trouble } = asking
  const t = useWords()
  const counts = countsOf(report.files)
  const hasNews = isNews(counts)
  return (
    <>
      <Title>{t('contacts.asking.title')}</Title>
      <Type look="lead">{t(hasNews ? 'contacts.asking.lead' : 'contacts.asking.same')}</Type>
      <FilesReport report={report} />
      {trouble === null ? null : (
        <p role="alert" className={styles.trouble}>
          {refusalInWords(trouble)} {t('contacts.asking.still')}
        </p>
      )}
      <div className={styles.acts}>
        {hasNews ? (
          <Button look="filled" onClick={() => void bringIn(asking)}>
            {counts.created > 0
              ? t('contacts.asking.bring', { count: counts.created })
              : t('contacts.asking.bringChanges')}
          </Button>
        ) : null}
        <Button onClick={beginAgain}>
          {t(hasNews ? 'contacts.asking.leave' : 'contacts.asking.other')}
        </Button>
        {chosen.looked.some((one) => one.columns.length > 0 || tellsOfContact(one)) ? (
          <Button look="quiet" onClick={() => explain(chosen)}>
            {t('contacts.asking.explain')}
          </Button>
        ) : null}
      </div>
    </>
  )
}

function Stopped({ job, trouble }: Extract<Bringing, { is: 'stopped' }>): ReactNode {
  const t = useWords()
  const how = isUnreachable(trouble) ? 'away' : trouble === null ? 'title' : 'troubled'
  return (
    <>
      <Title>{t(`contacts.stopped.${how}`)}</Title>
      <Type look="lead">
        {how === 'troubled'
          ? refusalInWords(trouble)
          : t(how === 'away' ? 'contacts.stopped.goesOn' : 'contacts.stopped.lead')}
      </Type>
      <div className={styles.acts}>
        {job !== null && isUnreachable(trouble) ? (
          <Button look="filled" onClick={() => void follow(job)}>
            {t('contacts.stopped.look')}
          </Button>
        ) : (
          <Button look="filled" onClick={beginAgain}>
            {t('contacts.stopped.again')}
          </Button>
        )}
        <UndoAll job={job} />
      </div>
    </>
  )
}

function Brought({ job, report }: Extract<Bringing, { is: 'brought' }>): ReactNode {
  const t = useWords()
  const counts = countsOf(report.files)
  const hasNews = isNews(counts)
  return (
    <>
      <Title>{t(hasNews ? 'contacts.brought.title' : 'contacts.brought.titleNobody')}</Title>
      <Type look="lead">{t('contacts.brought.lead')}</Type>
      <FilesReport report={report} />
      <div className={styles.acts}>
        <ButtonLink to="/people" look="filled" onClick={beginAgain}>
          {t('contacts.brought.people')}
        </ButtonLink>
        {hasNews ? <TwiceAfter /> : null}
        {hasNews ? <UndoAll job={job} /> : null}
        <Button look="quiet" onClick={beginAgain}>
          {t('contacts.brought.more')}
        </Button>
        <ActLink to="/bring-in/before">{t('contacts.imports.title')}</ActLink>
      </div>
    </>
  )
}

function UndoAll({ job }: { job: string | null }): ReactNode {
  const t = useWords()
  if (job === null) return null
  return <Button onClick={() => void undoAll(job)}>{t('contacts.brought.undo')}</Button>
}

async function undoAll(job: string): Promise<void> {
  if (await takeBack(job)) beginAgain()
}
