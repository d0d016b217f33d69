import { fileURLToPath } from 'node:url'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'
import { offlineWorker } from './scripts/offline-worker.ts'

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url))

/**
 * The web app: src/web to build/web. No inline script and no inline asset, so that
 * `script-src 'self'` holds; every file but the page and scheme.js carries a hash of what is in it.
 */
export default defineConfig({
  root: here('./src/web'),
  publicDir: here('./src/web/public'),
  plugins: [react(), offlineWorker(here('./src/web/worker/worker.ts'))],
  build: {
    outDir: here('./build/web'),
    emptyOutDir: true,
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    target: ['chrome123', 'firefox120', 'safari17.5'],
    reportCompressedSize: false,
    chunkSizeWarningLimit: 700,
    rolldownOptions: {
      output: {
        // A phone asks for six files at a time: all that the first screen needs is one.
        codeSplitting: { groups: [{ name: 'frame', tags: ['$initial'] }] },
      },
    },
  },
  server: {
    fs: { allow: [here('.')] },
    proxy: { '/api': 'http://127.0.0.1:4321' },
  },
})
