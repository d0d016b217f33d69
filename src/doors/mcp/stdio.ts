import { once } from 'node:events'
import { serveStdio } from '@modelcontextprotocol/server/stdio'
import type { Caller } from '../../platform/context.ts'
import type { McpDoor } from './calls.ts'
import { mcpServer } from './server.ts'

/** Speaks MCP on stdin and stdout until the other side closes them, or we are told to stop. */
export async function mcpOverStdio(
  door: McpDoor,
  caller: Caller,
  stopped: AbortSignal,
): Promise<void> {
  const served = serveStdio(() => mcpServer(door, caller))
  await Promise.race([
    once(process.stdin, 'end'),
    once(process.stdin, 'close'),
    once(stopped, 'abort'),
  ])
  await served.close()
}
