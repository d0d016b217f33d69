import { Check, EyeOff, MessageCircle, Pencil, UserRound } from 'lucide-react'
import { type ReactNode, useState } from 'react'
import { carryOut } from '../shell/deeds.ts'
import { useNarrow } from '../shell/narrow.ts'
import { client } from '../shell/server.ts'
import { Button, ButtonLink } from '../ui/Button.tsx'
import { Chip } from '../ui/Chip.tsx'
import { Plate } from '../ui/Plate.tsx'
import { Type } from '../ui/Type.tsx'
import { longDay, type Wall } from '../words/dates.ts'
import { useWords } from '../words/words.ts'
import { EditPerson } from './EditPerson.tsx'
import { KeptFrom } from './KeptFrom.tsx'
import { PersonMenu } from './PersonMenu.tsx'
import type { Person } from './shapes.ts'
import styles from './Person.module.css'

interface PersonHeadProps {
  readonly person: Person
  readonly spoke: boolean
  readonly wall: Wall
}

/** The plate, the name, what they agreed to, and what one may do from here. */
export function PersonHead({ person, spoke, wall }: PersonHeadProps): ReactNode {
  const t = useWords()
  const narrow = useNarrow()
  const [editing, setEditing] = useState(false)
  const name = person.name || t('people.person.noName')
  const said = person.names.find(({ part }) => part === 'pronunciation')?.text
  return (
    <header className={styles.head}>
      <Plate name={name} size={64} rim={spoke ? 'solid' : 'broken'} />
      <div>
        <Type look="h2" as={narrow ? 'h1' : 'h2'} className={styles.name}>
          {name}
        </Type>
        {said === undefined ? null : (
          <Type look="quiet" as="p">
            {t('people.person.said', { words: said })}
          </Type>
        )}
        <Type look="second">{lineOf(person)}</Type>
        <Agreed consent={person.consent} />
        <KeptFrom person={person} name={name} wall={wall} />
      </div>
      {person.binnedOn === null ? (
        <div className={styles.acts}>
          <ButtonLink
            to="/conversations/new"
            search={{ person: person.id }}
            size="small"
            icon={<MessageCircle aria-hidden />}
          >
            {t('people.person.plan')}
          </ButtonLink>
          <Button size="small" icon={<Pencil aria-hidden />} onClick={() => setEditing(true)}>
            {t('people.person.edit')}
          </Button>
          <PersonMenu person={person} name={name} />
        </div>
      ) : (
        <InBin person={person} day={longDay(person.binnedOn, wall)} />
      )}
      {editing ? <EditPerson person={person} onClose={() => setEditing(false)} /> : null}
    </header>
  )
}

/** What they do now, and where they live. */
function lineOf({ line, places }: Person): string {
  const [place] = places
  const town = [place?.locality, place?.country].filter(Boolean).join(', ')
  return [line, town].filter(Boolean).join(' · ')
}

/** What they agreed to, in words; what was not asked is said only while something was. */
function Agreed({ consent }: { consent: Person['consent'] }): ReactNode {
  const t = useWords()
  const { notes, naming, sharing } = consent
  if (notes === 'not-asked' && naming === 'not-asked' && sharing === 'not-asked') return null
  const yes = notes === 'yes' || notes === 'facts'
  return (
    <div className={styles.chips}>
      <Chip icon={<Check aria-hidden />} {...(yes ? { hue: 'olive' as const } : {})}>
        {t(`people.consent.notes.${notes}`)}
      </Chip>
      <Chip
        icon={<UserRound aria-hidden />}
        {...(naming === 'name' || naming === 'role' ? { hue: 'olive' as const } : {})}
      >
        {t(`people.consent.naming.${naming}`)}
      </Chip>
      <Chip icon={<EyeOff aria-hidden />} {...(sharing === 'yes' ? { hue: 'olive' as const } : {})}>
        {t(`people.consent.sharing.${sharing}`)}
      </Chip>
    </div>
  )
}

function InBin({ person, day }: { person: Person; day: string }): ReactNode {
  const t = useWords()
  async function restore(): Promise<void> {
    await carryOut(client.bin.restore, { ids: [person.id] }, () =>
      t('people.person.restored', { name: person.name }),
    )
  }
  return (
    <div className={styles.acts}>
      <Type look="second">{t('people.person.inBin', { day })}</Type>
      <Button size="small" onClick={() => void restore()}>
        {t('people.person.restore')}
      </Button>
    </div>
  )
}
