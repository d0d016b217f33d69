import { focusOn } from './keys.ts'

const milliseconds = 50
const patience = 10_000

/** From the menu of the app's icon ("Capture a line"): the cursor stands in the capture line as soon as there is one. */
export function mindShortcut(): () => void {
  if (!new URLSearchParams(location.search).has('capture')) return () => undefined
  const looking = setInterval(() => focusOn('[data-capture]') && stop(), milliseconds)
  const late = setTimeout(stop, patience)
  function stop(): void {
    clearInterval(looking)
    clearTimeout(late)
  }
  return stop
}
