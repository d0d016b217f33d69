import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { brotliDecompressSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { Assets, serveAsset } from './assets.ts'

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sobremesa-assets-'))
  await writeFile(join(folder, 'secret.txt'), 'not for you')
  await mkdir(join(folder, 'web/assets'), { recursive: true })
  await writeFile(join(folder, 'web/index.html'), '<!doctype html><title>App</title>')
  await writeFile(join(folder, 'web/assets/index-B3xYz9aQ.js'), 'export {}')
})
afterAll(() => rm(folder, { recursive: true }))

function ask(path: string, encoding = ''): Promise<Response> {
  const headers = { 'accept-encoding': encoding }
  return serveAsset(new Assets(join(folder, 'web')), new Request(`http://x${path}`, { headers }))
}

describe('the web app', () => {
  test('answers every address of a page with itself, never kept', async () => {
    for (const path of ['/', '/people/01890000', '/fields/paper']) {
      const answer = await ask(path)
      expect(await answer.text()).toContain('<title>App</title>')
      expect(answer.headers.get('cache-control')).toBe('no-cache')
    }
  })

  test('gives its files packed, with their type, to be kept for good by their name', async () => {
    const answer = await ask('/assets/index-B3xYz9aQ.js', 'gzip, br')
    expect(Object.fromEntries(answer.headers)).toMatchObject({
      'content-type': 'text/javascript; charset=utf-8',
      'content-encoding': 'br',
      'cache-control': 'private, max-age=31536000, immutable',
    })
    const packed = Buffer.from(await answer.arrayBuffer())
    expect(String(brotliDecompressSync(packed))).toBe('export {}')
  })

  test('has no file but its own', async () => {
    for (const path of [
      '/..%2fsecret.txt',
      '/assets/..%2f..%2fsecret.txt',
      '/gone.js',
      '/%00.js',
    ]) {
      expect((await ask(path)).status).toBe(404)
    }
  })

  test('that is not built says how to build it', async () => {
    const request = new Request('http://x/')
    const answer = await serveAsset(new Assets(join(folder, 'nothing')), request)
    expect(answer.status).toBe(503)
    expect(await answer.text()).toContain('npm start')
  })
})
