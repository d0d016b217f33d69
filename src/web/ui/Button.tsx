import { createLink } from '@tanstack/react-router'
import type { AnchorHTMLAttributes, ButtonHTMLAttributes, ReactNode, Ref } from 'react'
import { joined } from './Type.tsx'
import styles from './Button.module.css'

interface Looks {
  /** One filled button a screen; `danger` only inside a dialog that destroys something. */
  readonly look?: 'filled' | 'outline' | 'quiet' | 'danger'
  readonly size?: 'usual' | 'small'
  readonly wide?: boolean
  /** A Lucide icon, beside the word. */
  readonly icon?: ReactNode
}

type ButtonProps = Looks &
  ButtonHTMLAttributes<HTMLButtonElement> & { readonly ref?: Ref<HTMLButtonElement> }

/** A button that says what it does, verb first. */
export function Button({
  look,
  size,
  wide,
  icon,
  className,
  children,
  ...rest
}: ButtonProps): ReactNode {
  return (
    <button type="button" className={classesOf({ look, size, wide }, className)} {...rest}>
      {icon}
      {children}
    </button>
  )
}

type AnchorProps = Looks &
  AnchorHTMLAttributes<HTMLAnchorElement> & { readonly ref?: Ref<HTMLAnchorElement> }

function AnchorButton({
  look,
  size,
  wide,
  icon,
  className,
  children,
  ...rest
}: AnchorProps): ReactNode {
  return (
    <a className={classesOf({ look, size, wide }, className)} {...rest}>
      {icon}
      {children}
    </a>
  )
}

/** The same, leading to another page: `<ButtonLink to="/people" look="filled">`. */
export const ButtonLink = createLink(AnchorButton)

type PlainButton = ButtonHTMLAttributes<HTMLButtonElement> & {
  readonly ref?: Ref<HTMLButtonElement>
}
type PlainAnchor = AnchorHTMLAttributes<HTMLAnchorElement> & {
  readonly ref?: Ref<HTMLAnchorElement>
}

/** The olive verb at the right of a row. */
export function Act({ className, ...rest }: PlainButton): ReactNode {
  return <button type="button" className={joined([styles.act, className])} {...rest} />
}

/** "Let it rest": a plain word left of the verb. */
export function Rest({ className, ...rest }: PlainButton): ReactNode {
  return <button type="button" className={joined([styles.rest, className])} {...rest} />
}

function ActAnchor({ className, children, ...rest }: PlainAnchor): ReactNode {
  return (
    <a className={joined([styles.act, className])} {...rest}>
      {children}
    </a>
  )
}
export const ActLink = createLink(ActAnchor)

function classesOf(
  { look = 'outline', size = 'usual', wide }: { [Name in keyof Looks]?: Looks[Name] | undefined },
  more: string | undefined,
): string {
  return joined([
    styles.button,
    styles[look],
    size === 'small' && styles.small,
    wide && styles.wide,
    more,
  ])
}
