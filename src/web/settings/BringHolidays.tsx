import { CalendarDays } from 'lucide-react'
import type { ReactNode } from 'react'
import { carryOut } from '../shell/deeds.ts'
import { client } from '../shell/server.ts'
import { ChooseCalendar } from '../ui/ChooseCalendar.tsx'
import { capitalized, useWords } from '../words/words.ts'

/** An `.ics` file of public holidays or of a school's: its whole days become days off. */
export function BringHolidays(): ReactNode {
  const t = useWords()

  async function bring(text: string): Promise<void> {
    await carryOut(client.settings.holidays, { text }, ({ added }) =>
      added.length === 0
        ? t('settings.you.noNewHolidays')
        : capitalized(t('settings.you.broughtHolidays', { count: added.length })),
    )
  }

  return (
    <ChooseCalendar
      words={t('settings.you.bringHolidays')}
      icon={<CalendarDays aria-hidden />}
      onChosen={(text) => void bring(text)}
    />
  )
}
