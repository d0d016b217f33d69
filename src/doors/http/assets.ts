import { readFile } from 'node:fs/promises'
import { readdir } from 'node:fs/promises'
import { extname, join, sep } from 'node:path'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import { messagePage } from './page.ts'

/** The built web app. Only files found there when it is first asked for are ever sent. */
export class Assets {
  readonly #folder: string
  #files: Promise<ReadonlySet<string>> | null = null
  readonly #packed = new Map<string, Promise<Buffer<ArrayBuffer>>>()

  constructor(folder: string) {
    this.#folder = folder
  }

  async has(path: string): Promise<boolean> {
    this.#files ??= namesUnder(this.#folder)
    const files = await this.#files
    // Not built yet: look again the next time.
    if (files.size === 0) this.#files = null
    return files.has(path)
  }

  read(path: string): Promise<Buffer<ArrayBuffer>> {
    return readFile(join(this.#folder, path))
  }

  /** Packed once, and kept: the app is a few hundred kilobytes. */
  packed(path: string, how: Packing): Promise<Buffer<ArrayBuffer>> {
    const name = `${how} ${path}`
    const known = this.#packed.get(name)
    if (known) return known
    const made = this.read(path).then((bytes) => pack[how](bytes))
    this.#packed.set(name, made)
    return made
  }
}

type Packing = 'br' | 'gzip'

const brotli = promisify(brotliCompress)
const quality = { params: { [constants.BROTLI_PARAM_QUALITY]: 6 } }
const pack = {
  br: (bytes: Buffer) => brotli(bytes, quality),
  gzip: promisify(gzip),
} as const satisfies Record<Packing, (bytes: Buffer) => Promise<Buffer>>

async function namesUnder(folder: string): Promise<Set<string>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => [])
  return new Set(
    entries
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
      .map((path) => path.split(sep).join('/')),
  )
}

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.map': 'application/json',
  '.webmanifest': 'application/manifest+json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.webp': 'image/webp',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.txt': 'text/plain; charset=utf-8',
}
const packable = /\.(html|js|css|json|map|webmanifest|svg|txt)$/
const hashed = /[-.][\w-]{8,}\.\w+$/

/** A file of the web app; for any other address without a file ending, the app itself, which knows its pages. */
export async function serveAsset(assets: Assets, request: Request): Promise<Response> {
  const path = pathOf(request)
  const file = (await assets.has(path)) ? path : 'index.html'
  if (file !== path && extname(path) !== '') return toResponse(notThere)
  if (!(await assets.has(file))) return toResponse(notBuilt)
  const packing = packable.test(file) ? packingFor(request) : null
  const bytes = await (packing ? assets.packed(file, packing) : assets.read(file))
  const lasting = file.startsWith('assets/') && hashed.test(file)
  const headers = new Headers({
    'content-type': types[extname(file)] ?? 'application/octet-stream',
    'cache-control': lasting ? 'private, max-age=31536000, immutable' : 'no-cache',
    vary: 'accept-encoding',
  })
  if (packing) headers.set('content-encoding', packing)
  return new Response(bytes, { headers })
}

function pathOf(request: Request): string {
  try {
    return decodeURIComponent(new URL(request.url).pathname).slice(1)
  } catch {
    return 'not-readable.'
  }
}

function packingFor(request: Request): Packing | null {
  const taken = request.headers.get('accept-encoding') ?? ''
  if (/\bbr\b/.test(taken)) return 'br'
  return /\bgzip\b/.test(taken) ? 'gzip' : null
}

function toResponse({ body, ...init }: ReturnType<typeof messagePage>): Response {
  return new Response(body, init)
}

const notThere = messagePage(404, 'There is nothing at this address', [
  'The web app has no such file.',
])
const notBuilt = messagePage(503, 'The web app is not built yet', [
  'Run "npm start" in the folder of Sobremesa: it builds the app and opens it.',
  'The command and the API work without it: see /api.',
])
