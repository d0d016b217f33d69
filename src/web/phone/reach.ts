import { useQuery, type UseQueryResult } from '@tanstack/react-query'
import { Refusal, refusalFrom, unreachable } from '../shell/refusal.ts'

/** What one types to start the server so that a phone can keep the app. */
export const tlsCommand = 'sobremesa serve --tls'

/** Where other devices find the server, as it says itself. */
export interface Reach {
  readonly addresses: readonly string[]
  readonly root: {
    readonly name: string
    readonly fingerprint: string
    readonly until: string
  } | null
}

export function useReach(): UseQueryResult<Reach> {
  return useQuery({ queryKey: ['reach'], queryFn: ({ signal }) => askForReach(signal) })
}

async function askForReach(signal: AbortSignal): Promise<Reach> {
  const answer = await fetch('/api/reach', { signal }).catch(() => null)
  if (answer === null) throw new Refusal('The server does not answer', { code: unreachable })
  const body: unknown = await answer.json().catch(() => null)
  if (!answer.ok) throw refusalFrom(answer.status, body)
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- made by the server that this page came from
  return body as Reach
}

/** Addresses for another device, the best first. The one this page was opened by leads here too, unless it is this computer's own. */
export function waysHere(origin: string, { addresses }: Reach): string[] {
  const { hostname } = new URL(origin)
  const own = /^(localhost|127\..*|\[::1\])$/.test(hostname)
  return [...new Set(own ? addresses : [origin, ...addresses])]
}

/** Whether a phone keeps an app from there. */
export function isSafe(address: string): boolean {
  return new URL(address).protocol === 'https:'
}
