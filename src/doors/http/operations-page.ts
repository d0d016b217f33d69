import type { Operation } from '../../kit/contract.ts'
import { everyOperation } from '../../operations/run.ts'
import { type JsonSchema, settled } from '../shared/schema.ts'
import { sentInputSchema } from '../shared/sent-files.ts'
import { escapeHtml, plainPage } from './page.ts'

/** `GET /api`: every operation, for people; programs read `/api/openapi.json`. */
export function operationsPage(version: string): [body: string, init: ResponseInit] {
  const nouns = Map.groupBy(everyOperation(), ({ name }) => name.slice(0, name.indexOf('.')))
  const sections = [...nouns].map(
    ([noun, all]) => `<h2 id="${noun}">${noun}</h2>\n${all.map(section).join('\n')}`,
  )
  const intro = `<h1>What Sobremesa does</h1>
<p>Version ${escapeHtml(version)}. Each operation is <code>POST /api/noun.verb</code> with a JSON object, and
<code>sobremesa noun verb</code> on the command line. For programs: <a href="/api/openapi.json">openapi.json</a>.</p>
<p>A write may carry <code>Idempotency-Key</code>: the same key twice is one write. Its answer carries
<code>Sobremesa-Change</code>, which <code>changes.undo</code> takes. A refusal is <code>application/problem+json</code>.</p>`
  const { body, ...init } = plainPage(200, 'What Sobremesa does', {
    main: [intro, ...sections].join('\n'),
  })
  return [body, init]
}

function section(operation: Operation): string {
  const schema = sentInputSchema(operation)
  const rows = Object.entries(schema.properties ?? {}).map(([name, property]) =>
    row(name, property, schema),
  )
  const inputs = rows.length > 0 ? `<table>${rows.join('')}</table>` : ''
  const refuses = operation.refuses.map((code) => `<code id="${code}">${code}</code>`).join(', ')
  return `<h3 id="${operation.name}">POST /api/${operation.name}</h3>
<p>${escapeHtml(operation.summary)}. <span class="quiet">${operation.kind}, needs ${operation.right}</span></p>
${inputs}${refuses && `<p class="quiet">Refuses with ${refuses}</p>`}`
}

function row(name: string, property: JsonSchema, root: JsonSchema): string {
  const needed = root.required?.includes(name) ? '' : '?'
  const { schema } = settled(property, root)
  const words = [typeName(schema, root), schema.description ?? ''].filter(Boolean).join(' · ')
  return `<tr><th scope="row">${escapeHtml(name)}${needed}</th><td>${escapeHtml(words)}</td></tr>`
}

function typeName(schema: JsonSchema, root: JsonSchema): string {
  if (schema.enum) return schema.enum.map(String).join(' | ')
  if (schema.items) return `list of ${typeName(settled(schema.items, root).schema, root)}`
  return schema.format ?? (typeof schema.type === 'string' ? schema.type : 'any')
}
