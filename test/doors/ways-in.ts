import { join } from 'node:path'
import { Client, StreamableHTTPClientTransport } from '@modelcontextprotocol/client'
import { StdioClientTransport } from '@modelcontextprotocol/client/stdio'
import { accessKey, clockOfDoors, type Json, json, type RunningServer, signIn } from './stand.ts'

/** What any door says to a deed: the result, or the refusal. */
export interface Said {
  readonly result?: Json
  readonly refused?: { readonly code: string; readonly sentence: string; readonly where?: unknown }
}

type Input = Readonly<Record<string, unknown>>

/** One way in: asks for an operation by name. Files are given as `{name, path, text}`. */
export interface WayIn {
  readonly ask: (operation: string, input: Input, key?: string) => Promise<Said>
  readonly close: () => Promise<void>
}

export interface GivenText {
  readonly name: string
  readonly path: string
  readonly text: string
}

export const waysIn: Readonly<
  Record<string, (home: string, server: RunningServer) => Promise<WayIn>>
> = {
  'the command': async (home) => byCommand(home),
  'HTTP with a cookie': async (_home, server) =>
    byHttp(server, { cookie: await signIn(server), origin: server.origin }),
  'HTTP with a key': async (home, server) =>
    byHttp(server, { authorization: `Bearer ${await accessKey(home)}` }),
  'MCP on stdin and stdout': (home) => byMcpOnStdio(home, 'auto'),
  'MCP of 2025 on stdin and stdout': (home) => byMcpOnStdio(home, 'legacy'),
  'MCP over HTTP': async (home, server) => byMcpOverHttp(server, await accessKey(home), 'auto'),
  'MCP of 2025 over HTTP': async (home, server) =>
    byMcpOverHttp(server, await accessKey(home), 'legacy'),
}

function byCommand(home: string): WayIn {
  return {
    async ask(operation, input, key) {
      const flags = Object.entries(input).flatMap(([name, value]) => flagFor(name, value))
      const words = [...operation.split('.'), ...flags]
      const said = await json(home, key ? [...words, '--idempotency-key', key] : words)
      return said.refused ? { refused: said.refused } : { result: said }
    },
    close: async () => {},
  }
}

function flagFor(name: string, value: unknown): string[] {
  const flag = `--${name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`
  if (typeof value === 'boolean') return [value ? flag : flag.replace('--', '--no-')]
  if (Array.isArray(value)) return value.flatMap((one) => [flag, wordFor(one)])
  return [flag, wordFor(value)]
}

function wordFor(value: unknown): string {
  if (typeof value !== 'object' || value === null) return String(value)
  return 'path' in value ? String(value.path) : JSON.stringify(value)
}

function byHttp({ origin }: RunningServer, headers: Record<string, string>): WayIn {
  return {
    async ask(operation, input, key) {
      const answer = await fetch(`${origin}/api/${operation}`, {
        method: 'POST',
        headers: {
          ...headers,
          'content-type': 'application/json',
          ...(key ? { 'idempotency-key': key } : {}),
        },
        body: JSON.stringify(sent(input)),
      })
      const body: Json = await answer.json()
      if (answer.ok) return { result: body }
      return { refused: { code: body.code, sentence: body.detail, where: body.where } }
    },
    close: async () => {},
  }
}

/** From afar a file is sent by its content. */
function sent(input: Input): Input {
  const { files, ...rest } = input as { files?: GivenText[] }
  return files ? { ...rest, files: files.map(({ name, text }) => ({ name, text })) } : rest
}

async function byMcpOnStdio(home: string, mode: Era): Promise<WayIn> {
  const { DATABASE_URL: _, ...env } = process.env as Record<string, string>
  const root = join(import.meta.dirname, '../..')
  const transport = new StdioClientTransport({
    command: join(root, 'node_modules/node/bin/node'),
    args: [join(root, 'bin/sobremesa'), 'mcp', '--home', home],
    env: { ...env, TZ: clockOfDoors },
  })
  return byMcp(transport, mode)
}

async function byMcpOverHttp({ origin }: RunningServer, key: string, mode: Era): Promise<WayIn> {
  const requestInit = { headers: { authorization: `Bearer ${key}` } }
  const url = new URL('/mcp', origin)
  return byMcp(new StreamableHTTPClientTransport(url, { requestInit }), mode)
}

async function byMcp(transport: Parameters<Client['connect']>[0], mode: Era): Promise<WayIn> {
  const client = await mcpClient(transport, mode)
  return {
    async ask(operation, input, key) {
      const answer: Json = await client.callTool({
        name: operation.replace('.', '_'),
        arguments: { ...sent(input), ...(key ? { idempotencyKey: key } : {}) },
      })
      if (!answer.isError) return { result: answer.structuredContent }
      const { _meta: beside } = answer
      return { refused: beside['sobremesa/refused'] }
    },
    close: () => client.close(),
  }
}

/** `legacy` is MCP of 2025, `auto` the newest that both sides know. */
type Era = 'legacy' | 'auto'

export async function mcpClient(
  transport: Parameters<Client['connect']>[0],
  mode: Era,
): Promise<Client> {
  const client = new Client({ name: 'test', version: '1' }, { versionNegotiation: { mode } })
  await client.connect(transport)
  return client
}
