import type { Dice } from '../dialects/walk.ts'

/** How a device stands with the network just now. */
export interface Weather {
  isOffline: boolean
  /** False: whatever is sent arrives once and is answered. */
  isStormy: boolean
}

type Send = typeof fetch

/**
 * A way to the server on which answers get lost after the server did what was asked, requests come twice and late, and
 * gateways answer in the server's place. `late` holds what was sent before and comes again.
 */
export function stormyWire(
  dice: Dice,
  weather: Weather,
  to: { readonly origin: () => string; readonly cookie: string },
): { readonly send: Send; readonly replayLate: () => Promise<void> } {
  const late: [string, RequestInit][] = []
  const plain = (path: string, init: RequestInit): Promise<Response> =>
    fetch(`${to.origin()}${path}`, {
      ...init,
      headers: { ...headersOf(init), cookie: to.cookie, origin: to.origin() },
    })

  const send = async (input: unknown, init: RequestInit = {}): Promise<Response> => {
    const path = String(input)
    if (weather.isOffline) throw new TypeError('Failed to fetch')
    if (!weather.isStormy) return plain(path, init)
    const { signal: _signal, ...again } = init
    if (dice.below(100) < 10) late.push([path, again])
    const luck = dice.below(100)
    if (luck < 10) throw new TypeError('The request was lost')
    if (luck < 18) return new Response('between two servers', { status: 503 })
    if (luck < 30) {
      await (await plain(path, again)).arrayBuffer()
      throw new TypeError('The answer was lost')
    }
    if (luck < 40) void plain(path, again).then(drained, () => null)
    return plain(path, init)
  }
  return {
    send,
    async replayLate() {
      const again = late.splice(dice.below(Math.max(1, late.length)), 1)[0]
      if (again) await plain(...again).then(drained, () => null)
    },
  }
}

async function drained(answer: Response): Promise<void> {
  await answer.arrayBuffer()
}

function headersOf({ headers }: RequestInit): Record<string, string> {
  return (headers ?? {}) as Record<string, string>
}
