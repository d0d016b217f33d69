import type { ReactNode } from 'react'
import styles from './Type.module.css'

type Look = 'h1' | 'h2' | 'h3' | 'h4' | 'name' | 'lead' | 'read' | 'quote' | 'second' | 'quiet'

interface TypeProps {
  readonly look: Look
  /** The element; a heading looks as its level unless told otherwise. */
  readonly as?: 'h1' | 'h2' | 'h3' | 'h4' | 'p' | 'span' | 'div' | 'dt' | 'dd' | 'label'
  readonly figures?: boolean
  readonly together?: boolean
  /** The bar of the phone says it already; heard there, not seen. */
  readonly onPhone?: 'unseen'
  readonly id?: string
  readonly lang?: string | undefined
  readonly className?: string | undefined
  readonly children: ReactNode
}

const elements = {
  h1: 'h1',
  h2: 'h2',
  h3: 'h3',
  h4: 'h4',
  name: 'span',
  lead: 'p',
  read: 'p',
  quote: 'p',
  second: 'p',
  quiet: 'span',
} as const

/** Text in one of the house's ten styles. */
export function Type({
  look,
  as,
  figures,
  together,
  onPhone,
  className,
  ...rest
}: TypeProps): ReactNode {
  const Element = as ?? elements[look]
  const classes = [
    styles[look],
    figures && styles.figures,
    together && styles.together,
    onPhone && styles.unseenOnPhone,
    className,
  ]
  return <Element className={joined(classes)} {...rest} />
}

/** Class names that apply, in one string. */
export function joined(classes: readonly (string | false | null | undefined)[]): string {
  return classes.filter(Boolean).join(' ')
}
