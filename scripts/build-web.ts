import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'
import { build } from 'vite'

/**
 * Builds the web app into build/web when what it is made from has changed: the files of src/web, the
 * sources of ours that they import (found by following the imports), the packages, the plan of the build.
 */
const root = resolve(import.meta.dirname, '..')
const made = join(root, 'build/web')
const stamp = join(root, 'build/web.made-from')

const started = performance.now()
const state = fingerprint(sources())
if (
  existsSync(join(made, 'index.html')) &&
  existsSync(stamp) &&
  readFileSync(stamp, 'utf8') === state
) {
  console.log('The web app is as it was')
} else {
  await build({ configFile: join(root, 'vite.config.ts'), logLevel: 'warn' })
  writeFileSync(stamp, state)
  console.log(`The web app is built, in ${((performance.now() - started) / 1000).toFixed(1)} s`)
}

/** Every file the app is made from, the rest of our sources included as far as they are imported at run time. */
function sources(): string[] {
  const found = new Set(
    [
      'package-lock.json',
      'vite.config.ts',
      'scripts/build-web.ts',
      'scripts/offline-worker.ts',
    ].map((file) => join(root, file)),
  )
  const waiting = readdirSync(join(root, 'src/web'), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !entry.name.includes('.test.'))
    .map((entry) => join(entry.parentPath, entry.name))
  for (let file = waiting.pop(); file !== undefined; file = waiting.pop()) {
    if (found.has(file)) continue
    found.add(file)
    if (/\.tsx?$/.test(file)) waiting.push(...importedBy(file))
  }
  return [...found].toSorted()
}

function importedBy(file: string): string[] {
  const text = readFileSync(file, 'utf8')
  return [...text.matchAll(/(?:from|import)\s*\(?\s*'(\.{1,2}\/[^']+)'/g)]
    .map(([, path = '']) => resolve(dirname(file), path))
    .filter((path) => existsSync(path))
}

function fingerprint(files: readonly string[]): string {
  const hash = createHash('sha256')
  for (const file of files) {
    hash
      .update(`${relative(root, file)}\n`)
      .update(readFileSync(file))
      .update('\n')
  }
  return hash.digest('hex')
}
