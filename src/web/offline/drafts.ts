import type { Sealer } from './seal.ts'

/** Where drafts lie: localStorage, which alone can be written to in the middle of a key press. */
type Drawer = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>

const prefix = 'sobremesa-draft-'

/** Puts a draft away, sealed, before this returns; an empty one is taken away. */
export function putDraft(drawer: Drawer, sealer: Sealer, name: string, text: string): void {
  const place = prefix + sealer.nameOf(name)
  if (text === '') drawer.removeItem(place)
  else drawer.setItem(place, textOfBytes(sealer.seal(text)))
}

export function readDraft(drawer: Drawer, sealer: Sealer, name: string): string | null {
  const sealed = drawer.getItem(prefix + sealer.nameOf(name))
  return sealed === null ? null : sealer.open(bytesOfText(sealed))
}

/** Every draft there is, of whichever account, and what was kept in the open by versions before this one. */
export function clearDrafts(drawer: Storage): void {
  const names = Array.from({ length: drawer.length }, (_, at) => drawer.key(at) ?? '')
  for (const name of names) {
    if (/^sobremesa-(draft|line|note)-/.test(name)) drawer.removeItem(name)
  }
}

/** Base64, for a drawer that takes only text. */
function textOfBytes(bytes: Uint8Array): string {
  let text = ''
  for (const byte of bytes) text += String.fromCharCode(byte)
  return btoa(text)
}

function bytesOfText(text: string): Uint8Array {
  try {
    return Uint8Array.from(atob(text), (sign) => sign.charCodeAt(0))
  } catch {
    return new Uint8Array()
  }
}
