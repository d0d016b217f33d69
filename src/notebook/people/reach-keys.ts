import { mailOf } from '../../craft/linkage/mail.ts'
import { linkOf } from '../../craft/linkage/profile-link.ts'
import type { Channel } from './person.ts'

/** Kinds of index rows by which whoever is reached in the same way is found at once. */
export const reachKinds = ['mail', 'phone', 'link'] as const
type ReachKind = (typeof reachKinds)[number]

/** Numbers that end alike may be one, however country and area were written; who looks them up compares the whole. */
const lastDigits = 7
const fewestDigits = 5
const longestKey = 100

/** One way to reach somebody as a short text that is the same however it was written; none where it is no such way. */
export function reachKeysOf({ kind, value, label }: Channel): [ReachKind, string][] {
  if (kind === 'phone') {
    const digits = value.slice(0, 60).replaceAll(/[^0-9]/g, '')
    return digits.length < fewestDigits ? [] : [['phone', digits.slice(-lastDigits)]]
  }
  if (kind === 'mail') return keyed('mail', mailOf(value)?.address)
  if (kind === 'link') return keyed('link', linkOf(value))
  return keyed('link', `${label ?? ''}:${value}`.toLowerCase().replaceAll(/\s+/g, ''))
}

/** The same for an address that stands alone. */
export function mailKeysOf(address: string): string[] {
  return keyed('mail', mailOf(address)?.address).map(([, key]) => key)
}

function keyed(kind: ReachKind, key: string | null | undefined): [ReachKind, string][] {
  return key ? [[kind, key.slice(0, longestKey)]] : []
}
