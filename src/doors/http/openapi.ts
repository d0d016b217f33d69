import type { Operation } from '../../kit/contract.ts'
import { everyOperation } from '../../operations/run.ts'
import { fileInputs, type JsonSchema, outputSchema } from '../shared/schema.ts'
import { sentInputSchema } from '../shared/sent-files.ts'
import { statusOf } from './problems.ts'

type Json = Record<string, unknown>

/** The description of all that answers over HTTP (OpenAPI 3.1), made from the list. */
export function openApi(version: string): Json {
  const schemas: Json = { Problem: problemSchema }
  const paths: Json = {}
  for (const operation of everyOperation()) {
    paths[`/api/${operation.name}`] = { post: describe(operation, schemas) }
  }
  return {
    openapi: '3.1.1',
    info: {
      title: 'Sobremesa',
      version,
      summary: 'A private notebook for the conversations that decide what to do next',
      license: { name: 'AGPL-3.0-or-later', identifier: 'AGPL-3.0-or-later' },
    },
    servers: [{ url: '/' }],
    security: [{ key: [] }, { browser: [] }],
    paths,
    components: {
      schemas,
      parameters: { IdempotencyKey: keyParameter, Zone: zoneParameter },
      securitySchemes: {
        key: { type: 'http', scheme: 'bearer', description: 'Made by `access.grant`' },
        browser: { type: 'apiKey', in: 'cookie', name: 'sobremesa_session_PORT' },
      },
    },
  }
}

function describe(operation: Operation, schemas: Json): Json {
  const [noun = ''] = operation.name.split('.')
  const writes = operation.kind === 'write'
  const zone = [{ $ref: '#/components/parameters/Zone' }]
  return {
    operationId: operation.name,
    summary: operation.summary,
    tags: [noun],
    parameters: writes ? [{ $ref: '#/components/parameters/IdempotencyKey' }, ...zone] : zone,
    requestBody: { required: true, content: requestContent(operation, schemas) },
    responses: {
      200: success(operation, schemas),
      ...(operation.way === 'job' ? { 202: accepted } : {}),
      ...refusals(operation),
      default: refusal('Refused, or our fault'),
    },
  }
}

function requestContent(operation: Operation, schemas: Json): Json {
  const schema = inComponents(sentInputSchema(operation), schemas)
  const json = { 'application/json': { schema } }
  const files = fileInputs(operation)
  if (files.size === 0) return json
  const bytes = { type: 'string', contentMediaType: 'application/octet-stream' }
  const parts = [...files].map(([name, howMany]) => [
    name,
    howMany === 'one' ? bytes : { type: 'array', items: bytes },
  ])
  const others = { type: 'object', description: 'The other inputs, as JSON' }
  const properties = { input: others, ...Object.fromEntries(parts) }
  return { ...json, 'multipart/form-data': { schema: { type: 'object', properties } } }
}

function success(operation: Operation, schemas: Json): Json {
  if (operation.way === 'file') {
    return { description: 'The file, as it is made', content: { '*/*': { schema: {} } } }
  }
  const change = { description: 'What `changes.undo` takes', schema: { type: 'string' } }
  const revision = { description: 'The revision of the notebook', schema: { type: 'integer' } }
  const headers = { 'Sobremesa-Change': change, 'Sobremesa-Revision': revision }
  return {
    description: 'Done',
    ...(operation.kind === 'write' ? { headers } : {}),
    content: { 'application/json': { schema: inComponents(outputSchema(operation), schemas) } },
  }
}

const accepted = {
  description: 'Begun, as `Prefer: respond-async` asked; watch it at the Location, or its /events',
  content: {
    'application/json': {
      schema: {
        type: 'object',
        properties: { job: { type: 'object', properties: { id: { type: 'string' } } } },
      },
    },
  },
}

/** One answer for each status, naming the codes that lead to it. */
function refusals({ refuses }: Operation): Json {
  const byStatus = new Map<number, string[]>()
  for (const code of refuses) {
    byStatus.set(statusOf(code), [...(byStatus.get(statusOf(code)) ?? []), code])
  }
  return Object.fromEntries(
    [...byStatus].map(([status, codes]) => [status, refusal(codes.join(', '))]),
  )
}

function refusal(description: string): Json {
  const schema = { $ref: '#/components/schemas/Problem' }
  return { description, content: { 'application/problem+json': { schema } } }
}

/** Moves named shapes to the components, once for all operations. */
function inComponents({ $defs, ...schema }: JsonSchema, schemas: Json): unknown {
  for (const [name, one] of Object.entries($defs ?? {})) {
    const { id: _, ...rest } = one
    schemas[name] = pointed(rest)
  }
  return pointed(schema)
}

function pointed(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(pointed)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value).map(([word, inner]) => [
      word,
      word === '$ref' && typeof inner === 'string'
        ? inner.replace('#/$defs/', '#/components/schemas/')
        : pointed(inner),
    ]),
  )
}

const text = { type: 'string' }

const problemSchema = {
  type: 'object',
  description: 'A refusal, as problem details (RFC 9457)',
  required: ['type', 'title', 'status', 'detail', 'code'],
  properties: {
    type: { type: 'string', format: 'uri-reference' },
    title: text,
    status: { type: 'integer' },
    detail: { type: 'string', description: 'What stands in the way, in a sentence' },
    code: { type: 'string', description: 'The same at every door' },
    safe: { type: 'string', description: 'What stands safe' },
    mend: { type: 'string', description: 'What to do next' },
    where: {
      type: 'array',
      items: { type: 'object', properties: { path: text, says: text } },
    },
  },
}

const keyParameter = {
  name: 'Idempotency-Key',
  in: 'header',
  description: 'The same key twice is one write',
  schema: { type: 'string', minLength: 1, maxLength: 200 },
}

const zoneParameter = {
  name: 'Sobremesa-Zone',
  in: 'header',
  description: 'The zone of your clock, as an IANA name: it decides which day it is',
  schema: text,
}
