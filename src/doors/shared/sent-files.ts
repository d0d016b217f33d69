import { Buffer } from 'node:buffer'
import { z } from 'zod'
import type { GivenFile, Operation } from '../../kit/contract.ts'
import { Problem } from '../../kit/problem.ts'
import type { Incoming } from './incoming.ts'
import { fileInputs, inputSchema, type JsonSchema, withoutPaths } from './schema.ts'

const sentFile = z.union([
  z.object({ name: z.string().max(400), text: z.string() }),
  z.object({ name: z.string().max(400), base64: z.base64() }),
])

/** How a file is sent inside JSON. */
const sentFileSchema: JsonSchema = {
  type: 'object',
  description: 'A file: its name, and its content as text or as base64',
  properties: {
    name: { type: 'string' },
    text: { type: 'string' },
    base64: { type: 'string', contentEncoding: 'base64' },
  },
  required: ['name'],
}

/** The input as it is sent from afar: files by content, never by a path of this computer. */
export function sentInputSchema(operation: Operation): JsonSchema {
  const schema = inputSchema(operation)
  return fileInputs(operation).size > 0 ? withoutPaths(schema, sentFileSchema) : schema
}

/** Puts files that came inside the input into files of ours. */
export async function keepSentFiles(
  operation: Operation,
  input: Readonly<Record<string, unknown>>,
  incoming: Incoming,
): Promise<Record<string, unknown>> {
  const kept: Record<string, unknown> = { ...input }
  for (const [name, howMany] of fileInputs(operation)) {
    const given = input[name]
    if (given === undefined) continue
    const many = howMany === 'several' && Array.isArray(given) ? given : [given]
    const files: GivenFile[] = []
    for (const one of many) files.push(await keepOne(name, one, incoming))
    kept[name] = howMany === 'several' ? files : files[0]
  }
  return kept
}

async function keepOne(input: string, given: unknown, incoming: Incoming): Promise<GivenFile> {
  const file = sentFile.safeParse(given)
  if (!file.success) {
    throw new Problem(
      'input.invalid',
      `${input}: Send a file as {"name": …, "text": …} or {"name": …, "base64": …}`,
      { safe: 'Nothing was changed.' },
    )
  }
  const bytes =
    'text' in file.data ? Buffer.from(file.data.text) : Buffer.from(file.data.base64, 'base64')
  return incoming.keep(file.data.name, oneByOne(bytes))
}

async function* oneByOne(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes
}
