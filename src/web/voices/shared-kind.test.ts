import { expect, test } from 'vitest'
import { kindOfShared } from './shared-kind.ts'

test.each([
  ['page.jpg', 'image/jpeg', 'picture'],
  ['1000023', 'image/heic', 'picture'],
  ['scan.PDF', '', 'picture'],
  ['talk.vtt', 'application/octet-stream', 'transcript'],
  ['talk.srt', 'application/x-subrip', 'transcript'],
  ['_chat.txt', 'text/plain; charset=utf-8', 'transcript'],
  ['people.vcf', 'text/x-vcard', 'contacts'],
  ['people.csv', 'text/comma-separated-values', 'contacts'],
  ['a film.mp4', 'video/mp4', 'other'],
  ['drawing', 'image/svg+xml', 'other'],
] as const)('%s, said to be %s: %s', (name, mediaType, kind) => {
  expect(kindOfShared({ name, mediaType })).toBe(kind)
})
