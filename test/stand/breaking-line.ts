import { once } from 'node:events'
import { type AddressInfo, connect, createServer, type Socket } from 'node:net'

export interface BreakingLine {
  readonly port: number
  /** How many lines broke. */
  readonly broken: () => number
  readonly close: () => Promise<void>
}

/** A way to a server that breaks when so many bytes came from it: the first line after the first count, and so on; then it holds. */
export async function breakingLine(to: number, after: readonly number[]): Promise<BreakingLine> {
  const lines = new Set<Socket>()
  let begun = 0
  let broken = 0
  const server = createServer((near) => {
    const far = connect(to, '127.0.0.1')
    const most = after[begun] ?? Number.POSITIVE_INFINITY
    begun += 1
    let came = 0
    const end = () => (near.destroy(), far.destroy())
    for (const line of [near, far]) {
      lines.add(line)
      line.on('error', end).on('close', () => (lines.delete(line), end()))
    }
    near.on('data', (piece) => far.write(piece))
    far.on('data', (piece) => {
      const left = most - came
      came += piece.length
      if (piece.length < left) return near.write(piece)
      broken += 1
      return near.end(piece.subarray(0, left))
    })
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return {
    port: (server.address() as AddressInfo).port,
    broken: () => broken,
    async close() {
      for (const line of lines) line.destroy()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}
