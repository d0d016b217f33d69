import { expect, test } from 'vitest'
import { isSafe, waysHere } from './reach.ts'

const reach = { addresses: ['https://192.168.1.7:4747', 'https://10.0.0.2:4747'], root: null }

test('a phone is not sent to an address that means the phone itself', () => {
  for (const origin of ['https://127.0.0.1:4747', 'https://localhost:4747', 'https://[::1]:4747']) {
    expect(waysHere(origin, reach)).toEqual(reach.addresses)
  }
})

test('the address that is in use comes first, and each once', () => {
  expect(waysHere('https://notebook.example', reach)).toEqual([
    'https://notebook.example',
    ...reach.addresses,
  ])
  expect(waysHere('https://10.0.0.2:4747', reach)).toEqual([
    'https://10.0.0.2:4747',
    'https://192.168.1.7:4747',
  ])
})

test('only https is a place where an app is kept', () => {
  expect(['https://10.0.0.2:4747', 'http://10.0.0.2:4747'].map(isSafe)).toEqual([true, false])
})
