import { type ReactNode, useState } from 'react'
import { Act } from '../ui/Button.tsx'
import { Type } from '../ui/Type.tsx'
import type { Wall } from '../words/dates.ts'
import { useWords } from '../words/words.ts'
import { OpenThings } from './OpenThings.tsx'
import type { Person } from './shapes.ts'
import { TakeApart } from './TakeApart.tsx'
import styles from './Person.module.css'

interface KeptFromProps {
  readonly person: Person
  readonly name: string
  readonly wall: Wall
}

/** Somebody who was several records: that is said, and they can be taken apart at any time. */
export function KeptFrom({ person, name, wall }: KeptFromProps): ReactNode {
  const t = useWords()
  const [opened, setOpened] = useState(false)
  const count = person.records?.length ?? 0
  if (count < 2) return <OpenThings id={person.id} wall={wall} />
  return (
    <>
      <Type look="quiet" as="p" className={styles.kept}>
        {t('people.apart.kept', { count })}{' '}
        <Act onClick={() => setOpened(true)}>{t('people.apart.takeApart')}</Act>
      </Type>
      {opened ? (
        <TakeApart person={person} name={name} wall={wall} onClose={() => setOpened(false)} />
      ) : null}
    </>
  )
}
