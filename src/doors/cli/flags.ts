import type { Operation } from '../../kit/contract.ts'
import { fileInputs, inputSchema, type JsonSchema, settled } from '../shared/schema.ts'

/** One input of an operation, as the command takes it. */
export interface Flag {
  /** As it is typed: `dry-run`. */
  readonly name: string
  /** As the operation calls it: `dryRun`. */
  readonly input: string
  readonly takes: 'nothing' | 'text' | 'number' | 'json' | 'files'
  readonly several: boolean
  /** `--no-name` empties it. */
  readonly nullable: boolean
  readonly required: boolean
  /** Words of a person, which may be typed without quotes; ids and choices are no such words. */
  readonly free: boolean
  readonly choices: readonly string[]
  readonly usual: unknown
  readonly description: string
}

export function flagsOf(operation: Operation): Flag[] {
  const root = inputSchema(operation)
  const files = fileInputs(operation)
  return Object.entries(root.properties ?? {}).map(([input, property]) => {
    const { schema, nullable } = settled(property, root)
    const item = schema.type === 'array' ? settled(schema.items ?? {}, root).schema : schema
    const takes = files.has(input) ? 'files' : takenBy(item)
    return {
      name: kebab(input),
      input,
      takes,
      several: schema.type === 'array',
      nullable,
      required: root.required?.includes(input) ?? false,
      free: takes === 'text' && item.maxLength !== undefined && !item.enum,
      choices: (item.enum ?? []).map(String),
      usual: property.default,
      description: property.description ?? schema.description ?? '',
    }
  })
}

function takenBy(schema: JsonSchema): Flag['takes'] {
  if (schema.type === 'boolean') return 'nothing'
  if (schema.type === 'number' || schema.type === 'integer') return 'number'
  return schema.type === 'string' || schema.enum ? 'text' : 'json'
}

function kebab(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)
}
