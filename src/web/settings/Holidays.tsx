import { type ReactNode, useState } from 'react'
import { type Day, isDay } from '../../kit/days.ts'
import { useWall } from '../shell/wall.ts'
import { Button } from '../ui/Button.tsx'
import { Chosen } from '../ui/Chosen.tsx'
import { TextField } from '../ui/TextField.tsx'
import { Type } from '../ui/Type.tsx'
import { longDay } from '../words/dates.ts'
import { useWords } from '../words/words.ts'
import { BringHolidays } from './BringHolidays.tsx'
import { changeSettings } from './change-settings.ts'
import styles from './Settings.module.css'

/** Days on which no clock runs. */
export function Holidays({ days }: { days: readonly Day[] }): ReactNode {
  const t = useWords()
  const wall = useWall()
  const [day, setDay] = useState('')
  async function add(): Promise<void> {
    if (isDay(day) && (await changeSettings({ holidays: [...days, day] }))) setDay('')
  }
  return (
    <section className={styles.block}>
      <Type look="h3" as="h3">
        {t('settings.you.holidays')}
      </Type>
      <Type look="second">{t('settings.you.holidaysWhy')}</Type>
      <div className={styles.chips}>
        {days.length === 0 ? <Type look="quiet">{t('settings.you.noHolidays')}</Type> : null}
        {days.map((one) => (
          <Chosen
            key={one}
            takeOff={t('settings.you.takeOff', { day: longDay(one, wall) })}
            onTakeOff={() => void changeSettings({ holidays: days.filter((kept) => kept !== one) })}
          >
            {longDay(one, wall)}
          </Chosen>
        ))}
      </div>
      <form className={styles.line} onSubmit={(event) => (event.preventDefault(), void add())}>
        <TextField
          label={t('settings.you.holiday')}
          quietLabel
          type="date"
          value={day}
          onChange={setDay}
        />
        <Button type="submit" disabled={!isDay(day)}>
          {t('settings.you.addHoliday')}
        </Button>
      </form>
      <BringHolidays />
    </section>
  )
}
