import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'

const web = join(import.meta.dirname, '..')
const manifest = JSON.parse(readFileSync(join(web, 'public/manifest.webmanifest'), 'utf8'))

interface Icon {
  readonly src: string
  readonly sizes: string
  readonly purpose: string
}

/** Width and height, as they stand in the first piece of a PNG. */
function sizeOf(file: Buffer): string {
  return `${file.readUInt32BE(16)}x${file.readUInt32BE(20)}`
}

describe('what a phone reads before it installs the app', () => {
  test('names the app and where it begins, the same for ever', () => {
    expect(manifest).toMatchObject({
      id: '/',
      name: 'Sobremesa',
      start_url: '/',
      scope: '/',
      display: 'standalone',
    })
  })

  test('has icons of the sizes it says, for every shape that phones cut', () => {
    const icons: Icon[] = manifest.icons
    for (const { src, sizes } of icons) {
      expect(sizeOf(readFileSync(join(web, 'public', src)))).toBe(sizes)
    }
    const kinds = icons.map(({ sizes, purpose }) => `${purpose} ${sizes}`)
    expect(kinds.toSorted()).toEqual([
      'any 192x192',
      'any 512x512',
      'maskable 192x192',
      'maskable 512x512',
    ])
    expect(sizeOf(readFileSync(join(web, 'public/icons/apple-touch-icon.png')))).toBe('180x180')
  })

  test('sends what another app shares as a form, so that no address tells it', () => {
    expect(manifest.share_target).toMatchObject({
      action: '/share',
      method: 'POST',
      enctype: 'multipart/form-data',
      params: { title: 'title', text: 'text', url: 'url', files: [{ name: 'files' }] },
    })
    expect(readFileSync(join(web, 'routes.tsx'), 'utf8')).toContain(`path: '/share'`)
  })
})
