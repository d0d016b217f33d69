import { getRouteApi } from '@tanstack/react-router'
import { type ReactNode, useState } from 'react'
import { useAnswer } from '../shell/answers.ts'
import { refusalInWords } from '../shell/deeds.ts'
import { KeptHere } from '../shell/KeptHere.tsx'
import { Page } from '../shell/Page.tsx'
import { client } from '../shell/server.ts'
import { useWall } from '../shell/wall.ts'
import { Button, ButtonLink } from '../ui/Button.tsx'
import { Empty } from '../ui/Empty.tsx'
import { SectionHead } from '../ui/SectionHead.tsx'
import { Type } from '../ui/Type.tsx'
import { Waiting } from '../ui/Waiting.tsx'
import type { Wall } from '../words/dates.ts'
import { capitalized, useWords } from '../words/words.ts'
import { ConversationRow } from './ConversationRow.tsx'
import { type Filter, Filters } from './Filters.tsx'
import { inTurn, isOpen } from './stage.ts'
import type { ConversationRow as Row } from './types.ts'
import styles from './Conversations.module.css'

const route = getRouteApi('/conversations')
/** More open conversations than anybody carries at once. */
const mostOpen = 200

/** What is open, with its next step in words, then what is kept. */
export function ConversationsPage(): ReactNode {
  const t = useWords()
  const wall = useWall()
  const search = route.useSearch()
  const navigate = route.useNavigate()
  const { open: onlyOpen, ...filter } = search
  const open = useAnswer(client.conversations.list, { ...filter, open: true, limit: mostOpen })
  const rows = inTurn(open.data?.conversations.filter(isOpen) ?? [])
  const change = (next: Filter): void => void navigate({ search: next, replace: true })
  if (open.error && !open.data) throw open.error

  return (
    <Page title={t('conversations.list.title')}>
      <header className={styles.head}>
        <div>
          <Type look="h1" onPhone="unseen">
            {t('conversations.list.title')}
          </Type>
          {open.data ? <Type look="lead">{sizeOf(rows.length)}</Type> : null}
        </div>
        <div className={styles.begin}>
          <ButtonLink to="/asking" look="quiet">
            {t('conversations.list.whom')}
          </ButtonLink>
          <ButtonLink to="/conversations/new" look="filled" className={styles.plan}>
            {t('conversations.list.plan')}
          </ButtonLink>
        </div>
      </header>
      <KeptHere />
      <Filters filter={search} onChange={change} />
      {open.data ? <OpenOnes rows={rows} wall={wall} /> : <Waiting />}
      {open.data && !onlyOpen ? (
        <KeptOnes
          // Another filter begins with its first page.
          key={JSON.stringify(filter)}
          filter={filter}
          wall={wall}
          open={new Set(rows.map(({ id }) => id))}
          isFiltered={Object.values(search).some(Boolean)}
          onShowAll={() => change({})}
        />
      ) : null}
      {open.data && onlyOpen && rows.length === 0 ? (
        <Nothing isFiltered onShowAll={() => change({})} />
      ) : null}
    </Page>
  )

  function sizeOf(count: number): string {
    return count === 0
      ? t('conversations.list.size.rest')
      : capitalized(t('conversations.list.size.open', { count }), wall.locale)
  }
}

function OpenOnes({ rows, wall }: { rows: readonly Row[]; wall: Wall }): ReactNode {
  const t = useWords()
  if (rows.length === 0) return null
  return (
    <section className={styles.part}>
      <SectionHead title={t('conversations.list.open')} aside={t('conversations.list.openAside')} />
      <ul className={styles.rows}>
        {rows.map((row) => (
          <ConversationRow key={row.id} conversation={row} wall={wall} />
        ))}
      </ul>
    </section>
  )
}

interface KeptProps {
  readonly filter: Omit<Filter, 'open'>
  readonly wall: Wall
  /** Those that stand above already. */
  readonly open: ReadonlySet<string>
  readonly isFiltered: boolean
  readonly onShowAll: () => void
}

/** The others, the latest first, a page at a time. */
function KeptOnes({ filter, wall, open, isFiltered, onShowAll }: KeptProps): ReactNode {
  const t = useWords()
  const [pages, setPages] = useState<readonly (string | undefined)[]>([undefined])
  const first = useAnswer(client.conversations.list, filter)
  const kept = first.data?.conversations.filter(({ id }) => !open.has(id)) ?? []
  if (!first.data) return null
  if (first.data.conversations.length === 0) {
    return <Nothing isFiltered={isFiltered} onShowAll={onShowAll} />
  }
  if (kept.length === 0 && first.data.next === null) return null
  return (
    <section className={styles.part}>
      <SectionHead title={t('conversations.list.kept')} />
      <ul className={styles.rows}>
        {pages.map((after, at) => (
          <KeptPage
            key={after ?? ''}
            filter={filter}
            after={after}
            wall={wall}
            open={open}
            onMore={at === pages.length - 1 ? (next) => setPages([...pages, next]) : null}
          />
        ))}
      </ul>
    </section>
  )
}

interface KeptPageProps {
  readonly filter: Omit<Filter, 'open'>
  readonly after: string | undefined
  readonly wall: Wall
  readonly open: ReadonlySet<string>
  readonly onMore: ((after: string) => void) | null
}

function KeptPage({ filter, after, wall, open, onMore }: KeptPageProps): ReactNode {
  const t = useWords()
  const page = useAnswer(client.conversations.list, {
    ...filter,
    ...(after === undefined ? {} : { after }),
  })
  const next = page.data?.next ?? null
  return (
    <>
      {page.data?.conversations
        .filter(({ id }) => !open.has(id))
        .map((row) => (
          <ConversationRow key={row.id} conversation={row} wall={wall} />
        ))}
      {page.error && !page.data ? (
        <li role="alert" className={styles.more}>
          {refusalInWords(page.error)}
        </li>
      ) : null}
      {onMore && next !== null ? (
        <li className={styles.more}>
          <Button onClick={() => onMore(next)}>{t('conversations.list.earlier')}</Button>
        </li>
      ) : null}
    </>
  )
}

function Nothing({
  isFiltered,
  onShowAll,
}: {
  isFiltered: boolean
  onShowAll: () => void
}): ReactNode {
  const t = useWords()
  if (!isFiltered) return <Empty sentence={t('conversations.list.empty')} />
  return (
    <Empty sentence={t('conversations.list.emptyHere')}>
      <Button onClick={onShowAll}>{t('conversations.list.showAll')}</Button>
    </Empty>
  )
}
