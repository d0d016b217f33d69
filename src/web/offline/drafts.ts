import type { Sealer } from './seal.ts'

/** Where drafts lie: localStorage, which alone can be written to in the middle of a key press. */
export type Drawer = Pick<Storage, 'getItem' | 'setItem' | 'removeItem' | 'key' | 'length'>

export const draftPrefix = 'sobremesa-draft-'

/** Puts a draft away, sealed, before this returns; an empty one is taken away. */
export function putDraft(drawer: Drawer, sealer: Sealer, name: string, text: string): void {
  const place = draftPrefix + sealer.nameOf(name)
  if (text === '') drawer.removeItem(place)
  else drawer.setItem(place, textOfBytes(sealer.seal(text)))
}

export function readDraft(drawer: Drawer, sealer: Sealer, name: string): string | null {
  const sealed = drawer.getItem(draftPrefix + sealer.nameOf(name))
  return sealed === null ? null : sealer.open(bytesOfText(sealed))
}

/** Every draft there is, of whichever account, and what was kept in the open by versions before this one. */
export function clearDrafts(drawer: Storage): void {
  const names = Array.from({ length: drawer.length }, (_, at) => drawer.key(at) ?? '')
  for (const name of names) {
    if (/^sobremesa-(draft|line|note)-/.test(name)) drawer.removeItem(name)
  }
}

/** Letters for which one call is made: more would not fit its arguments. */
const piece = 0x2000

/** Base64, for a drawer that takes only text. */
export function textOfBytes(bytes: Uint8Array): string {
  let text = ''
  for (let at = 0; at < bytes.length; at += piece) {
    text += String.fromCharCode(...bytes.subarray(at, at + piece))
  }
  return btoa(text)
}

export function bytesOfText(text: string): Uint8Array {
  try {
    return Uint8Array.from(atob(text), (sign) => sign.charCodeAt(0))
  } catch {
    return new Uint8Array()
  }
}
