/** A file of the app: its address on this server, and the SHA-256 of what is in it, in hexadecimal. */
export type ListedFile = readonly [path: string, digest: string]

const prefix = 'sobremesa-app-'
/** So many are asked for at once; a phone has other things to do. */
const atOnce = 6

function cacheOf(version: string): string {
  return prefix + version
}

/**
 * Brings every file of a version into its cache; throws where one is not what the list says, as when the server is
 * being renewed at this moment. What another version holds already, or an attempt before this, is not asked for again.
 */
export async function keepAll(version: string, files: readonly ListedFile[]): Promise<void> {
  const cache = await caches.open(cacheOf(version))
  const waiting = [...files]
  const bringer = async () => {
    for (let next = waiting.shift(); next; next = waiting.shift()) await bring(cache, next)
  }
  await Promise.all(Array.from({ length: atOnce }, bringer))
}

async function bring(cache: Cache, [path, digest]: ListedFile): Promise<void> {
  const known = await caches.match(path)
  if (known && (await digestOf(known)) === digest) return cache.put(path, known)
  // No cookie stands in a response that a script sees, so none is kept.
  const response = await fetch(path, { cache: 'no-cache', credentials: 'same-origin' })
  if (!response.ok || (await digestOf(response)) !== digest) {
    throw new Error(`${path} is not the file that belongs to this version`)
  }
  return cache.put(path, response)
}

async function digestOf(response: Response): Promise<string> {
  const bytes = await response.clone().arrayBuffer()
  const digest = await crypto.subtle.digest('SHA-256', bytes)
  return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0')).join('')
}

/** A file of this version, or of one before that a window still shows. */
export async function keptFile(version: string, path: string): Promise<Response | undefined> {
  const own = await caches.open(cacheOf(version))
  return (await own.match(path)) ?? (await caches.match(path))
}

/** Lets go of every version but one. */
export async function letGoOfOthers(version: string): Promise<void> {
  const names = await caches.keys()
  const others = names.filter((name) => name.startsWith(prefix) && name !== cacheOf(version))
  await Promise.all(others.map((name) => caches.delete(name)))
}
