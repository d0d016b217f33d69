import type { ReactNode } from 'react'
import styles from './Type.module.css'

type Look = 'h1' | 'h2' | 'h3' | 'h4' | 'name' | 'lead' | 'read' | 'quote' | 'second' | 'quiet'

interface TypeProps {
  readonly look: Look
  /** The element; a heading looks as its level unless told otherwise. */
  readonly as?: 'h1' | 'h2' | 'h3' | 'h4' | 'p' | 'span' | 'div' | 'dt' | 'dd' | 'label'
  readonly figures?: boolean
  readonly together?: boolean
  readonly id?: string
  readonly lang?: string | undefined
  readonly className?: string | undefined
  readonly children: ReactNode
}

/** Text in one of the house's ten styles. */
export function Type({ look, as, figures, together, className, ...rest }: TypeProps): ReactNode {
  const Element = as ?? elementOf(look)
  const classes = [styles[look], figures && styles.figures, together && styles.together, className]
  return <Element className={joined(classes)} {...rest} />
}

function elementOf(look: Look): 'h1' | 'h2' | 'h3' | 'h4' | 'p' | 'span' {
  if (look === 'h1' || look === 'h2' || look === 'h3' || look === 'h4') return look
  return look === 'name' || look === 'quiet' ? 'span' : 'p'
}

/** Class names that apply, in one string. */
export function joined(classes: readonly (string | false | null | undefined)[]): string {
  return classes.filter(Boolean).join(' ')
}
