/**
 * Makes docs/reference from the list of operations: `node scripts/reference.ts` writes it,
 * `node scripts/reference.ts --check` says what is not as it would write it.
 */
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { flagsOf } from '../src/doors/cli/flags.ts'
import { usage } from '../src/doors/cli/help.ts'
import { mannerFlags } from '../src/doors/cli/words.ts'
import { statusOf } from '../src/doors/http/problems.ts'
import { toolsFor, withoutKeptBack } from '../src/doors/mcp/tools.ts'
import { type JsonSchema, outputSchema, settled } from '../src/doors/shared/schema.ts'
import { sentInputSchema } from '../src/doors/shared/sent-files.ts'
import { type Operation, rights } from '../src/kit/contract.ts'
import { id } from '../src/kit/ids.ts'
import { everyOperation } from '../src/operations/run.ts'

const folder = join(import.meta.dirname, '../docs/reference')
const made =
  '<!-- Made from the list of operations by `npm run reference`; change a contract, not this page. -->'

/** The pages, by the name of their file. */
export function referencePages(): Map<string, string> {
  const operations = everyOperation()
  return new Map([
    ['operations.md', operationsPage(operations)],
    ['commands.md', commandsPage(operations)],
    ['tools.md', toolsPage()],
    ['refusals.md', refusalsPage(operations)],
  ])
}

function operationsPage(operations: readonly Operation[]): string {
  const nouns = Map.groupBy(operations, ({ name }) => name.slice(0, name.indexOf('.')))
  const sections = [...nouns].map(([noun, all]) => `## ${noun}\n\n${all.map(describe).join('\n')}`)
  return `${made}

# Operations

All that Sobremesa does. Over HTTP each is \`POST /api/noun.verb\` with a JSON object; the command is
\`sobremesa noun verb\` (see [commands](commands.md)), and a tool of MCP is \`noun_verb\` (see [tools](tools.md)).
A **job** runs long: it can be watched and stopped. A **file** answers with a file.

${sections.join('\n')}`
}

function describe(operation: Operation): string {
  const way = {
    plain: '',
    pure: ', needs no notebook',
    server: '',
    job: ', a job',
    file: ', a file',
  }
  return `### ${operation.name}

${operation.summary}.

*${operation.kind}${way[operation.way]}; needs the right \`${operation.right}\`*

${inputs(operation)}${outputs(operation)}${refuses(operation)}`
}

function inputs(operation: Operation): string {
  const schema = sentInputSchema(operation)
  return fieldsTable('Input', schema)
}

function outputs(operation: Operation): string {
  return operation.way === 'file'
    ? 'Answers with a file.\n\n'
    : fieldsTable('Answer', outputSchema(operation))
}

function fieldsTable(title: string, root: JsonSchema): string {
  const rows = Object.entries(root.properties ?? {}).map(([name, property]) => {
    const { schema, nullable } = settled(property, root)
    const optional = title === 'Input' && !root.required?.includes(name)
    const type = `${typeOf(schema, root)}${nullable ? ' or null' : ''}${optional ? ', may be left out' : ''}`
    return `| \`${name}\` | ${cell(type)} | ${cell(property.description ?? schema.description ?? '')} |`
  })
  if (rows.length === 0) return ''
  return `| ${title} | | |\n| --- | --- | --- |\n${rows.join('\n')}\n\n`
}

function typeOf(schema: JsonSchema, root: JsonSchema): string {
  if (schema.enum) return schema.enum.map((one) => `\`${String(one)}\``).join(', ')
  if (schema.items) return `list of ${typeOf(settled(schema.items, root).schema, root)}`
  if (schema.shape) return schema.shape
  if (schema.properties) return `{ ${Object.keys(schema.properties).join(', ')} }`
  return typeof schema.type === 'string' ? schema.type : 'any'
}

function refuses(operation: Operation): string {
  if (operation.refuses.length === 0) return ''
  const links = operation.refuses.map((code) => `[\`${code}\`](refusals.md)`)
  return `Refuses with ${links.join(', ')}.\n`
}

function commandsPage(operations: readonly Operation[]): string {
  const everywhere = Object.entries(mannerFlags).map(
    ([name, { takes, says }]) => `| \`--${name}${takes === null ? '' : ` ${takes}`}\` | ${says} |`,
  )
  const rows = operations.map((operation) => {
    const flags = flagsOf(operation)
      .filter(({ input }) => !operation.positional.includes(input))
      .map(({ name }) => `\`--${name}\``)
    return `| \`${cell(usage(operation).replace(' [--flag …]', ''))}\` | ${flags.join(' ')} | ${cell(operation.summary)} |`
  })
  return `${made}

# Commands

\`sobremesa serve [--port N] [--host H] [--no-open]\` serves the web app and the API;
\`sobremesa mcp\` speaks MCP on stdin and stdout. Everything else is an operation:

| Command | Flags | |
| --- | --- | --- |
${rows.join('\n')}

Flags that go with every command:

| Flag | |
| --- | --- |
${everywhere.join('\n')}

With \`--json\` stdout is exactly one JSON document; what a person reads goes to stderr. Exit codes: 0 done,
1 refused (\`{"refused": {"code", "sentence", …}}\`), 2 the words make no command, 70 our fault.
`
}

function toolsPage(): string {
  const nobody = { account: id('account', ''), owner: id('owner', '') }
  const caller = {
    ...nobody,
    rights: new Set(rights),
    door: 'mcp',
    device: '',
    listedAs: null,
    zone: null,
  } as const
  const rows = toolsFor(withoutKeptBack(caller)).map(({ name, description, annotations }) => {
    const hints = [
      annotations?.readOnlyHint ? 'reads' : 'writes',
      annotations?.destructiveHint ? 'changes or removes' : '',
    ]
    return `| \`${name}\` | ${hints.filter(Boolean).join(', ')} | ${cell(description ?? '')} |`
  })
  return `${made}

# Tools of MCP

A program that helps you asks these, over \`sobremesa mcp\` or at \`/mcp\` with an access key. What was said off the
record is never shown to it, and it cannot let anybody in.

| Tool | | |
| --- | --- | --- |
${rows.join('\n')}
`
}

function refusalsPage(operations: readonly Operation[]): string {
  const codes = [...new Set(operations.flatMap((operation) => operation.refuses))].toSorted()
  const rows = codes.map((code) => {
    const by = operations.filter((operation) => operation.refuses.includes(code))
    return `| \`${code}\` | ${statusOf(code)} | ${by.map(({ name }) => name).join(', ')} |`
  })
  return `${made}

# Refusals

A refusal has a code, which is the same at every door, and a sentence. The command ends with 1, HTTP answers with
problem details (RFC 9457) and the status below, MCP with \`isError\`. Besides these, any operation may refuse with
\`input.invalid\` (422), \`rights.missing\` (403), \`key.already-used\` (409: for something else) and
\`key.already-done\` (409: for this, so long ago that the answer is gone).

| Code | HTTP | Refused by |
| --- | --- | --- |
${rows.join('\n')}
`
}

function cell(text: string): string {
  return text.replaceAll('|', '\\|').replaceAll('\n', ' ')
}

async function asWritten(name: string): Promise<string> {
  return readFile(join(folder, name), 'utf8').catch(() => '')
}

if (import.meta.main) {
  await mkdir(folder, { recursive: true })
  for (const [name, text] of referencePages()) {
    if (!process.argv.includes('--check')) await writeFile(join(folder, name), text)
    else if ((await asWritten(name)) !== text) {
      process.stderr.write(`docs/reference/${name} is not what the list says: npm run reference\n`)
      process.exitCode = 1
    }
  }
}
