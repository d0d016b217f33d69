import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { useAnswer } from '../shell/answers.ts'
import { client } from '../shell/server.ts'
import { ActLink } from '../ui/Button.tsx'
import { Plate } from '../ui/Plate.tsx'
import { Row } from '../ui/Row.tsx'
import { SectionHead } from '../ui/SectionHead.tsx'
import { Type } from '../ui/Type.tsx'
import { startInWords, type Wall } from '../words/dates.ts'
import { capitalized, useWords } from '../words/words.ts'
import { agreedAhead } from './agreed.ts'
import type { Day } from './day.ts'
import { ItemRow } from './ItemRow.tsx'
import styles from './Today.module.css'

interface RailProps {
  readonly today: Day
  readonly wall: Wall
}

/** Beside the day: what is agreed for later, what may be done when there is room, and that it is enough. */
export function Rail({ today, wall }: RailProps): ReactNode {
  const t = useWords()
  const ahead = today.next.filter(({ group }) => group === 'ahead')
  return (
    <aside className={styles.rail}>
      <Agreed wall={wall} />
      {ahead.length === 0 ? null : (
        <section>
          <SectionHead title={t('today.group.ahead')} />
          <ul>
            {ahead.map((item) => (
              <ItemRow key={`${item.what} ${item.conversation}`} item={item} wall={wall} tight />
            ))}
          </ul>
        </section>
      )}
      <div>
        {today.asleep === 0 ? null : (
          <Type look="second">{capitalized(t('today.rail.asleep', { count: today.asleep }))}</Type>
        )}
        <Type look="lead" className={styles.closing}>
          {t('today.rail.all')}
        </Type>
        <p className={styles.whom}>
          <ActLink to="/asking">{t('today.rail.whom')}</ActLink>
        </p>
      </div>
    </aside>
  )
}

/** The next conversations that have a day. */
function Agreed({ wall }: { wall: Wall }): ReactNode {
  const t = useWords()
  const open = useAnswer(client.conversations.list, { open: true, limit: 100 })
  const agreed = agreedAhead(open.data?.conversations ?? [], wall.today)
  if (agreed.length === 0) return null
  return (
    <section>
      <SectionHead title={t('today.group.agreed')} />
      <ul>
        {agreed.map(({ row: { id, people }, start }) => {
          const names = people.map(({ name }) => name).join(', ')
          return (
            <Row
              key={id}
              as="li"
              tight
              before={<Plate name={people[0]?.name ?? ''} rim="broken" />}
              name={
                <Link to="/conversations/$id/before" params={{ id }}>
                  {names}
                </Link>
              }
            >
              {capitalized(startInWords(t, start, wall))}
            </Row>
          )
        })}
      </ul>
    </section>
  )
}
