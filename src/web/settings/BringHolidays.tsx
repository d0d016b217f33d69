import { CalendarDays } from 'lucide-react'
import { type ReactNode, useRef } from 'react'
import { carryOut } from '../shell/deeds.ts'
import { client } from '../shell/server.ts'
import { Button } from '../ui/Button.tsx'
import { capitalized, useWords } from '../words/words.ts'

/** An `.ics` file of public holidays or of a school's: its whole days become days off. */
export function BringHolidays(): ReactNode {
  const t = useWords()
  const chooser = useRef<HTMLInputElement>(null)

  async function bring(file: File): Promise<void> {
    const text = await file.text()
    await carryOut(client.settings.holidays, { text }, ({ added }) =>
      added.length === 0
        ? t('settings.you.noNewHolidays')
        : capitalized(t('settings.you.broughtHolidays', { count: added.length })),
    )
  }

  return (
    <>
      <input
        ref={chooser}
        type="file"
        accept=".ics,text/calendar"
        hidden
        aria-label={t('settings.you.bringHolidays')}
        onChange={(event) => {
          const [file] = event.currentTarget.files ?? []
          event.currentTarget.value = ''
          if (file) void bring(file)
        }}
      />
      <Button
        look="quiet"
        size="small"
        icon={<CalendarDays aria-hidden />}
        onClick={() => chooser.current?.click()}
      >
        {t('settings.you.bringHolidays')}
      </Button>
    </>
  )
}
