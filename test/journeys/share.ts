import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { BrowserContext, Page } from '@playwright/test'
import { root } from '../stand/server.ts'

interface SharedFile {
  readonly name: string
  readonly type: string
  /** As Base64, to get into the page. */
  readonly bytes: string
}

interface Shared {
  readonly text?: string
  readonly files?: readonly SharedFile[]
}

/** A form posted to the app by no page of its own, as Chromium does when another app shares with it. */
export async function shareTo(
  context: BrowserContext,
  origin: string,
  shared: Shared,
): Promise<Page> {
  const page = await context.newPage()
  await Promise.all([
    page.waitForURL(`${origin}/share*`),
    page.evaluate(post, { action: `${origin}/share`, ...shared }),
  ])
  return page
}

/** Runs in the page. */
function post({ action, text = '', files = [] }: Shared & { readonly action: string }): void {
  const form = Object.assign(document.createElement('form'), {
    action,
    method: 'post',
    enctype: 'multipart/form-data',
    autocomplete: 'off',
  })
  for (const [name, value] of Object.entries({ title: '', text, url: '' })) {
    form.append(Object.assign(document.createElement('input'), { type: 'hidden', name, value }))
  }
  const chosen = new DataTransfer()
  for (const { name, type, bytes } of files) {
    const own = Uint8Array.from(atob(bytes), (sign) => sign.codePointAt(0) ?? 0)
    chosen.items.add(new File([own], name, { type }))
  }
  const input = Object.assign(document.createElement('input'), {
    type: 'file',
    name: 'files',
    multiple: true,
  })
  input.files = chosen.files
  form.append(input)
  document.body.append(form)
  form.submit()
}

export function sharedText(name: string, type: string, text: string): SharedFile {
  return { name, type, bytes: Buffer.from(text).toString('base64') }
}

/** A picture that has a word in its bytes, by which it is found wherever it lies in the open. */
export function pictureWith(word: string): Buffer {
  const icon = readFileSync(join(root, 'src/web/public/icons/icon-192.png'))
  return Buffer.concat([icon, Buffer.from(word)])
}

export function sharedPicture(name: string, word: string): SharedFile {
  return { name, type: 'image/png', bytes: pictureWith(word).toString('base64') }
}
