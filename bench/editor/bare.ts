import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { build } from 'vite'
import { noteOf } from './note.ts'

/** The editor that the notes are made with, alone on an empty page: no marks, nothing kept, nothing understood. */
export async function bareEditor(page: Page, lines: number, folder: string): Promise<void> {
  const entry = join(import.meta.dirname, 'bare-page.ts')
  await build({
    configFile: false,
    publicDir: false,
    logLevel: 'silent',
    build: {
      outDir: folder,
      emptyOutDir: false,
      rolldownOptions: { input: entry, output: { format: 'iife', entryFileNames: 'bare.js' } },
    },
  })
  await page.setContent('<!doctype html><html lang="en"><body></body></html>')
  await page.addScriptTag({ path: join(folder, 'bare.js') })
  await rm(join(folder, 'bare.js'))
  await page.evaluate(
    (text) => dispatchEvent(new CustomEvent('note', { detail: text })),
    noteOf(lines),
  )
}
