import { z } from 'zod'
import type { Operation } from '../../kit/contract.ts'

/** As much of JSON Schema (2020-12) as our shapes turn into. */
export interface JsonSchema {
  readonly $ref?: string
  readonly $defs?: Readonly<Record<string, JsonSchema>>
  readonly type?: string | readonly string[]
  readonly description?: string
  readonly enum?: readonly unknown[]
  readonly const?: unknown
  readonly default?: unknown
  readonly format?: string
  readonly maxLength?: number
  readonly properties?: Readonly<Record<string, JsonSchema>>
  readonly required?: readonly string[]
  readonly items?: JsonSchema
  readonly anyOf?: readonly JsonSchema[]
  /** The name of the shape, where it has one; put here when a reference is followed. */
  readonly shape?: string
  readonly [word: string]: unknown
}

const cache = new WeakMap<z.ZodType, JsonSchema>()

/** What one may send. */
export function inputSchema(operation: Operation): JsonSchema {
  return schemaOf(operation.input)
}

/** What comes back: before any transformation, since that is what is sent. */
export function outputSchema(operation: Operation): JsonSchema {
  return schemaOf(operation.output)
}

function schemaOf(shape: z.ZodType): JsonSchema {
  const known = cache.get(shape)
  if (known) return known
  const { $schema: _, ...schema } = z.toJSONSchema(shape, { io: 'input', unrepresentable: 'any' })
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- JsonSchema names the part of it that we read
  const made = schema as JsonSchema
  cache.set(shape, made)
  return made
}

/** The schema behind a reference, and the one beside null; `nullable` says that null was there. */
export function settled(
  schema: JsonSchema,
  root: JsonSchema,
): { readonly schema: JsonSchema; readonly nullable: boolean } {
  if (schema.$ref) {
    const name = schema.$ref.slice(schema.$ref.lastIndexOf('/') + 1)
    const { $ref: _, ...beside } = schema
    return settled({ ...root.$defs?.[name], ...beside, shape: name }, root)
  }
  const some = schema.anyOf?.filter((one) => one.type !== 'null')
  if (schema.anyOf && some?.length === 1 && some[0]) {
    const inner = settled(some[0], root).schema
    const { anyOf: _, ...outer } = schema
    return { schema: { ...inner, ...outer }, nullable: some.length < schema.anyOf.length }
  }
  if (Array.isArray(schema.type)) {
    const types = schema.type.filter((type) => type !== 'null')
    const nullable = types.length < schema.type.length
    return { schema: types[0] ? { ...schema, type: types[0] } : schema, nullable }
  }
  return { schema, nullable: false }
}

/** The inputs that are files, and whether one or several. */
export function fileInputs(operation: Operation): Map<string, 'one' | 'several'> {
  const root = inputSchema(operation)
  const found = new Map<string, 'one' | 'several'>()
  for (const [name, property] of Object.entries(root.properties ?? {})) {
    if (isFile(property)) found.set(name, 'one')
    if (property.items && isFile(property.items)) found.set(name, 'several')
  }
  return found
}

function isFile(schema: JsonSchema): boolean {
  return schema.$ref === '#/$defs/File'
}

/** Does not say where a file lies: doors that take files from afar take their content instead. */
export function withoutPaths(schema: JsonSchema, sent: JsonSchema): JsonSchema {
  return { ...schema, $defs: { ...schema.$defs, File: sent } }
}
