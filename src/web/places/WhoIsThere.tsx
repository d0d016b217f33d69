import { Link } from '@tanstack/react-router'
import { type ReactNode, useState } from 'react'
import { ActLink, Rest } from '../ui/Button.tsx'
import { Plate } from '../ui/Plate.tsx'
import { Row } from '../ui/Row.tsx'
import { SectionHead } from '../ui/SectionHead.tsx'
import { Type } from '../ui/Type.tsx'
import type { Wall } from '../words/dates.ts'
import { useWords } from '../words/words.ts'
import { tieInWords } from './place-words.ts'
import type { Colleague } from './types.ts'
import styles from './Places.module.css'

interface WhoIsThereProps {
  readonly people: readonly Colleague[]
  readonly wall: Wall
}

/** Of a large house the nearest are shown first. */
const few = 8

/** Whom one knows there, who is there now first, each with what ties you. */
export function WhoIsThere({ people, wall }: WhoIsThereProps): ReactNode {
  const t = useWords()
  const [isAll, setAll] = useState(false)
  return (
    <section className={styles.part}>
      <SectionHead title={t('places.people.title')} />
      {people.length === 0 ? <Type look="second">{t('places.people.nobody')}</Type> : null}
      <ul>
        {people.slice(0, isAll ? people.length : few).map((one) => (
          <Row
            key={one.id}
            as="li"
            before={<Plate name={one.name} rim={one.spokeOn === null ? 'broken' : 'solid'} />}
            name={
              <Link to="/people/$id" params={{ id: one.id }}>
                {one.name}
              </Link>
            }
            act={
              <ActLink
                to="/conversations/new"
                search={{ person: one.id }}
                aria-label={t('places.people.planLabel', { name: one.name })}
              >
                {t('places.people.plan')}
              </ActLink>
            }
          >
            {tieInWords(t, one, wall)}
          </Row>
        ))}
      </ul>
      {people.length > few ? (
        <Rest aria-expanded={isAll} onClick={() => setAll(!isAll)}>
          {t(isAll ? 'places.people.few' : 'places.people.all', { count: people.length })}
        </Rest>
      ) : null}
    </section>
  )
}
