import { expect, test } from 'vitest'
import { regionOf } from './region.ts'

test.each([
  ['Europe/Madrid', 'ES'],
  ['Europe/Berlin', 'DE'],
  ['Europe/London', 'GB'],
  ['America/New_York', 'US'],
  ['Asia/Kolkata', 'IN'],
  ['Europe/Kyiv', 'UA'],
])('a number written in %s without a country is one of %s', (zone, region) => {
  expect(regionOf(zone)).toBe(region)
})

test('no country is made up for a zone of none', () => {
  for (const zone of ['UTC', 'Etc/GMT+5', 'Nowhere/Land', '']) expect(regionOf(zone)).toBeNull()
})
