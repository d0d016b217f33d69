import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { build } from 'vite'
import { root } from '../stand/server.ts'
import { temporaryFolder } from '../stand/temporary.ts'

/** A module of ours and all that it imports as one script, to be put into a window. */
export async function pageScript(module: string): Promise<string> {
  using folder = temporaryFolder('page-script')
  await build({
    configFile: false,
    publicDir: false,
    logLevel: 'error',
    build: {
      outDir: folder.path,
      emptyOutDir: true,
      modulePreload: false,
      target: 'chrome123',
      rolldownOptions: {
        input: join(root, module),
        output: { format: 'iife', codeSplitting: false, entryFileNames: 'page-script.js' },
      },
    },
  })
  return readFileSync(join(folder.path, 'page-script.js'), 'utf8')
}
