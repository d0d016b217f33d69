import { expect, test } from 'vitest'
import { isInside } from './reach.ts'

test.each([
  '127.0.0.1',
  '127.255.1.2',
  '10.1.2.3',
  '172.16.0.1',
  '172.31.255.255',
  '192.168.1.1',
  '169.254.169.254',
  '100.64.0.1',
  '0.0.0.0',
  '255.255.255.255',
  '224.0.0.1',
  '::',
  '::1',
  'fd00::1',
  'fe80::1%eth0',
  '::ffff:10.0.0.1',
  '::ffff:7f00:1',
  '64:ff9b::a00:1',
  '2002:a00:1::',
])('%s is inside', (address) => {
  expect(isInside(address)).toBe(true)
})

test.each([
  '8.8.8.8',
  '172.32.0.1',
  '100.128.0.1',
  '193.0.0.1',
  '2606:4700::1111',
  '::ffff:8.8.8.8',
])('%s is out in the world', (address) => {
  expect(isInside(address)).toBe(false)
})
