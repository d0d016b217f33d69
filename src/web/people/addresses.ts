interface Reached {
  readonly kind: 'mail' | 'phone' | 'link' | 'message'
  readonly value: string
}

/** Where a press on it leads; null for what is no address, and for any scheme that is not of the web. */
export function addressOf({ kind, value }: Reached): string | null {
  const text = value.trim()
  if (kind === 'mail') return /^[^\s@]+@[^\s@]+$/.test(text) ? `mailto:${text}` : null
  if (kind === 'phone') return /\d/.test(text) ? `tel:${text.replaceAll(/[^\d+*#,;]/g, '')}` : null
  if (kind === 'link') return /^https?:\/\/\S+$/i.test(text) ? text : null
  return null
}
