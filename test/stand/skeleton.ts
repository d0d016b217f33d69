import { cpSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { root } from './server.ts'
import { temporaryFolder } from './temporary.ts'

/**
 * A folder that is to set-up and command what the product's is: their files as they are, borrowed
 * packages, and further files as given. Its name has a space, as people's folders do.
 */
export function skeleton(
  files: Readonly<Record<string, string>>,
  packages: 'set up' | 'not set up',
) {
  const place = temporaryFolder('skeleton')
  const path = join(place.path, 'my notebook')
  for (const name of ['bin', 'setup.mjs', 'package.json', 'package-lock.json', '.npmrc']) {
    cpSync(join(root, name), join(path, name), { recursive: true })
  }
  if (packages === 'set up') symlinkSync(join(root, 'node_modules'), join(path, 'node_modules'))
  for (const [file, text] of Object.entries(files)) {
    mkdirSync(dirname(join(path, file)), { recursive: true })
    writeFileSync(join(path, file), text)
  }
  return { path, [Symbol.dispose]: () => place[Symbol.dispose]() }
}
