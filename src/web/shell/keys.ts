export const isMac = typeof navigator !== 'undefined' && /Mac|iPhone|iPad/.test(navigator.platform)
export const commandKey = isMac ? '⌘' : 'Ctrl'

export type Deed = 'palette' | 'capture' | 'search' | 'help'

interface Pressed {
  readonly key: string
  readonly ctrlKey: boolean
  readonly metaKey: boolean
  readonly altKey: boolean
  readonly isComposing: boolean
}

/** What a key asks for. Single letters ask for nothing while one writes. */
export function deedOf(pressed: Pressed, writing: boolean): Deed | null {
  if (pressed.isComposing || pressed.altKey) return null
  if (pressed.ctrlKey || pressed.metaKey)
    return pressed.key.toLowerCase() === 'k' ? 'palette' : null
  if (writing) return null
  const deeds: Readonly<Record<string, Deed>> = { n: 'capture', '/': 'search', '?': 'help' }
  return deeds[pressed.key] ?? null
}

/** Whether keys go into a text just now. */
export function isWriting(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable ||
      target.matches('input:not([type=radio]):not([type=checkbox]), textarea, select'))
  )
}

/** The first of its kind that can be seen; false when the page has none. */
export function focusOn(selector: string): boolean {
  const seen = [...document.querySelectorAll<HTMLElement>(selector)].find(
    (element) => element.offsetParent !== null || element.getClientRects().length > 0,
  )
  seen?.focus()
  return seen !== undefined
}
