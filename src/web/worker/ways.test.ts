import { describe, expect, test } from 'vitest'
import { wayOf } from './ways.ts'

const origin = 'https://notebook.example:4747'
const files = new Set(['/index.html', '/assets/index-B3xYz9aQ.js', '/sobremesa.svg'])

function way(path: string, { method = 'GET', mode = 'navigate' } = {}): string {
  return wayOf({ method, mode, url: new URL(path, origin).href }, origin, files)
}

describe('the worker', () => {
  test('opens the app at each of its addresses', () => {
    for (const path of ['/', '/people/01890000', '/conversations/1/during', '/?capture=line']) {
      expect(way(path)).toBe('page')
    }
    expect(way('/share?title=&text=met%20Ana&url=')).toBe('page')
  })

  test('gives the files of the app, however they are asked for', () => {
    expect(way('/assets/index-B3xYz9aQ.js', { mode: 'cors' })).toBe('file')
    expect(way('/sobremesa.svg', { mode: 'no-cors' })).toBe('file')
    expect(way('/index.html')).toBe('file')
  })

  test('leaves the data to the server, always', () => {
    for (const path of ['/api', '/api/', '/api/people.find', '/mcp', '/mcp/', '/o/A-b_9']) {
      expect(way(path)).toBe('network')
      expect(way(path, { mode: 'cors' })).toBe('network')
    }
    expect(way('/', { method: 'POST' })).toBe('network')
  })

  test('lets a one-time address reach the server, which alone can turn it into a session', () => {
    expect(way('/?token=abc')).toBe('network')
    expect(way('/people?token=abc')).toBe('network')
  })

  test('takes what another app shares, and nothing else that is posted', () => {
    expect(way('/share', { method: 'POST' })).toBe('shared')
    expect(way('/share', { method: 'POST', mode: 'cors' })).toBe('network')
    expect(way('/shared', { method: 'POST' })).toBe('network')
    expect(way('https://elsewhere.example/share', { method: 'POST' })).toBe('network')
  })

  test('knows nothing of other files and other sites', () => {
    expect(way('/assets/gone-B3xYz9aQ.js', { mode: 'cors' })).toBe('network')
    expect(way('/sobremesa-root.crt')).toBe('network')
    expect(way('https://elsewhere.example/')).toBe('network')
  })

  test('takes a page whose address only begins like that of the data for a page', () => {
    expect(way('/apiary')).toBe('page')
  })
})
