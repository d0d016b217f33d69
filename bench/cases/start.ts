import { setTimeout as pause } from 'node:timers/promises'
import { startServer } from '../../test/stand/server.ts'
import { inFreshFolder, residentMegabytes } from '../home.ts'
import type { BenchCase } from '../measure.ts'

/** A second start on a home: how soon the server answers, and what it holds when nobody asks anything. */
export const startCase: BenchCase = {
  name: 'start',
  measures: [
    { name: 'health after', unit: 'ms', atMost: 1500 },
    { name: 'resident when idle', unit: 'MB', atMost: 200 },
  ],
  against: null,
  contestants: {
    sobremesa: () =>
      inFreshFolder(async (home) => {
        await (await startServer({ home })).stop()
        const began = performance.now()
        const server = await startServer({ home })
        const answer = await fetch(`${server.origin}/api/health`)
        if (!answer.ok) throw new Error(`The server answered ${answer.status}`)
        const milliseconds = performance.now() - began
        await pause(10_000)
        const megabytes = await residentMegabytes(server.pid)
        await server.stop()
        return {
          'health after': milliseconds,
          ...(megabytes === null ? {} : { 'resident when idle': megabytes }),
        }
      }),
  },
}
