import type { Operation } from '../../kit/contract.ts'
import { Problem } from '../../kit/problem.ts'
import type { Incoming } from '../shared/incoming.ts'
import { fileInputs } from '../shared/schema.ts'
import { keepSentFiles } from '../shared/sent-files.ts'
import { bytesOf, largestJson, readJson } from './body.ts'
import { boundaryOf, type Part, partsOf } from './multipart.ts'

/** The input of an operation as it came over HTTP; `incoming` keeps its files until the work is done. */
export async function readInput(
  operation: Operation,
  request: Request,
  incoming: Incoming,
): Promise<Record<string, unknown>> {
  const type = request.headers.get('content-type') ?? ''
  const boundary = boundaryOf(type)
  if (boundary !== null && fileInputs(operation).size > 0) {
    return readForm(operation, partsOf(bytesOf(request), boundary), incoming)
  }
  // A form of another site can send text, never JSON; so only JSON counts as asked by our own page.
  if (!/^application\/([\w.-]+\+)?json\s*(;|$)/i.test(type)) {
    throw new Problem('input.no-json', 'Send the input as application/json', {
      safe: 'Nothing was changed.',
    })
  }
  return keepSentFiles(operation, await readJson(request), incoming)
}

async function readForm(
  operation: Operation,
  parts: AsyncIterable<Part>,
  incoming: Incoming,
): Promise<Record<string, unknown>> {
  const inputs = fileInputs(operation)
  const files = new Map<string, unknown[]>()
  let input: Record<string, unknown> = {}
  for await (const part of parts) {
    if (part.name === 'input') {
      input = await keepSentFiles(operation, await jsonIn(part), incoming)
    } else if (inputs.has(part.name)) {
      const file = await incoming.keep(part.filename ?? '', part.content)
      files.set(part.name, [...(files.get(part.name) ?? []), file])
    } else {
      throw new Problem('input.invalid', `There is no file input called ${part.name}`, {
        safe: 'Nothing was changed.',
        mend: `Name the parts ${['input', ...inputs.keys()].join(', ')}.`,
      })
    }
  }
  const given = [...files].map(([name, all]) => [name, inputs.get(name) === 'one' ? all[0] : all])
  return { ...input, ...Object.fromEntries(given) }
}

async function jsonIn(part: Part): Promise<Record<string, unknown>> {
  const pieces: Buffer[] = []
  let size = 0
  for await (const piece of part.content) {
    size += piece.length
    if (size > largestJson) throw new Problem('input.too-large', 'The part "input" is too large')
    pieces.push(piece)
  }
  return readJson(new Request('http://form/', { method: 'POST', body: Buffer.concat(pieces) }))
}
