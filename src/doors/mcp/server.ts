import { createMcpHandler, Server, type ServerContext } from '@modelcontextprotocol/server'
import type { Caller, Progress } from '../../platform/context.ts'
import { call, type McpDoor } from './calls.ts'
import { toolsFor, withoutKeptBack } from './tools.ts'

const instructions = `Sobremesa is a private notebook of conversations somebody holds to find out what work to do next.
Ids come from the tools that find and list. Every write can be taken back with changes_undo, which takes the id
in _meta "sobremesa/change". What was said off the record is not shown here.`

/** MCP for one caller, made from the list of operations. */
export function mcpServer(door: McpDoor, visitor: Caller): Server {
  const caller = withoutKeptBack(visitor)
  const server = new Server(
    { name: 'sobremesa', title: 'Sobremesa', version: door.version },
    { capabilities: { tools: {} }, instructions },
  )
  server.setRequestHandler('tools/list', () => ({ tools: toolsFor(caller) }))
  server.setRequestHandler('tools/call', ({ params }, { mcpReq }) =>
    call(door, caller, {
      tool: params.name,
      input: params.arguments ?? {},
      stopped: mcpReq.signal,
      tell: progressTo(mcpReq),
    }),
  )
  return server
}

/** MCP wants each progress to be more than the one before; the same step told again is left out. */
function progressTo({ _meta: meta, notify }: ServerContext['mcpReq']): (at: Progress) => void {
  const progressToken = meta?.progressToken
  let last = -1
  return ({ done, total, words }) => {
    if (progressToken === undefined || done <= last || words === '') return
    last = done
    const params = {
      progressToken,
      progress: done,
      message: words,
      ...(total !== null && { total }),
    }
    // Whoever has gone does not hear how far it is.
    notify({ method: 'notifications/progress', params }).catch(() => {})
  }
}

/** One request of the streamable HTTP transport; who asks was settled before. */
export async function mcpOverHttp(
  door: McpDoor,
  caller: Caller,
  request: Request,
): Promise<Response> {
  const handler = createMcpHandler(() => mcpServer(door, caller), {
    maxRequestBodySize: 8 * 1024 ** 2,
  })
  return handler.fetch(request)
}
