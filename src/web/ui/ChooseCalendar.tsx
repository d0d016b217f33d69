import { type ReactNode, useRef } from 'react'
import { Button, Rest } from './Button.tsx'

interface ChooseCalendarProps {
  /** What the file is brought for. */
  readonly words: string
  /** With one it is a button; without, quiet words. */
  readonly icon?: ReactNode
  readonly onChosen: (text: string) => void
}

/** A calendar file (`.ics`) of this device, as its text; the same file may be chosen again. */
export function ChooseCalendar({ words, icon, onChosen }: ChooseCalendarProps): ReactNode {
  const chooser = useRef<HTMLInputElement>(null)
  const choose = (): void => chooser.current?.click()
  return (
    <>
      <input
        ref={chooser}
        type="file"
        accept=".ics,text/calendar"
        hidden
        aria-label={words}
        onChange={(event) => {
          const [file] = event.currentTarget.files ?? []
          event.currentTarget.value = ''
          if (file) void file.text().then(onChosen)
        }}
      />
      {icon === undefined ? (
        <Rest onClick={choose}>{words}</Rest>
      ) : (
        <Button look="quiet" size="small" icon={icon} onClick={choose}>
          {words}
        </Button>
      )}
    </>
  )
}
