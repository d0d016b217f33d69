import { Link } from '@tanstack/react-router'
import { type ReactNode, useState } from 'react'
import { readPlaceLine } from '../../notebook/places/place.ts'
import { useAnswer } from '../shell/answers.ts'
import { carryOut } from '../shell/deeds.ts'
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
  const answer = useAnswer(client.places.list, {})
  if (answer.error && !answer.data) throw answer.error
  const places = answer.data?.places
  return (
    <Page title={t('places.title')}>
      <header className={styles.head}>
        <Type look="h1" onPhone="unseen">
          {t('places.title')}
        </Type>
        <Type look="lead">{t('places.lead')}</Type>
      </header>
      <AddLine />
      {places ? null : <Waiting />}
      {places?.length === 0 ? <Empty sentence={t('places.empty')} /> : null}
      <ul className={styles.places}>
        {places?.map((place) => (
          <PlaceItem key={place.id} place={place} />
        ))}
      </ul>
    </Page>
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
