import type { Brought, WantedFile } from './brought.ts'
import { broughtIn, devicePlace } from './device.ts'
import type { Bytes } from './file-seal.ts'

/** Null where this browser keeps nothing. */
function broughtHere(): Brought | null {
  const place = devicePlace()
  return place && broughtIn(place)
}

/** False before the server ever said which files are near: then all it has is asked for. */
export async function knowsNearFiles(): Promise<boolean> {
  return (await broughtHere()?.isTold()) ?? true
}

/** The bytes of a picture that is near, or all turns of a transcript as JSON; null where they are not here. */
export async function nearFile(kind: WantedFile['kind'], id: string): Promise<Bytes | null> {
  return (await broughtHere()?.read(kind, id)) ?? null
}

/** Brings what is missing, one after the other; ends where nobody answers. */
export async function bringFiles(
  fetchOne: (file: WantedFile) => Promise<Bytes | 'refused' | 'unreachable'>,
): Promise<void> {
  const brought = broughtHere()
  if (!brought) return
  for (let [next] = await brought.missing(); next; [next] = await brought.missing()) {
    const came = await fetchOne(next)
    if (came === 'unreachable') return
    await brought.put(next, came === 'refused' ? null : came)
  }
}
