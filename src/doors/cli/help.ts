import type { Operation } from '../../kit/contract.ts'
import { everyOperation } from '../../operations/run.ts'
import { type Flag, flagsOf } from './flags.ts'
import { columns } from './table.ts'
import { mannerFlags } from './words.ts'

/** Commands that are no operations: they start a program that stays. */
const programs = [
  ['serve', 'Serve the web app and the API on this computer (see serve --help)'],
  ['mcp', 'Speak MCP on stdin and stdout, for a program that helps you'],
] as const

export function helpForAll(version: string): string {
  const operations = everyOperation().map((operation) => [spoken(operation), operation.summary])
  return `Sobremesa ${version}: a private notebook for the conversations that decide what to do next

Use: sobremesa NOUN VERB [WORDS] [--flag VALUE]

${columns([...programs, ...operations], 2)}

${columns(mannerRows(['json', 'home', 'zone', 'idempotency-key', 'help', 'version']), 2)}

Exit: 0 done, 1 refused, 2 not understood, 70 our fault.
More: sobremesa NOUN VERB --help
`
}

export function helpForNoun(noun: string, operations: readonly Operation[]): string {
  const rows = operations.map((operation) => [usage(operation), operation.summary])
  return `Use: sobremesa ${noun} VERB\n\n${columns(rows, 2)}\n`
}

export function helpFor(operation: Operation): string {
  const flags = flagsOf(operation)
  const rows = flags.map((flag) => [flagWords(flag, operation), says(flag)])
  const manner = mannerRows([
    'json',
    'home',
    'zone',
    ...(operation.kind === 'write' ? (['idempotency-key'] as const) : []),
    ...(operation.way === 'file' ? (['out'] as const) : []),
  ])
  const refuses =
    operation.refuses.length > 0 ? `\nRefuses with ${operation.refuses.join(', ')}\n` : ''
  return `${operation.summary}

Use: sobremesa ${usage(operation)}

${columns([...rows, ...manner], 2)}
${refuses}`
}

function spoken({ name }: Operation): string {
  return name.replace('.', ' ')
}

/** `people label PEOPLE… [--add …]`, as it is typed. */
export function usage(operation: Operation): string {
  const flags = flagsOf(operation)
  const words = operation.positional.map((name) => {
    const flag = flags.find(({ input }) => input === name)
    const word = `${wordFor(name, operation)}${flag?.several ? '…' : ''}`
    return flag?.required ? word : `[${word}]`
  })
  const rest = flags.some(({ input }) => !operation.positional.includes(input))
    ? ['[--flag …]']
    : []
  return [spoken(operation), ...words, ...rest].join(' ')
}

function wordFor(name: string, operation: Operation): string {
  if (name === operation.fromFile) return 'FILE|-'
  return name === 'files' ? 'FILE' : name.toUpperCase()
}

function flagWords(flag: Flag, operation: Operation): string {
  const typed = operation.positional.includes(flag.input)
    ? `${wordFor(flag.input, operation)}, --${flag.name}`
    : `--${flag.name}`
  if (flag.takes === 'nothing') return typed
  const value = { text: 'TEXT', number: 'N', json: 'JSON', files: 'FILE' }[flag.takes]
  return `${typed} ${flag.choices.length > 0 ? flag.choices.join('|') : value}`
}

function says(flag: Flag): string {
  const usual =
    flag.usual === undefined || flag.usual === null || flag.usual === false || flag.usual === ''
      ? ''
      : `usually ${JSON.stringify(flag.usual)}`
  const parts = [
    flag.description,
    flag.required ? 'needed' : '',
    flag.several ? 'may be given several times' : '',
    flag.nullable ? `--no-${flag.name} empties it` : '',
    usual,
  ]
  return parts.filter(Boolean).join('; ')
}

function mannerRows(names: readonly (keyof typeof mannerFlags)[]): [string, string][] {
  return names.map((name) => {
    const { takes, says: words } = mannerFlags[name]
    return [takes === null ? `--${name}` : `--${name} ${takes}`, words]
  })
}
