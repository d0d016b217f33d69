import { expect, test } from 'vitest'
import { networkOf } from './network.ts'

test('one network has one name, however its addresses are written', () => {
  const all = ['2001:db8::1', '2001:db8:0:0:ffff::', '2001:0DB8:0000::9%eth0', '2001:db8::']
  expect(new Set(all.map(networkOf))).toEqual(new Set(['2001:db8:0:0']))
  expect(networkOf('2001:db8:0:1:2:3:4:5')).toBe('2001:db8:0:1')
  expect(networkOf('::1')).toBe('0:0:0:0')
})

test('an address of the old kind is itself, also where it is written as one of the new', () => {
  expect([networkOf('192.0.2.7'), networkOf('::ffff:192.0.2.7')]).toEqual([
    '192.0.2.7',
    '192.0.2.7',
  ])
  expect(networkOf('no address')).toBe('no address')
})
