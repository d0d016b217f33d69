import { Problem } from '../../src/kit/problem.ts'
import type { Notebook } from '../dialects/notebook.ts'

/** A way from a phone to a notebook in this process, and whether what it answers arrives. */
export interface HomeWire {
  readonly send: typeof fetch
  hearsAnswers: boolean
}

/** The notebook of `now`: another one may have taken its place, as after a copy was brought back. */
export function homeWire(now: () => Notebook): HomeWire {
  const wire: HomeWire = {
    hearsAnswers: true,
    async send(path, { headers, body } = {}) {
      const key = new Headers(headers).get('Idempotency-Key')
      const operation = (typeof path === 'string' ? path : '').replace('/api/', '')
      const input = JSON.parse(typeof body === 'string' ? body : '{}')
      const answer = await answered(now(), operation, { input, key })
      if (!wire.hearsAnswers) throw new TypeError('The answer was lost')
      return answer
    },
  }
  return wire
}

async function answered(
  notebook: Notebook,
  operation: string,
  { input, key }: { readonly input: object; readonly key: string | null },
): Promise<Response> {
  try {
    const { result, change, revision } = await notebook.answer(operation, input, { key })
    const headers = new Headers()
    if (change !== null) headers.set('Sobremesa-Change', change)
    if (revision !== null) headers.set('Sobremesa-Revision', String(revision))
    return Response.json(result, { headers })
  } catch (error) {
    if (!(error instanceof Problem)) throw error
    return Response.json({ code: error.code, detail: error.message }, { status: 409 })
  }
}
