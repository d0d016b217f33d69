/** Safari has no idle moments to offer; a second after the page stands there is one. */
const aMoment = 1000
const atLatest = 3000

/** What can wait until the first page stands and nothing else is to be done. Gives the way to call it off. */
export function whenIdle(deed: () => void): () => void {
  const off = new AbortController()
  const wait = (): void => {
    if (off.signal.aborted) return
    if ('requestIdleCallback' in window) {
      const waiting = requestIdleCallback(deed, { timeout: atLatest })
      off.signal.addEventListener('abort', () => cancelIdleCallback(waiting))
    } else {
      const waiting = setTimeout(deed, aMoment)
      off.signal.addEventListener('abort', () => clearTimeout(waiting))
    }
  }
  if (document.readyState === 'complete') wait()
  else window.addEventListener('load', wait, { once: true, signal: off.signal })
  return () => off.abort()
}
