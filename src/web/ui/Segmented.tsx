import { type ReactNode, useId } from 'react'
import styles from './Segmented.module.css'

interface SegmentedProps<Answer extends string> {
  readonly question: ReactNode
  readonly answers: readonly { readonly value: Answer; readonly words: string }[]
  /** Null while nothing was answered. */
  readonly value: Answer | null
  readonly onChange: (answer: Answer) => void
  readonly disabled?: boolean
}

/** A question with a few answers in words. */
export function Segmented<Answer extends string>(props: SegmentedProps<Answer>): ReactNode {
  const name = useId()
  return (
    <fieldset className={styles.set} disabled={props.disabled}>
      <legend className={styles.question}>{props.question}</legend>
      <div className={styles.answers}>
        {props.answers.map(({ value, words }) => (
          <label key={value} className={styles.answer}>
            <input
              type="radio"
              name={name}
              value={value}
              checked={props.value === value}
              onChange={() => props.onChange(value)}
            />
            {words}
          </label>
        ))}
      </div>
    </fieldset>
  )
}
