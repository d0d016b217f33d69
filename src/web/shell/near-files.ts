import type { WantedFile } from '../offline/brought.ts'
import { bringFiles } from '../offline/files-near.ts'
import { standsUnreachable } from './connection.ts'

/** Not in the types of the DOM yet: the person asked the browser to spare data. */
interface Sparing {
  readonly connection?: { readonly saveData?: boolean }
}

const turnsAtOnce = 1000
const patience = 120_000

/** Brings transcripts and pictures of what is near, in one window at a time, unless data is to be spared. */
export async function bringNearFiles(): Promise<void> {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- see above
  if ((navigator as Sparing).connection?.saveData || standsUnreachable()) return
  await navigator.locks.request('sobremesa-near-files', { ifAvailable: true }, async (lock) => {
    if (lock) await bringFiles(fetchOne)
  })
}

async function fetchOne({ kind, id }: WantedFile) {
  try {
    const answer = await (kind === 'picture' ? ask('attachments.open', { id }) : transcript(id))
    if (answer instanceof Uint8Array) return answer
    if (answer.ok) return new Uint8Array(await answer.arrayBuffer())
    const isFinal = answer.status === 403 || answer.status === 404
    return isFinal ? ('refused' as const) : ('unreachable' as const)
  } catch {
    return 'unreachable' as const
  }
}

/** All turns in one page, as JSON; what was said off the record stays with the server. */
async function transcript(id: string): Promise<Uint8Array<ArrayBuffer> | Response> {
  const turns: unknown[] = []
  for (let from: number | null = 0; ;) {
    const answer = await ask('transcripts.show', { id, from, limit: turnsAtOnce })
    if (!answer.ok) return answer
    const page: { turns: unknown[]; next: number | null } = await answer.json()
    turns.push(...page.turns)
    from = page.next
    if (from === null) return new TextEncoder().encode(JSON.stringify({ ...page, turns }))
  }
}

function ask(operation: string, input: object): Promise<Response> {
  return fetch(`/api/${operation}`, {
    method: 'POST',
    credentials: 'same-origin',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(input),
    signal: AbortSignal.timeout(patience),
  })
}
