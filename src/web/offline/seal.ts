import { gcmsiv } from '@noble/ciphers/aes.js'
import { xchacha20poly1305 } from '@noble/ciphers/chacha.js'
import { bytesToHex } from '@noble/ciphers/utils.js'

/** Closes and opens texts with the key of one device; nothing here waits, so it can happen in a key press. */
export interface Sealer {
  seal(text: string): Uint8Array
  /** Null for what was closed with another key, or was changed since. */
  open(sealed: Uint8Array): string | null
  /** The same opaque name for the same text each time; nobody reads the text out of it. */
  nameOf(text: string): string
}

/** Bytes of a secret: one key for what is sealed, one for names. */
export const secretLength = 64
const nonceLength = 24
const tagLength = 16

/** XChaCha20-Poly1305 under chance nonces; names are the tag of AES-GCM-SIV (RFC 8452), which depends on text and key alone. */
export function sealerFrom(secret: Uint8Array, random: (bytes: number) => Uint8Array): Sealer {
  const [key, nameKey] = [secret.slice(0, 32), secret.slice(32, secretLength)]
  const always = new Uint8Array(12)
  const bytes = new TextEncoder()
  return {
    seal(text) {
      const nonce = random(nonceLength)
      const closed = xchacha20poly1305(key, nonce).encrypt(bytes.encode(text))
      const sealed = new Uint8Array(nonceLength + closed.length)
      sealed.set(nonce)
      sealed.set(closed, nonceLength)
      return sealed
    },
    open(sealed) {
      try {
        const cipher = xchacha20poly1305(key, sealed.subarray(0, nonceLength))
        return new TextDecoder().decode(cipher.decrypt(sealed.subarray(nonceLength)))
      } catch {
        return null
      }
    },
    nameOf(text) {
      const closed = gcmsiv(nameKey, always).encrypt(bytes.encode(text))
      return bytesToHex(closed.slice(-tagLength))
    },
  }
}
