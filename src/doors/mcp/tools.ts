import type { Tool } from '@modelcontextprotocol/server'
import type { Operation, Right } from '../../kit/contract.ts'
import { everyOperation } from '../../operations/run.ts'
import type { Caller } from '../../platform/context.ts'
import { type JsonSchema, outputSchema } from '../shared/schema.ts'
import { sentInputSchema } from '../shared/sent-files.ts'

/** A program that speaks for the owner never has these, whatever its key says. */
const keptBack: ReadonlySet<Right> = new Set(['notebook:off-record', 'access:manage'])

export function withoutKeptBack(caller: Caller): Caller {
  const rights = [...caller.rights].filter((right) => !keptBack.has(right))
  return { ...caller, door: 'mcp', rights: new Set(rights) }
}

/** Verbs that only add; what changes or removes is marked, so that the program can ask first. */
const adding = /\.(add|ask|attach|capture|quote|import|load|meet|plan|step|draft)$/

/** An operation as MCP lists it: `people.find` is the tool `people_find`. */
export function toolFor(operation: Operation): Tool {
  const reads = operation.kind === 'read'
  return {
    name: operation.name.replace('.', '_'),
    title: operation.name.replace('.', ' '),
    description: operation.summary,
    inputSchema: asObject(inputFor(operation)),
    outputSchema: asObject(operation.way === 'file' ? fileSchema : outputSchema(operation)),
    annotations: {
      readOnlyHint: reads,
      idempotentHint: reads,
      destructiveHint: !reads && !adding.test(operation.name),
      openWorldHint: operation.right.startsWith('mail:'),
    },
  }
}

export function toolsFor(caller: Caller): Tool[] {
  return everyOperation()
    .filter(({ right }) => caller.rights.has(right))
    .map(toolFor)
}

export function operationNamed(tool: string): string {
  return tool.replace('_', '.')
}

/** Where HTTP has a header for it, a tool has an input: the same key twice is one write. */
export const keyInput = 'idempotencyKey'

function inputFor(operation: Operation): JsonSchema {
  const schema = sentInputSchema(operation)
  if (operation.kind === 'read') return schema
  const key = { type: 'string', description: 'The same key twice is one write', maxLength: 200 }
  return { ...schema, properties: { ...schema.properties, [keyInput]: key } }
}

const text = { type: 'string' }
const fileSchema: JsonSchema = {
  type: 'object',
  properties: { name: text, mediaType: text, text },
  required: ['name', 'mediaType', 'text'],
}

/** All our inputs and outputs are objects; JSON Schema as MCP types it says so. */
function asObject(schema: JsonSchema): Tool['inputSchema'] {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- JSON both; only the names of the types differ
  return { ...schema, type: 'object' } as Tool['inputSchema']
}
