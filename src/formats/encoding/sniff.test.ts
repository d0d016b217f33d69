import { expect, test } from 'vitest'
import { encodeUtf8 } from './decode.ts'
import { sniff } from './sniff.ts'

/** Bytes without any order, the same each time. */
function packed(length: number): Uint8Array {
  let state = 12_345
  return Uint8Array.from({ length }, () => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0
    return state >>> 24
  })
}

test.each([300, 1000, 4096])('%d bytes of something packed are no text', (length) => {
  expect(sniff(packed(length))).toBe('binary')
})

test('a text with a stray control in it is a text', () => {
  expect(sniff(encodeUtf8(`Name,Tel\n${'Ana Ruiz,\u0001+34 600\n'.repeat(3)}`))).toBe('ascii-like')
  expect(sniff(encodeUtf8('Ana Ruiz,+34 600\u0000\n'.repeat(2)))).toBe('ascii-like')
})

test('letters of an old charset are a text', () => {
  const latin1 = Uint8Array.from('Prénom;Société\r\nÑuño;Äöü\r\n'.repeat(20), (letter) =>
    letter.charCodeAt(0),
  )
  expect(sniff(latin1)).toBe('ascii-like')
})
