import { Search } from 'lucide-react'
import type { KeyboardEventHandler, ReactNode, Ref } from 'react'
import { joined } from './Type.tsx'
import styles from './SearchField.module.css'

interface SearchFieldProps {
  readonly label: string
  readonly hint: string
  readonly value: string
  readonly onChange: (text: string) => void
  readonly onKeyDown?: KeyboardEventHandler<HTMLInputElement>
  readonly ref?: Ref<HTMLInputElement>
}

/** Searches the page; `/` leads here from anywhere on it. */
export function SearchField({
  label,
  hint,
  value,
  onChange,
  ...rest
}: SearchFieldProps): ReactNode {
  return (
    <label className={styles.field}>
      <Search aria-hidden />
      <input
        type="search"
        data-page-search
        aria-label={label}
        aria-keyshortcuts="/"
        placeholder={hint}
        value={value}
        autoComplete="off"
        spellCheck={false}
        onChange={(event) => onChange(event.currentTarget.value)}
        {...rest}
      />
      <kbd className={styles.key} aria-hidden>
        /
      </kbd>
    </label>
  )
}

interface SearchOpenerProps {
  readonly hint: string
  readonly keys: string
  readonly onOpen: () => void
}

/** Looks like the field, and opens the palette. */
export function SearchOpener({ hint, keys, onOpen }: SearchOpenerProps): ReactNode {
  return (
    <button type="button" className={joined([styles.field, styles.opener])} onClick={onOpen}>
      <Search aria-hidden />
      <span>{hint}</span>
      <kbd className={styles.key}>{keys}</kbd>
    </button>
  )
}
