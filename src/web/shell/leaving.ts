import { destroy } from '../offline/device.ts'
import { answers } from './answers.ts'
import { letAppGo } from './app-version.ts'
import { client } from './server.ts'

/**
 * Signs this browser out and takes all that was kept here off the device. The server hears of it first: where it cannot
 * be told, everything stays as it is. Throws its refusal.
 */
export async function leave(): Promise<void> {
  await client.access.leave({})
  answers.clear()
  await destroy()
  await letAppGo()
  const databases = await indexedDB.databases()
  await Promise.all(databases.map(({ name = '' }) => letDatabaseGo(name)))
  clearStorages()
  // As it closes, the page writes down once more how far it was scrolled.
  addEventListener('pagehide', clearStorages)
  location.replace('/')
}

/** Another window that has it open lets go of it a moment later; what is in it nobody can read by then. */
function letDatabaseGo(name: string): Promise<void> {
  return new Promise((resolve) => {
    const going = indexedDB.deleteDatabase(name)
    for (const end of ['success', 'error', 'blocked']) going.addEventListener(end, () => resolve())
  })
}

/** Of the former person nothing is left, not even how the page looked. */
function clearStorages(): void {
  for (const storage of [localStorage, sessionStorage]) storage.clear()
}
