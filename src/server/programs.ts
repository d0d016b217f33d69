import { parseArgs, type ParseArgsConfig } from 'node:util'
import type { CommandDoor } from '../doors/cli/command.ts'
import { refuse, UsageError } from '../doors/cli/refusal.ts'
import { columns } from '../doors/cli/table.ts'
import { homeOf } from '../platform/home.ts'
import type { TlsWish } from './tls/speaking.ts'

/** The port of the address that browsers remember; it stays the same from start to start. */
const usualPort = 4747

const serveFlags = [
  ['--port N', `The port to listen on, usually ${usualPort}; 0 takes any that is free`],
  ['--host H', 'The address to listen on, usually 127.0.0.1: this computer alone'],
  ['--tls', 'Speak https with a certificate of its own, in your network too'],
  ['--tls-cert FILE', 'Speak https with the certificate (chain) in this PEM file'],
  ['--tls-key FILE', 'and the key in this one'],
  ['--no-open', 'Do not open the browser'],
  ['--home DIR', 'Where the notebook is kept'],
] as const

const serveHelp = `Serve the web app and the API on this computer, until Ctrl-C

Use: sobremesa serve [--flag …]

${columns(serveFlags, 2)}

Behind a proxy, name it in SOBREMESA_HOSTS: its names, parted by commas.
`

const mcpHelp = `Speak MCP on stdin and stdout, for a program that helps you

Use: sobremesa mcp [--home DIR]

It sees nothing that was said off the record, and cannot let anybody in.
`

/** Every address of this computer, of IPv4 and of IPv6. */
const everywhere = ''

/** `serve` and `mcp`: what starts and stays. */
export async function startProgram(
  program: 'serve' | 'mcp',
  argv: readonly string[],
  door: CommandDoor,
): Promise<number> {
  try {
    return program === 'serve' ? await startServing(argv, door) : await startMcp(argv, door)
  } catch (error) {
    return refuse(error, { json: false, debug: door.debug, terminal: door.terminal })
  }
}

async function startServing(argv: readonly string[], { terminal }: CommandDoor): Promise<number> {
  const flags = wordsOf('serve', argv, {
    help: { type: 'boolean', short: 'h' },
    home: { type: 'string' },
    host: { type: 'string' },
    port: { type: 'string', default: String(usualPort) },
    tls: { type: 'boolean' },
    'tls-cert': { type: 'string' },
    'tls-key': { type: 'string' },
    'no-open': { type: 'boolean' },
  })
  if (flags['help']) {
    terminal.stdout.write(serveHelp)
    return 0
  }
  const { serve } = await import('./serve.ts')
  const port = portOf(String(flags['port']))
  const home = homeOf(textOr(flags['home']))
  const tls = tlsOf(flags)
  // Who asks for https asks for it because of another device.
  const host = textOr(flags['host']) ?? (tls ? everywhere : '127.0.0.1')
  await serve({ home, host, port, tls, open: !flags['no-open'] })
  return 0
}

async function startMcp(argv: readonly string[], { terminal }: CommandDoor): Promise<number> {
  const flags = wordsOf('mcp', argv, {
    help: { type: 'boolean', short: 'h' },
    home: { type: 'string' },
  })
  if (flags['help']) {
    terminal.stdout.write(mcpHelp)
    return 0
  }
  const { speakMcp } = await import('./speak-mcp.ts')
  await speakMcp(homeOf(textOr(flags['home'])))
  return 0
}

function wordsOf(
  program: string,
  argv: readonly string[],
  options: NonNullable<ParseArgsConfig['options']>,
): Record<string, unknown> {
  const at = argv.indexOf(program)
  const args = [...argv.slice(0, at), ...argv.slice(at + 1)]
  try {
    return parseArgs({ args, options, allowPositionals: false }).values
  } catch (error) {
    const sentence = error instanceof Error ? (error.message.split('. ')[0] ?? '') : ''
    throw new UsageError(sentence, `See sobremesa ${program} --help`)
  }
}

function tlsOf(flags: Record<string, unknown>): TlsWish | null {
  const certificate = textOr(flags['tls-cert'])
  const key = textOr(flags['tls-key'])
  if (certificate !== null && key !== null) return { by: 'files', certificate, key }
  if (certificate === null && key === null) return flags['tls'] ? { by: 'own' } : null
  throw new UsageError('--tls-cert and --tls-key go together', 'See sobremesa serve --help')
}

function portOf(text: string): number {
  const port = Number(text)
  if (/^\d+$/.test(text) && port < 65_536) return port
  throw new UsageError('--port needs a number from 0 to 65535', `${JSON.stringify(text)} is none`)
}

function textOr(value: unknown): string | null {
  return typeof value === 'string' ? value : null
}
