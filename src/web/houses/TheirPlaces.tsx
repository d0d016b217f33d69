import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { rolesNow } from '../../notebook/people/person.ts'
import { useAnswer } from '../shell/answers.ts'
import { carryOut } from '../shell/deeds.ts'
import { client } from '../shell/server.ts'
import { Act } from '../ui/Button.tsx'
import { Type } from '../ui/Type.tsx'
import { useWords } from '../words/words.ts'
import styles from './TheirPlaces.module.css'

/** The houses where somebody is now: one of your places, or one press away from it. */
export function TheirPlaces({ person }: { person: string }): ReactNode {
  const t = useWords()
  const shown = useAnswer(client.people.show, { id: person })
  const places = useAnswer(client.places.list, { person })
  if (!shown.data || !places.data) return null
  const wished = new Map(
    places.data.places.flatMap(({ id, houses: own }) => own.map((one) => [one, id] as const)),
  )
  const houses = new Map(
    rolesNow(shown.data).flatMap(({ organisation, organisationId }) =>
      organisation && organisationId ? [[organisationId, organisation] as const] : [],
    ),
  )
  if (houses.size === 0) return null
  return (
    <section className={styles.theirs}>
      <Type look="h4" as="h3">
        {t('places.theirs.title')}
      </Type>
      <ul>
        {[...houses].map(([id, name]) => (
          <House key={id} id={id} name={name} place={wished.get(id) ?? null} />
        ))}
      </ul>
    </section>
  )
}

interface HouseProps {
  readonly id: string
  readonly name: string
  /** The place that this house is; null where it is none. */
  readonly place: string | null
}

function House({ id, name, place }: HouseProps): ReactNode {
  const t = useWords()
  if (place !== null) {
    return (
      <li>
        <Link to="/places/$id" params={{ id: place }}>
          {t('places.theirs.one', { name })}
        </Link>
      </li>
    )
  }
  return (
    <li>
      {name}{' '}
      <Act
        aria-label={t('places.theirs.addLabel', { name })}
        onClick={() =>
          void carryOut(client.places.add, { name: id }, (added) =>
            t('places.added', { name: added.name }),
          )
        }
      >
        {t('places.theirs.add')}
      </Act>
    </li>
  )
}
