import { type KeyboardEvent, type ReactNode, type Ref, useId, useState } from 'react'
import { joined } from './Type.tsx'
import styles from './Combobox.module.css'
import field from './TextField.module.css'

export interface Choice {
  readonly key: string
  readonly words: string
  /** A quiet second line: a role, a topic. */
  readonly under?: string | undefined
  readonly before?: ReactNode
}

interface ComboboxProps {
  readonly label: string
  readonly quietLabel?: boolean
  readonly hint: string
  /** What is typed, led by the page, which finds the choices for it. */
  readonly text: string
  readonly onText: (text: string) => void
  readonly choices: readonly Choice[]
  readonly onChoose: (key: string) => void
  /** Said where nothing fits what is typed. */
  readonly nothing?: string
  /** Choices show before a key is pressed. */
  readonly eager?: boolean
  /** Backspace in an empty line: the last one chosen goes. */
  readonly onBackspace?: () => void
  readonly autoFocus?: boolean
  readonly ref?: Ref<HTMLInputElement>
  /** Leaving without choosing. */
  readonly onLeave?: () => void
}

/** A line to type in, and what fits below it: arrows move, Enter chooses, Escape closes. */
export function Combobox({ ref, ...props }: ComboboxProps): ReactNode {
  const { text, choices, onChoose, eager = false } = props
  const id = useId()
  const [isOpen, setOpen] = useState(false)
  const [moved, setMoved] = useState(0)
  const at = Math.min(moved, choices.length - 1)
  const shows = isOpen && (eager || text.trim() !== '')

  function choose(index: number): void {
    const choice = choices[index]
    if (!choice) return
    setMoved(0)
    setOpen(eager)
    onChoose(choice.key)
  }

  function move(step: number): void {
    if (choices.length === 0) return
    setOpen(true)
    setMoved(isOpen ? (at + step + choices.length) % choices.length : 0)
  }

  function onKeyDown(event: KeyboardEvent): void {
    if (event.nativeEvent.isComposing) return
    if (event.key === 'Backspace' && text === '') return props.onBackspace?.()
    if (event.key === 'Escape' && shows) event.stopPropagation()
    const deeds: Readonly<Record<string, () => void>> = {
      ArrowDown: () => move(1),
      ArrowUp: () => move(-1),
      Enter: () => (shows ? choose(at) : undefined),
      Escape: () => (shows ? setOpen(false) : props.onLeave?.()),
    }
    const deed = deeds[event.key]
    if (!deed) return
    if (event.key !== 'Enter' || shows || text.trim() !== '') event.preventDefault()
    deed()
  }

  return (
    <div className={styles.combobox}>
      <label htmlFor={id} className={props.quietLabel ? field.unseen : field.label}>
        {props.label}
      </label>
      <input
        ref={ref}
        id={id}
        className={field.input}
        role="combobox"
        aria-expanded={shows}
        aria-controls={`${id}-list`}
        aria-autocomplete="list"
        aria-activedescendant={shows && choices[at] ? `${id}-${at}` : undefined}
        autoComplete="off"
        spellCheck={false}
        placeholder={props.hint}
        value={text}
        // oxlint-disable-next-line jsx-a11y/no-autofocus -- opened by a press on the button that names it
        autoFocus={props.autoFocus}
        data-autofocus={props.autoFocus ? '' : undefined}
        onChange={(event) => {
          props.onText(event.currentTarget.value)
          setMoved(0)
          setOpen(true)
        }}
        onFocus={() => eager && setOpen(true)}
        onBlur={() => {
          setOpen(false)
          props.onLeave?.()
        }}
        onKeyDown={onKeyDown}
      />
      <div
        id={`${id}-list`}
        role="listbox"
        aria-label={props.label}
        className={styles.list}
        hidden={!shows}
      >
        {shows && choices.length === 0 && props.nothing !== undefined ? (
          <div className={styles.nothing}>{props.nothing}</div>
        ) : null}
        {shows
          ? choices.map((choice, index) => (
              // oxlint-disable-next-line jsx-a11y/click-events-have-key-events -- the keys are those of the field
              <div
                key={choice.key}
                id={`${id}-${index}`}
                role="option"
                tabIndex={-1}
                aria-selected={index === at}
                className={joined([styles.choice, index === at && styles.here])}
                // The field keeps the cursor; the press chooses.
                onPointerDown={(event) => event.preventDefault()}
                onClick={() => choose(index)}
                onPointerMove={() => setMoved(index)}
              >
                {choice.before}
                <span className={styles.words}>
                  {choice.words}
                  {choice.under ? <span className={styles.under}>{choice.under}</span> : null}
                </span>
              </div>
            ))
          : null}
      </div>
    </div>
  )
}
