import type { ReactNode } from 'react'
import { TheirPlaces } from '../houses/TheirPlaces.tsx'
import { ActLink } from '../ui/Button.tsx'
import { Chip } from '../ui/Chip.tsx'
import { PersonName } from '../ui/PersonName.tsx'
import { Type } from '../ui/Type.tsx'
import { longDay, type Wall } from '../words/dates.ts'
import { useWords, type Words } from '../words/words.ts'
import { addressOf } from './addresses.ts'
import { Answered } from './Answered.tsx'
import { dateInWords, placeInWords, roleInWords } from './fact-words.ts'
import { waysToReach } from './reach.ts'
import type { Person } from './shapes.ts'
import styles from './Person.module.css'

interface FactsProps {
  readonly person: Person
  readonly wall: Wall
}

/** What one knows of somebody; what is not known is not asked for here. */
export function Facts({ person, wall }: FactsProps): ReactNode {
  const t = useWords()
  const lines = person.words.split('\n').filter((line) => line.trim() !== '')
  return (
    <aside>
      <Met person={person} wall={wall} />
      {lines.length === 0 ? null : (
        <Fact title={t('people.facts.words')}>
          <ul>
            {lines.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        </Fact>
      )}
      <Reach channels={person.channels} />
      <Standing fields={person.fields} />
      <TheirPlaces person={person.id} />
      <Lines
        title={t('people.facts.roles')}
        lines={person.roles.length > 1 ? person.roles.map((role) => roleInWords(t, role)) : []}
      />
      <Lines title={t('people.facts.places')} lines={person.places.map(placeInWords)} />
      <Lines
        title={t('people.facts.dates')}
        lines={person.dates.map(({ what, date }) =>
          t('people.facts.date', { what, date: dateInWords(date, wall) }),
        )}
      />
      <Answered person={person} wall={wall} />
      {person.labels.length === 0 ? null : (
        <Fact title={t('people.facts.labels')}>
          <div className={styles.chips}>
            {person.labels.map((label) => (
              <Chip key={label}>{label}</Chip>
            ))}
          </div>
        </Fact>
      )}
    </aside>
  )
}

function Fact({ title, children }: { title: string; children: ReactNode }): ReactNode {
  return (
    <section className={styles.fact}>
      <Type look="h4" as="h3">
        {title}
      </Type>
      {children}
    </section>
  )
}

function Lines({ title, lines }: { title: string; lines: readonly string[] }): ReactNode {
  const told = [...new Set(lines.filter((line) => line !== ''))]
  if (told.length === 0) return null
  return (
    <Fact title={title}>
      <ul>
        {told.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </Fact>
  )
}

function Met({ person, wall }: FactsProps): ReactNode {
  const t = useWords()
  const { day, place, words, through, throughName } = person.meeting
  const where = [day === null ? null : longDay(day, wall), place].filter(Boolean).join(', ')
  if (where === '' && !words && through === null) return null
  return (
    <Fact title={t('people.facts.met')}>
      {words ? <p className={styles.read}>{words}</p> : null}
      <p>
        {where}
        {through === null || throughName === null ? null : (
          <Through t={t} id={through} name={throughName} after={where !== ''} />
        )}
      </p>
    </Fact>
  )
}

interface ThroughProps {
  readonly t: Words
  readonly id: string
  readonly name: string
  readonly after: boolean
}

function Through({ t, id, name, after }: ThroughProps): ReactNode {
  return (
    <>
      {after ? '. ' : null}
      {t('people.facts.through')} <PersonName id={id} name={name} />
    </>
  )
}

function Reach({ channels }: { channels: Person['channels'] }): ReactNode {
  const t = useWords()
  if (channels.length === 0) return null
  return (
    <Fact title={t('people.facts.reach')}>
      <ul className={styles.ways}>
        {waysToReach(channels).map((way) => {
          const address = addressOf(way)
          return (
            <li key={`${way.kind} ${way.value}`}>
              {address === null ? way.value : <a href={address}>{way.value}</a>}
              {way.labels.length === 0 ? null : (
                <span className={styles.quiet}> {way.labels.join(', ')}</span>
              )}
            </li>
          )
        })}
      </ul>
    </Fact>
  )
}

function Standing({ fields }: { fields: Person['fields'] }): ReactNode {
  const t = useWords()
  if (fields.length === 0) return null
  return (
    <Fact title={t('people.facts.fields')}>
      <ul>
        {fields.map(({ field, name, kind }) => (
          <li key={field}>
            <ActLink to="/fields/$id" params={{ id: field }}>
              {name}
            </ActLink>
            {kind === null ? null : (
              <span className={styles.quiet}> {t(`people.kind.${kind}`)}</span>
            )}
          </li>
        ))}
      </ul>
    </Fact>
  )
}
