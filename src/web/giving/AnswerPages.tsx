import { type ReactNode, useState } from 'react'
import { type Side, sides } from '../../craft/introductions/introduction.ts'
import { HandedOut } from '../phone/HandedOut.tsx'
import { readAnew, useAnswer } from '../shell/answers.ts'
import { carryOut, sayRefused } from '../shell/deeds.ts'
import { client } from '../shell/server.ts'
import { useWall } from '../shell/wall.ts'
import { Button, Rest } from '../ui/Button.tsx'
import { SectionHead } from '../ui/SectionHead.tsx'
import { Type } from '../ui/Type.tsx'
import { dayAndClock, longDay } from '../words/dates.ts'
import { useWords } from '../words/words.ts'
import { calledIn } from './sides.ts'
import type { Introduction } from './types.ts'
import styles from './Giving.module.css'

/** Pages on which the sides answer without an account: made, copied once into the letter, closed. */
export function AnswerPages({ introduction }: { introduction: Introduction }): ReactNode {
  const t = useWords()
  const wall = useWall()
  const { id } = introduction
  const [made, setMade] = useState<string | null>(null)
  const links = useAnswer(client.links.list, { thing: id }).data?.links ?? []
  const open = links.filter((link) => link.open)
  const asked = sidesToAsk(introduction)

  async function make(side: Side): Promise<void> {
    try {
      setMade((await client.introductions.page({ id, side })).path)
      void readAnew()
    } catch (error) {
      sayRefused(error)
    }
  }

  // Whatever became of it, a page that is open can be closed.
  if (asked.length === 0 && open.length === 0) return null
  return (
    <section>
      <SectionHead title={t('giving.pages.title')} />
      <Type look="second">
        {introduction.named
          ? t('giving.pages.leadNamed', { name: calledIn(t, introduction, 'requester') })
          : t('giving.pages.lead')}
      </Type>
      {made === null ? null : (
        <HandedOut
          path={made}
          label={t('giving.pages.address')}
          once={t('giving.pages.once')}
          onlyHere={t('giving.pages.onlyHere')}
        />
      )}
      <ul>
        {open.map(({ id: link, person, expiresAt }) => (
          <li key={link} className={styles.page}>
            {t('giving.pages.open', {
              name: person?.name ?? '',
              day: longDay(dayAndClock(expiresAt, wall.zone).day, wall),
            })}
            <Rest
              onClick={() => {
                setMade(null)
                void carryOut(client.links.revoke, { id: link }, () => t('giving.pages.closed'))
              }}
            >
              {t('giving.pages.close')}
            </Rest>
          </li>
        ))}
      </ul>
      <div className={styles.facts}>
        {asked.map((side) => (
          <Button key={side} size="small" onClick={() => void make(side)}>
            {t('giving.pages.make', { name: calledIn(t, introduction, side) })}
          </Button>
        ))}
      </div>
    </section>
  )
}

/** Whom the owner asks, and who has not said yes. */
function sidesToAsk({ me, shape, state, sides: marks }: Introduction): Side[] {
  if (me !== 'connector' || state === 'closed' || state === 'made') return []
  return sides.filter((side) => marks[side].is !== 'yes' && (shape === 'idea' || side === 'target'))
}
