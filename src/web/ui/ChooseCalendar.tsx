import { type ReactNode, useRef } from 'react'

interface ChooseCalendarProps {
  /** What the file is brought for, for whoever does not see the button. */
  readonly label: string
  readonly onChosen: (text: string) => void
  /** What is pressed to choose. */
  readonly children: (choose: () => void) => ReactNode
}

/** A calendar file (`.ics`) of this device, as its text; the same file may be chosen again. */
export function ChooseCalendar({ label, onChosen, children }: ChooseCalendarProps): ReactNode {
  const chooser = useRef<HTMLInputElement>(null)
  return (
    <>
      <input
        ref={chooser}
        type="file"
        accept=".ics,text/calendar"
        hidden
        aria-label={label}
        onChange={(event) => {
          const [file] = event.currentTarget.files ?? []
          event.currentTarget.value = ''
          if (file) void file.text().then(onChosen)
        }}
      />
      {children(() => chooser.current?.click())}
    </>
  )
}
