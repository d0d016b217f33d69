import { type DBSchema, deleteDB, type IDBPDatabase, openDB } from 'idb'
import { type BrowserShelf, openBrowserShelf } from './browser-shelf.ts'
import { type FileSealer, fileSealerFrom } from './file-seal.ts'
import { type Sealer, sealerFrom, secretLength } from './seal.ts'

/**
 * Where one account keeps things in this browser: a database of its own, and a secret that only this browser can
 * unwrap. Which account it is shows when the server is first reached; until then it belongs to nobody else.
 */
interface Place {
  readonly id: string
  readonly account: string | null
  /** AES-GCM, and not to be taken out of the browser. */
  readonly wrapping: CryptoKey
  readonly nonce: Uint8Array<ArrayBuffer>
  readonly wrapped: ArrayBuffer
}

interface Places extends DBSchema {
  places: { key: string; value: Place }
  /** Under `now`: the id of the place that is open. */
  open: { key: string; value: string }
}

export interface OpenPlace {
  readonly id: string
  readonly account: string | null
  readonly shelf: BrowserShelf
  readonly sealer: Sealer
  readonly fileSealer: FileSealer
}

/** The place that this browser last used; made when there is none. */
export async function openPlace(): Promise<OpenPlace> {
  const places = await openPlaces()
  try {
    const id = await places.get('open', 'now')
    const known = id === undefined ? undefined : await places.get('places', id)
    return await enter(known ?? (await make(places, null)))
  } finally {
    places.close()
  }
}

/** The place that is open, where it is somebody's; none is made. */
export async function openKnownPlace(): Promise<OpenPlace | null> {
  const places = await openPlaces()
  try {
    const id = await places.get('open', 'now')
    const known = id === undefined ? undefined : await places.get('places', id)
    return known && known.account !== null ? await enter(known) : null
  } finally {
    places.close()
  }
}

/** The place of this account: the open one becomes it where it was nobody's yet. */
export async function placeOf(account: string, now: OpenPlace): Promise<OpenPlace> {
  if (now.account === account) return now
  const places = await openPlaces()
  try {
    const all = await places.getAll('places')
    const known = all.find((place) => place.account === account)
    const own = all.find(({ id }) => id === now.id)
    if (!known && own && own.account === null) {
      await places.put('places', { ...own, account })
      return { ...now, account }
    }
    const place = known ?? (await make(places, account))
    await places.put('open', place.id, 'now')
    now.shelf.close()
    return await enter(place)
  } finally {
    places.close()
  }
}

/** The secret first: whatever a disk still holds afterwards, nothing opens it any more. */
export async function destroyPlace(place: OpenPlace): Promise<void> {
  const places = await openPlaces()
  try {
    const gone = places.transaction(['places', 'open'], 'readwrite', { durability: 'strict' })
    await gone.objectStore('places').delete(place.id)
    await gone.objectStore('open').delete('now')
    await gone.done
  } finally {
    places.close()
  }
  place.shelf.close()
  await deleteDB(nameOf(place.id))
}

async function openPlaces(): Promise<IDBPDatabase<Places>> {
  return openDB<Places>('sobremesa', 1, {
    upgrade(made) {
      made.createObjectStore('places', { keyPath: 'id' })
      made.createObjectStore('open')
    },
  })
}

async function make(places: IDBPDatabase<Places>, account: string | null): Promise<Place> {
  const use: KeyUsage[] = ['encrypt', 'decrypt']
  const wrapping = await crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, use)
  const nonce = crypto.getRandomValues(new Uint8Array(12))
  const secret = crypto.getRandomValues(new Uint8Array(secretLength))
  const wrapped = await crypto.subtle.encrypt({ name: 'AES-GCM', iv: nonce }, wrapping, secret)
  const place = { id: crypto.randomUUID(), account, wrapping, nonce, wrapped }
  const making = places.transaction(['places', 'open'], 'readwrite', { durability: 'strict' })
  // Two windows may open the first time together: the second takes what the first made.
  const other = await making.objectStore('open').get('now')
  const before = other === undefined ? undefined : await making.objectStore('places').get(other)
  if (before && before.account === account) {
    await making.done
    return before
  }
  await making.objectStore('places').put(place)
  await making.objectStore('open').put(place.id, 'now')
  await making.done
  return place
}

async function enter(place: Place): Promise<OpenPlace> {
  const { id, account, wrapping, nonce, wrapped } = place
  const unwrapped = await crypto.subtle.decrypt({ name: 'AES-GCM', iv: nonce }, wrapping, wrapped)
  const secret = new Uint8Array(unwrapped)
  const sealer = sealerFrom(secret, (bytes) => crypto.getRandomValues(new Uint8Array(bytes)))
  const shelf = await openBrowserShelf(nameOf(id))
  return { id, account, sealer, fileSealer: fileSealerFrom(secret), shelf }
}

function nameOf(place: string): string {
  return `sobremesa-${place}`
}
