import { getRouteApi, useNavigate } from '@tanstack/react-router'
import { MapPinOff, UsersRound } from 'lucide-react'
import type { ReactNode } from 'react'
import { ConversationRow } from '../conversations/ConversationRow.tsx'
import { useAnswer } from '../shell/answers.ts'
import { carryOut } from '../shell/deeds.ts'
import { Page } from '../shell/Page.tsx'
import { client } from '../shell/server.ts'
import { useWall } from '../shell/wall.ts'
import { MoreMenu } from '../ui/MoreMenu.tsx'
import { SectionHead } from '../ui/SectionHead.tsx'
import { Type } from '../ui/Type.tsx'
import { Waiting } from '../ui/Waiting.tsx'
import { useWords } from '../words/words.ts'
import { HeardThere } from './HeardThere.tsx'
import { knownInWords } from './place-words.ts'
import { PlaceWish } from './PlaceWish.tsx'
import type { PlaceShown } from './types.ts'
import { WhoIsThere } from './WhoIsThere.tsx'
import styles from './Places.module.css'

const route = getRouteApi('/places/$id')

/** One place: how much it is wanted, whom one knows there, what is open and what was heard. */
export function PlacePage(): ReactNode {
  const t = useWords()
  const { id } = route.useParams()
  const answer = useAnswer(client.places.show, { which: id })
  if (answer.error && !answer.data) throw answer.error
  if (answer.data) return <PlaceOpen key={answer.data.id} place={answer.data} />
  return (
    <Page title={t('place.place')} back="/places">
      <Waiting />
    </Page>
  )
}

function PlaceOpen({ place }: { place: PlaceShown }): ReactNode {
  const t = useWords()
  const wall = useWall()
  return (
    <Page title={place.name} barTitle={t('places.title')} back="/places">
      <header className={styles.top}>
        <div>
          <Type look="h1">{place.name}</Type>
          <Type look="lead">{knownInWords(t, place)}</Type>
        </div>
        <PlaceMenu place={place} />
      </header>
      <div className={styles.columns}>
        <div>
          <WhoIsThere people={place.people} wall={wall} />
          <section className={styles.part}>
            <SectionHead title={t('places.open.title')} />
            {place.underway.length === 0 ? (
              <Type look="second">{t('places.open.none')}</Type>
            ) : (
              <ul>
                {place.underway.map((conversation) => (
                  <ConversationRow key={conversation.id} conversation={conversation} wall={wall} />
                ))}
              </ul>
            )}
          </section>
          <HeardThere heard={place.heard} wall={wall} />
        </div>
        <PlaceWish place={place} wall={wall} />
      </div>
    </Page>
  )
}

function PlaceMenu({ place }: { place: PlaceShown }): ReactNode {
  const t = useWords()
  const navigate = useNavigate()
  const { id, name } = place

  async function leave(): Promise<void> {
    const left = await carryOut(client.places.leave, { which: id }, () =>
      t('places.left', { name }),
    )
    if (left) await navigate({ to: '/places' })
  }

  return (
    <MoreMenu
      label={t('places.menu.label', { name })}
      deeds={[
        {
          words: t('places.menu.people'),
          icon: <UsersRound aria-hidden />,
          onChoose: () => void navigate({ to: '/people', search: { organisation: id } }),
        },
        {
          words: t('places.menu.leave'),
          icon: <MapPinOff aria-hidden />,
          onChoose: () => void leave(),
        },
      ]}
    />
  )
}
