import { noteFailure } from './connection.ts'
import { client } from './server.ts'

const reloadedAt = 'sobremesa-reloaded-at'
const milliseconds = 60_000

/**
 * A page's own files come when it is first opened. Where they do not, the server is away or knows this browser
 * no more, and the shell says so; or it has a newer app by now, and that is brought.
 */
export function mindMissingParts(): void {
  window.addEventListener('vite:preloadError', () => void lookWhy())
}

async function lookWhy(): Promise<void> {
  try {
    await client.settings.show({})
  } catch (error) {
    noteFailure(error)
    return
  }
  // Once; what is missing after that is no question of age.
  if (Date.now() - Number(sessionStorage.getItem(reloadedAt) ?? 0) < milliseconds) return
  sessionStorage.setItem(reloadedAt, String(Date.now()))
  location.reload()
}
