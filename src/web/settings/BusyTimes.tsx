import { CalendarClock } from 'lucide-react'
import type { ReactNode } from 'react'
import { carryOut } from '../shell/deeds.ts'
import { client } from '../shell/server.ts'
import { useWall } from '../shell/wall.ts'
import { Rest } from '../ui/Button.tsx'
import { ChooseCalendar } from '../ui/ChooseCalendar.tsx'
import { Type } from '../ui/Type.tsx'
import { dayAndClock, longDay } from '../words/dates.ts'
import { useWords } from '../words/words.ts'
import styles from './Settings.module.css'

type Busy = Awaited<ReturnType<typeof client.settings.show>>['busy']

/** When one is busy elsewhere, as a calendar last said: no such time is offered to anybody. */
export function BusyTimes({ busy }: { busy: Busy }): ReactNode {
  const t = useWords()
  const wall = useWall()

  function take(text: string): void {
    void carryOut(client.settings.busy, { text }, ({ taken }) =>
      taken === 0 ? t('settings.busy.none') : t('settings.busy.taken', { count: taken }),
    )
  }

  return (
    <section className={styles.block}>
      <Type look="h3" as="h3">
        {t('settings.busy.title')}
      </Type>
      <Type look="second">{t('settings.busy.why')}</Type>
      {busy === null ? null : (
        <div className={styles.line}>
          <Type look="second">
            {t('settings.busy.known', {
              count: busy.times,
              day: longDay(dayAndClock(busy.until, wall.zone).day, wall),
            })}
          </Type>
          <Rest onClick={() => take('')}>{t('settings.busy.forget')}</Rest>
        </div>
      )}
      <ChooseCalendar
        words={t('settings.busy.bring')}
        icon={<CalendarClock aria-hidden />}
        onChosen={take}
      />
    </section>
  )
}
