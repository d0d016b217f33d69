import { readFile, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import type { Home } from '../platform/home.ts'

const runningShape = z.object({
  port: z.number(),
  host: z.string(),
  pid: z.number(),
  tls: z.boolean().default(false),
})

/** The server that is running on a home. */
export type Running = z.infer<typeof runningShape>

/** Lets commands on the same home know where the server is. */
export async function rememberServer(home: Home, running: Running): Promise<void> {
  const growing = `${fileOf(home)}.${process.pid}`
  await writeFile(growing, JSON.stringify(running), { mode: 0o600 })
  await rename(growing, fileOf(home))
}

export async function runningServer(home: Home): Promise<Running | null> {
  try {
    const running = runningShape.parse(JSON.parse(await readFile(fileOf(home), 'utf8')))
    process.kill(running.pid, 0)
    return running
  } catch {
    return null
  }
}

/** Another server may have written its own since. */
export async function forgetServer(home: Home, pid: number): Promise<void> {
  const running = await runningServer(home)
  if (running?.pid === pid) await rm(fileOf(home), { force: true })
}

function fileOf(home: Home): string {
  return join(home.folder, 'server.json')
}

/** The address to open on this computer. */
export function addressOf({ host, port, tls }: Pick<Running, 'host' | 'port' | 'tls'>): string {
  const scheme = tls ? 'https' : 'http'
  if (['', '0.0.0.0', '::', '[::]'].includes(host)) return `${scheme}://127.0.0.1:${port}`
  return host.includes(':') && !host.startsWith('[')
    ? `${scheme}://[${host}]:${port}`
    : `${scheme}://${host}:${port}`
}
