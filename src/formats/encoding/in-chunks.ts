import { encodeUtf8 } from './decode.ts'

/** What is already in memory, as the readers take it: in pieces of `size` bytes, the last one shorter. */
export async function* inChunks(
  content: string | Uint8Array,
  size = 65_536,
): AsyncGenerator<Uint8Array> {
  const bytes = typeof content === 'string' ? encodeUtf8(content) : content
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size)
}
