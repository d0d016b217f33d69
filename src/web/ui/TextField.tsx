import {
  type InputHTMLAttributes,
  type ReactNode,
  type Ref,
  type SelectHTMLAttributes,
  type TextareaHTMLAttributes,
  useId,
} from 'react'
import { joined } from './Type.tsx'
import styles from './TextField.module.css'

interface Labelled {
  readonly label: string
  /** The label is heard, not seen: where a heading says it already. */
  readonly quietLabel?: boolean
  /** A quiet sentence below. */
  readonly hint?: ReactNode
  /** What is wrong with what stands here, in a sentence. */
  readonly trouble?: string | null
  /** Written by hand, so in the hand of the house. */
  readonly serif?: boolean
}

type TextFieldProps = Labelled &
  Omit<InputHTMLAttributes<HTMLInputElement>, 'onChange' | 'value'> & {
    readonly value: string
    readonly onChange: (text: string) => void
    readonly ref?: Ref<HTMLInputElement>
  }

/** A label and one line to write in; a day or a time with the browser's own picker. */
export function TextField({ onChange, className, ref, ...props }: TextFieldProps): ReactNode {
  const { described, rest, frame } = useFrame(props)
  return (
    <Frame {...frame} className={className}>
      <input
        ref={ref}
        className={joined([styles.input, frame.serif && styles.serif])}
        {...described}
        {...rest}
        onChange={(event) => onChange(event.currentTarget.value)}
      />
    </Frame>
  )
}

type TextAreaProps = Labelled &
  Omit<TextareaHTMLAttributes<HTMLTextAreaElement>, 'onChange' | 'value'> & {
    readonly value: string
    readonly onChange: (text: string) => void
    readonly ref?: Ref<HTMLTextAreaElement>
  }

/** A label and a few lines to write in; it grows with what is written. */
export function TextArea({ onChange, className, ref, ...props }: TextAreaProps): ReactNode {
  const { described, rest, frame } = useFrame(props)
  return (
    <Frame {...frame} className={className}>
      <textarea
        ref={ref}
        className={joined([styles.input, styles.area, frame.serif && styles.serif])}
        rows={2}
        {...described}
        {...rest}
        onChange={(event) => onChange(event.currentTarget.value)}
      />
    </Frame>
  )
}

type SelectFieldProps = Labelled &
  Omit<SelectHTMLAttributes<HTMLSelectElement>, 'onChange' | 'value'> & {
    readonly value: string
    readonly onChange: (value: string) => void
    readonly options: readonly { readonly value: string; readonly words: string }[]
  }

/** One of a list that is too long for a row of answers. */
export function SelectField({
  onChange,
  options,
  className,
  ...props
}: SelectFieldProps): ReactNode {
  const { described, rest, frame } = useFrame(props)
  return (
    <Frame {...frame} className={className}>
      <select
        className={joined([styles.input, styles.select])}
        {...described}
        {...rest}
        onChange={(event) => onChange(event.currentTarget.value)}
      >
        {options.map(({ value, words }) => (
          <option key={value} value={value}>
            {words}
          </option>
        ))}
      </select>
    </Frame>
  )
}

function useFrame<Rest extends Labelled & { id?: string | undefined }>(props: Rest) {
  const made = useId()
  const { label, quietLabel, hint, trouble, serif, ...rest } = props
  const id = rest.id ?? made
  const below = `${id}-below`
  const described = {
    id,
    'aria-describedby': (hint ?? trouble) ? below : undefined,
    'aria-invalid': trouble ? true : undefined,
  }
  return { described, rest, frame: { id, below, label, quietLabel, hint, trouble, serif } }
}

interface FrameProps extends Omit<Labelled, 'quietLabel' | 'serif' | 'trouble'> {
  readonly id: string
  readonly below: string
  readonly quietLabel: boolean | undefined
  readonly serif: boolean | undefined
  readonly trouble: string | null | undefined
  readonly className: string | undefined
  readonly children: ReactNode
}

function Frame(props: FrameProps): ReactNode {
  const { id, below, label, quietLabel, hint, trouble, className, children } = props
  return (
    <div className={joined([styles.field, className])}>
      <label htmlFor={id} className={quietLabel ? styles.unseen : styles.label}>
        {label}
      </label>
      {children}
      {(hint ?? trouble) ? (
        <p id={below} className={styles.below} data-trouble={trouble ? '' : undefined}>
          {trouble || hint}
        </p>
      ) : null}
    </div>
  )
}
