import { CalendarDays } from 'lucide-react'
import type { ReactNode } from 'react'
import { carryOut } from '../shell/deeds.ts'
import { client } from '../shell/server.ts'
import { Button } from '../ui/Button.tsx'
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
    <ChooseCalendar label={t('settings.you.bringHolidays')} onChosen={(text) => void bring(text)}>
      {(choose) => (
        <Button look="quiet" size="small" icon={<CalendarDays aria-hidden />} onClick={choose}>
          {t('settings.you.bringHolidays')}
        </Button>
      )}
    </ChooseCalendar>
  )
}
