import { readFile } from 'node:fs/promises'
import { setTimeout as pause } from 'node:timers/promises'
import { timed } from './measure.ts'

/** Asks a running server as a browser does. */
export interface Asking {
  (operation: string, input: object): Promise<unknown>
  file: (operation: string, path: string) => Promise<unknown>
}

export function asking(origin: string, cookie: string): Asking {
  const post = async (operation: string, init: RequestInit) => {
    const answer = await fetch(`${origin}/api/${operation}`, { method: 'POST', ...init })
    if (!answer.ok)
      throw new Error(`${operation} answered ${answer.status}: ${await answer.text()}`)
    return answer.json()
  }
  const headers = { cookie, origin }
  const ask = (operation: string, input: object) =>
    post(operation, {
      headers: { ...headers, 'content-type': 'application/json' },
      body: JSON.stringify(input),
    })
  const file = async (operation: string, path: string) => {
    const form = new FormData()
    form.append('input', '{}')
    form.append('files', new Blob([await readFile(path)]), 'cards.vcf')
    return post(operation, { headers, body: form })
  }
  return Object.assign(ask, { file })
}

/** How often somebody looks for a name meanwhile. */
const betweenReads = 15

const typed = ['a', 'ru', 'tom', 'samir', 'kovac', 'mei', 'haddad', 'joaquin s', 'grta']

/** Somebody looks for names until the other work has ended: how long each answer took. */
export async function readsUntil(ask: Asking, end: Promise<unknown>): Promise<number[]> {
  return repeatedly(end, betweenReads, (at) =>
    ask('people.find', { text: typed[at % typed.length], limit: 20 }),
  )
}

/** Does something again and again until the other work has ended: how long each time took. */
export async function repeatedly(
  end: Promise<unknown>,
  between: number,
  work: (at: number) => Promise<unknown>,
): Promise<number[]> {
  const ended = new AbortController()
  const ending = end.finally(() => ended.abort())
  const taken: number[] = []
  for (let at = 0; !ended.signal.aborted; at++) {
    taken.push((await timed(() => work(at)))[1])
    await pause(between)
  }
  await ending
  return taken
}
