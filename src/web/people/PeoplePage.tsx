import { Outlet, useParams, useRouter } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { useAnswer } from '../shell/answers.ts'
import { Page } from '../shell/Page.tsx'
import { client } from '../shell/server.ts'
import { Type } from '../ui/Type.tsx'
import { useWords } from '../words/words.ts'
import { PeopleList } from './PeopleList.tsx'
import styles from './People.module.css'

/** Everybody, and beside them the one whose page is open; on the phone one of the two. */
export function PeoplePage(): ReactNode {
  const t = useWords()
  const router = useRouter()
  const { id } = useParams({ strict: false })
  const person = useAnswer(client.people.show, { id: id ?? '' }, { when: id !== undefined })
  const name = id === undefined ? null : (person.data?.name ?? null)
  const about = id !== undefined && name !== null ? { id, name } : null
  return (
    <Page
      title={name ?? t('place.people')}
      windowTitle={t('place.people')}
      barTitle={t('place.people')}
      bare
      dock={{ about }}
      {...(id === undefined ? {} : { back: '/people' as const })}
    >
      <div className={styles.columns} data-open={id === undefined ? undefined : ''}>
        <PeopleList
          open={id ?? null}
          onOpen={(next) => void router.navigate({ to: '/people/$id', params: { id: next } })}
        />
        <div className={styles.detail}>
          {id === undefined ? (
            <Type look="lead" className={styles.nobody}>
              {t('people.choose')}
            </Type>
          ) : (
            <Outlet />
          )}
        </div>
      </div>
    </Page>
  )
}
