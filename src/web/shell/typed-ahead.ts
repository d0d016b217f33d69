/** In milliseconds; a line that has not come by then does not come. */
const patience = 5000

/**
 * Keeps what is typed between the key that asks for the line and the moment the line is there, and writes it in. Other
 * shortcuts do not hear of it; Escape lets it go.
 */
export function keepTyped(): void {
  let typed = ''
  const done = new AbortController()
  const { signal } = done
  const timer = setTimeout(() => done.abort(), patience)
  signal.addEventListener('abort', () => clearTimeout(timer))

  function onKey(event: KeyboardEvent): void {
    const { key } = event
    if (key === 'Escape') return done.abort()
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return
    if (key !== 'Backspace' && [...key].length !== 1) return
    event.preventDefault()
    event.stopImmediatePropagation()
    typed = key === 'Backspace' ? typed.slice(0, -1) : typed + key
  }

  function onFocus({ target }: FocusEvent): void {
    if (!(target instanceof HTMLTextAreaElement) || !target.matches('[data-capture]')) return
    done.abort()
    if (typed === '') return
    target.setRangeText(typed, target.selectionStart, target.selectionEnd, 'end')
    target.dispatchEvent(new InputEvent('input', { bubbles: true, data: typed }))
  }

  window.addEventListener('keydown', onKey, { capture: true, signal })
  window.addEventListener('focusin', onFocus, { signal })
}
