import type { ReactNode } from 'react'
import { useWall } from '../shell/wall.ts'
import { ButtonLink } from '../ui/Button.tsx'
import { Card } from '../ui/Card.tsx'
import { PersonName } from '../ui/PersonName.tsx'
import { SectionHead } from '../ui/SectionHead.tsx'
import { joined, Type } from '../ui/Type.tsx'
import type { Wall } from '../words/dates.ts'
import { useWords, type Words } from '../words/words.ts'
import { type Coverage, coverageOf } from './coverage.ts'
import type { FieldShown, Kind } from './types.ts'
import styles from './WhoWasHeard.module.css'

/** Who spoke of what, from which chair, and which chairs are empty. */
export function WhoWasHeard({ field }: { field: FieldShown }): ReactNode {
  const t = useWords()
  const wall = useWall()
  const coverage = coverageOf(field)
  return (
    <Card className={styles.card}>
      <SectionHead title={t('fields.heard.title')} aside={t('fields.heard.aside')} />
      {coverage.rows.length > 0 ? <CoverageTable coverage={coverage} /> : null}
      <Type look="second" className={styles.sentence}>
        {heardInWords(t, field.people)}
      </Type>
      <Type look="second" className={styles.sentence}>
        {chairsInWords(t, field.unheard, wall)}
      </Type>
      <Unplaced field={field} wall={wall} />
      <ButtonLink
        to="/conversations/new"
        search={{ field: field.id }}
        size="small"
        className={styles.plan}
      >
        {t('fields.heard.ask')}
      </ButtonLink>
      <AsList field={field} />
    </Card>
  )
}

function heardInWords(t: Words, people: number): string {
  if (people === 0) return t('fields.heard.none')
  if (people === 1) return t('fields.heard.one')
  return t(people < 6 ? 'fields.heard.few' : 'fields.heard.many', { count: people })
}

function chairsInWords(t: Words, unheard: readonly Kind[], { locale }: Wall): string {
  if (unheard.length === 0) return t('fields.heard.everybody')
  const kinds = new Intl.ListFormat(locale, { type: 'disjunction' }).format(
    unheard.map((kind) => t(`fields.chair.${kind}`)),
  )
  return t('fields.heard.chair', { count: unheard.length, kinds })
}

function Unplaced({ field, wall }: { field: FieldShown; wall: Wall }): ReactNode {
  const t = useWords()
  const people = field.heard.filter(({ kind }) => kind === null)
  if (people.length === 0) return null
  const names = new Intl.ListFormat(wall.locale).format(people.map(({ name }) => name))
  return (
    <Type look="second" className={styles.sentence}>
      {t('fields.heard.unplaced', { count: people.length, names })}
    </Type>
  )
}

function CoverageTable({ coverage }: { coverage: Coverage }): ReactNode {
  const t = useWords()
  const { kinds, rows, emptyChair } = coverage
  const column = (kind: Kind | null): string =>
    joined([kind !== null && kind === emptyChair && styles.emptyChair])
  return (
    <div
      className={styles.scroller}
      role="region"
      aria-label={t('fields.heard.caption')}
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- on a narrow screen it scrolls by keyboard too
      tabIndex={0}
    >
      <table className={styles.table}>
        <caption className={styles.caption}>{t('fields.heard.caption')}</caption>
        <thead>
          <tr>
            <th scope="col">
              <span className={styles.caption}>{t('fields.heard.topic')}</span>
            </th>
            {kinds.map((kind) => (
              <th key={kind} scope="col" className={column(kind)}>
                {kind === null ? t('fields.heard.unknownKind') : t(`fields.kind.${kind}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ topic, name, people }) => (
            <tr key={topic}>
              <th scope="row">{name}</th>
              {kinds.map((kind, at) => (
                <td key={kind} className={column(kind)}>
                  <Cell people={people[at] ?? 0} isChair={kind !== null && kind === emptyChair} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function Cell({ people, isChair }: { people: number; isChair: boolean }): ReactNode {
  const t = useWords()
  if (people === 0) {
    return (
      <span
        role="img"
        aria-label={t('fields.heard.nobody')}
        className={isChair ? styles.chair : styles.none}
      />
    )
  }
  const dots = people > 4 ? 1 : people
  return (
    <span role="img" aria-label={t('dots.agree', { count: people })} className={styles.dots}>
      {Array.from({ length: dots }, (_, at) => (
        <i key={at} />
      ))}
      {people > 4 ? people : null}
    </span>
  )
}

/** The same in words: everybody once, with the chair they sit in and how much they said. */
function AsList({ field }: { field: FieldShown }): ReactNode {
  const t = useWords()
  return (
    <details className={styles.list}>
      <summary>{t('fields.heard.list')}</summary>
      <ul>
        {field.heard.map(({ id, name, kind, insights }) => (
          <li key={id}>
            <PersonName id={id} name={name} />
            <span>
              {[
                kind === null ? t('fields.heard.unknownKind') : t(`fields.kind.${kind}`),
                t('fields.heard.lines', { count: insights }),
              ].join(', ')}
            </span>
          </li>
        ))}
      </ul>
    </details>
  )
}
