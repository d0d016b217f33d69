import { Gift, PenLine } from 'lucide-react'
import type { ReactNode } from 'react'
import { useAnswer } from '../shell/answers.ts'
import { client } from '../shell/server.ts'
import { ButtonLink } from '../ui/Button.tsx'
import { Card } from '../ui/Card.tsx'
import { PersonName } from '../ui/PersonName.tsx'
import { Plate } from '../ui/Plate.tsx'
import { Type } from '../ui/Type.tsx'
import { Waiting } from '../ui/Waiting.tsx'
import type { Wall } from '../words/dates.ts'
import { whyInWords } from '../words/why.ts'
import { useWords } from '../words/words.ts'
import type { Item } from './day.ts'
import { linkOf, questionsToHold } from './place.ts'
import styles from './PlaceCard.module.css'

interface PlaceCardProps {
  readonly item: Item
  readonly wall: Wall
  /** Only the first of a day has the filled button and the stripe. */
  readonly first: boolean
}

type Brief = Awaited<ReturnType<typeof client.conversations.brief>>

/** Today's place at the table: who, what links you, what you want to learn, something for them. */
export function PlaceCard({ item, wall, first }: PlaceCardProps): ReactNode {
  const t = useWords()
  const conversation = item.conversation ?? ''
  const answer = useAnswer(client.conversations.brief, { id: conversation })
  const brief = answer.data
  const name = item.who ?? ''
  return (
    <Card
      as="article"
      striped={first}
      className={styles.place}
      aria-label={t('today.place.label', { name })}
    >
      <Head item={item} brief={brief} />
      {brief ? (
        <Body brief={brief} />
      ) : (
        <Telling sentence={whyInWords(t, item, item.who, wall)} asked={answer.isPending} />
      )}
      <div className={styles.acts}>
        <ButtonLink
          to="/conversations/$id/during"
          params={{ id: conversation }}
          look={first ? 'filled' : 'outline'}
          icon={<PenLine aria-hidden />}
        >
          {t('today.place.start')}
        </ButtonLink>
        <ButtonLink to="/conversations/$id/before" params={{ id: conversation }}>
          {t('today.place.brief')}
        </ButtonLink>
        {item.code === 'today-confirmed' ? (
          <Type look="quiet">{t('today.place.confirmed')}</Type>
        ) : null}
      </div>
    </Card>
  )
}

/** While the brief is on its way, or when it does not come, the sentence of the day stands in its place. */
function Telling({ sentence, asked }: { sentence: string; asked: boolean }): ReactNode {
  return asked ? <Waiting lines={3} /> : <p className={styles.link}>{sentence}</p>
}

function Head({ item, brief }: { item: Item; brief: Brief | undefined }): ReactNode {
  const others = brief?.who.slice(1) ?? []
  return (
    <div className={styles.head}>
      <Plate name={item.who ?? ''} size={52} rim="broken" />
      <div className={styles.who}>
        <Type look="h2">
          {item.person === null ? item.who : <PersonName id={item.person} name={item.who ?? ''} />}
          {others.map(({ id, name }) => (
            <span key={id}>, {name}</span>
          ))}
        </Type>
        <Type look="second">{brief?.who[0]?.line}</Type>
      </div>
      <When item={item} medium={brief?.medium ?? null} />
    </div>
  )
}

function When({ item, medium }: { item: Item; medium: Brief['medium'] }): ReactNode {
  const t = useWords()
  const { clock } = item.values
  const minutes = t('today.place.minutes', { count: Number(item.values['minutes'] ?? 0) })
  const how = medium === null ? null : t(`today.place.medium.${medium}`)
  return (
    <div className={styles.time}>
      <Type look="h2" as="span" figures>
        {clock === undefined ? t('today.place.sometime') : String(clock)}
      </Type>
      <Type look="quiet" together>
        {how === null ? minutes : t('today.place.how', { minutes, medium: how })}
      </Type>
    </div>
  )
}

function Body({ brief }: { brief: Brief }): ReactNode {
  const t = useWords()
  const link = linkOf(brief)
  const questions = questionsToHold(brief)
  return (
    <>
      {link === '' ? null : <p className={styles.link}>{link}</p>}
      {questions.length === 0 ? null : (
        <>
          <Type look="h4" as="h3">
            {t('today.place.learn')}
          </Type>
          <ol className={styles.questions}>
            {questions.map(({ id, text }) => (
              <li key={id}>{text}</li>
            ))}
          </ol>
        </>
      )}
      {brief.gift ? (
        <p className={styles.gift}>
          <Gift aria-hidden />
          {t('today.place.gift', { gift: brief.gift })}
        </p>
      ) : null}
    </>
  )
}
