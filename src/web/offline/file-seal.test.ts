import { randomBytes } from 'node:crypto'
import { expect, test } from 'vitest'
import { fileSealerFrom } from './file-seal.ts'

const secret = new Uint8Array(randomBytes(64))
const sealer = fileSealerFrom(secret)
const bytes = new Uint8Array(randomBytes(100_000))

test('a file comes back as it was, closed differently each time', async () => {
  const [one, other] = [await sealer.seal(bytes, 'a'), await sealer.seal(bytes, 'a')]
  expect(one).not.toEqual(other)
  expect(await sealer.open(one, 'a')).toEqual(bytes)
  // The device opens again with the same secret.
  expect(await fileSealerFrom(secret).open(other, 'a')).toEqual(bytes)
  expect(await sealer.open(await sealer.seal(new Uint8Array(), 'b'), 'b')).toEqual(new Uint8Array())
})

test('under another name, with another secret, or changed by a bit, it does not open', async () => {
  const sealed = await sealer.seal(bytes, 'a')
  expect(await sealer.open(sealed, 'b')).toBe(null)
  expect(await fileSealerFrom(new Uint8Array(randomBytes(64))).open(sealed, 'a')).toBe(null)
  for (const place of [0, 12, sealed.length - 1]) {
    const bent = sealed.map((byte, at) => (at === place ? byte ^ 1 : byte))
    expect(await sealer.open(bent, 'a')).toBe(null)
  }
  expect(await sealer.open(new Uint8Array(3), 'a')).toBe(null)
})
