import { Link } from '@tanstack/react-router'
import { type ReactNode, useState } from 'react'
import { readPlaceLine } from '../../notebook/places/place.ts'
import { useAnswer } from '../shell/answers.ts'
import { carryOut, refusalInWords } from '../shell/deeds.ts'
import { Page } from '../shell/Page.tsx'
import { client } from '../shell/server.ts'
import { Button } from '../ui/Button.tsx'
import { Empty } from '../ui/Empty.tsx'
import { TextField } from '../ui/TextField.tsx'
import { Type } from '../ui/Type.tsx'
import { Waiting } from '../ui/Waiting.tsx'
import { useWords } from '../words/words.ts'
import { knownInWords, wishInWords } from './place-words.ts'
import type { Place } from './types.ts'
import styles from './Places.module.css'

/** Where one would like to be: most wanted first, then where something moves, then where somebody is known. */
export function PlacesPage(): ReactNode {
  const t = useWords()
  const [pages, setPages] = useState<readonly (string | undefined)[]>([undefined])
  const first = useAnswer(client.places.list, {})
  if (first.error && !first.data) throw first.error
  return (
    <Page title={t('places.title')}>
      <header className={styles.head}>
        <Type look="h1" onPhone="unseen">
          {t('places.title')}
        </Type>
        <Type look="lead">{t('places.lead')}</Type>
      </header>
      <AddLine />
      {first.data ? null : <Waiting />}
      {first.data?.places.length === 0 ? <Empty sentence={t('places.empty')} /> : null}
      <ul className={styles.places}>
        {pages.map((after, at) => (
          <PlacesOfPage
            key={after ?? ''}
            after={after}
            onMore={at === pages.length - 1 ? (next) => setPages([...pages, next]) : null}
          />
        ))}
      </ul>
    </Page>
  )
}

interface PlacesOfPageProps {
  readonly after: string | undefined
  readonly onMore: ((after: string) => void) | null
}

function PlacesOfPage({ after, onMore }: PlacesOfPageProps): ReactNode {
  const t = useWords()
  const page = useAnswer(client.places.list, after === undefined ? {} : { after })
  const next = page.data?.next ?? null
  return (
    <>
      {page.data?.places.map((place) => (
        <PlaceItem key={place.id} place={place} />
      ))}
      {page.error && !page.data ? (
        <li role="alert" className={styles.more}>
          {refusalInWords(page.error)}
        </li>
      ) : null}
      {onMore && next !== null ? (
        <li className={styles.more}>
          <Button onClick={() => onMore(next)}>{t('places.further')}</Button>
        </li>
      ) : null}
    </>
  )
}

/** One line is a place. */
function AddLine(): ReactNode {
  const t = useWords()
  const [line, setLine] = useState('')
  const { name, moves } = readPlaceLine(line)

  async function add(): Promise<void> {
    if (name === '') return
    const wish = moves === '' ? { name } : { name, moving: { why: moves } }
    const added = await carryOut(client.places.add, wish, (place) =>
      t('places.added', { name: place.name }),
    )
    if (added) setLine('')
  }

  return (
    <form className={styles.add} onSubmit={(event) => (event.preventDefault(), void add())}>
      <TextField
        serif
        label={t('places.line')}
        placeholder={t('places.lineHint')}
        value={line}
        onChange={setLine}
        maxLength={400}
      />
      <Button type="submit" look="filled" disabled={name === ''}>
        {t('places.add')}
      </Button>
    </form>
  )
}

function PlaceItem({ place }: { place: Place }): ReactNode {
  const t = useWords()
  const { id, name } = place
  return (
    <li className={styles.place}>
      <Type look="h3" as="h2">
        <Link to="/places/$id" params={{ id }}>
          {name}
        </Link>
      </Type>
      <p className={styles.wish}>{wishInWords(t, place)}</p>
      <p className={styles.known}>{knownInWords(t, place)}</p>
    </li>
  )
}
