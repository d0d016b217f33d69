import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join, relative, sep } from 'node:path'
import { build, type Plugin } from 'vite'

const workerFile = 'worker.js'

/**
 * After the app is built: the service worker, in one file of its own, with the list of all others written in. A file
 * that changed has another digest, so any change of the app is a change of the worker, which is how browsers learn of it.
 */
export function offlineWorker(entry: string): Plugin {
  let folder = ''
  return {
    name: 'offline-worker',
    apply: 'build',
    configResolved(config) {
      folder = config.build.outDir
    },
    async closeBundle(failure) {
      if (!failure) await buildWorker(entry, folder)
    },
  }
}

/** Writes worker.js for the app that stands in a folder. */
export async function buildWorker(entry: string, folder: string): Promise<void> {
  const files = listOf(folder)
  const version = createHash('sha256').update(JSON.stringify(files)).digest('hex').slice(0, 16)
  await build({
    configFile: false,
    publicDir: false,
    logLevel: 'warn',
    define: { listedFiles: JSON.stringify(files), version: JSON.stringify(version) },
    build: {
      outDir: folder,
      emptyOutDir: false,
      target: ['chrome123', 'firefox120', 'safari17.5'],
      reportCompressedSize: false,
      rolldownOptions: { input: entry, output: { format: 'iife', entryFileNames: workerFile } },
    },
  })
}

/** Every file that was built, as `[address, SHA-256]`, in the order of the addresses. */
function listOf(folder: string): [string, string][] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name !== workerFile)
    .map((entry) => join(entry.parentPath, entry.name))
    .map((file): [string, string] => [
      `/${relative(folder, file).split(sep).join('/')}`,
      createHash('sha256').update(readFileSync(file)).digest('hex'),
    ])
    .toSorted(([one], [other]) => (one < other ? -1 : 1))
}
