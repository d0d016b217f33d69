/**
 * Closes files and opens them again. The browser does it beside the thread that draws, for a photo is some hundred times
 * as large as a line; under a key of its own, made from the secret of the device.
 */
export interface FileSealer {
  /** `name` is what it will be kept under: bytes that were put under another name do not open. */
  seal(bytes: Bytes, name: string): Promise<Uint8Array>
  /** Null for what was closed with another key or name, or was changed since. */
  open(sealed: Uint8Array, name: string): Promise<Bytes | null>
}

export type Bytes = Uint8Array<ArrayBuffer>

const nonceLength = 12
const inBytes = (text: string): Bytes => new TextEncoder().encode(text)

/** AES-256-GCM under chance nonces; the key by HKDF (RFC 5869), made when the first file comes. */
export function fileSealerFrom(secret: Uint8Array): FileSealer {
  let made: Promise<CryptoKey> | null = null
  const key = (): Promise<CryptoKey> => (made ??= keyFrom(new Uint8Array(secret)))
  return {
    async seal(bytes, name) {
      const nonce = crypto.getRandomValues(new Uint8Array(nonceLength))
      const closed = await crypto.subtle.encrypt(way(nonce, name), await key(), bytes)
      const sealed = new Uint8Array(nonceLength + closed.byteLength)
      sealed.set(nonce)
      sealed.set(new Uint8Array(closed), nonceLength)
      return sealed
    },
    async open(sealed, name) {
      const nonce = new Uint8Array(sealed.subarray(0, nonceLength))
      const closed = new Uint8Array(sealed.subarray(nonceLength))
      try {
        return new Uint8Array(await crypto.subtle.decrypt(way(nonce, name), await key(), closed))
      } catch {
        return null
      }
    },
  }
}

function way(iv: Bytes, name: string): AesGcmParams {
  return { name: 'AES-GCM', iv, additionalData: inBytes(name) }
}

async function keyFrom(secret: Bytes): Promise<CryptoKey> {
  const base = await crypto.subtle.importKey('raw', secret, 'HKDF', false, ['deriveKey'])
  const how = { name: 'HKDF', hash: 'SHA-256', salt: inBytes('sobremesa'), info: inBytes('files') }
  const what = { name: 'AES-GCM', length: 256 }
  return crypto.subtle.deriveKey(how, base, what, false, ['encrypt', 'decrypt'])
}
