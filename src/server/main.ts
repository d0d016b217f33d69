import type { CommandDoor, OpenDesk } from '../doors/cli/command.ts'
import { runCommand } from '../doors/cli/command.ts'
import { rights } from '../kit/contract.ts'
import { id } from '../kit/ids.ts'
import type { Caller } from '../platform/context.ts'
import { homeOf } from '../platform/home.ts'
import { handlers } from './handlers.ts'
import { versionOfProgram } from './version.ts'

/** What `bin/sobremesa` calls: gives the exit code. What is not asked for is not loaded. */
export async function main(argv: readonly string[]): Promise<number> {
  const debug = Boolean(process.env['SOBREMESA_DEBUG'])
  const terminal = { stdout: process.stdout, stderr: process.stderr, stdin: process.stdin }
  const door: CommandDoor = {
    version: versionOfProgram(),
    debug,
    terminal,
    open: (home, zone) => open(home, zone, debug),
    alone: { house: houseOfNobody(), caller: callerOf(nobody, null) },
    afterword,
    onInterrupt,
  }
  const program = firstWord(argv)
  if (program === 'serve' || program === 'mcp') {
    const { startProgram } = await import('./programs.ts')
    return startProgram(program, argv, door)
  }
  return runCommand(argv, door)
}

const flagsWithValue = new Set(['--home', '--zone', '--port', '--host', '--tls-cert', '--tls-key'])

/** The first word that is neither a flag nor what a flag takes: `--home DIR serve` serves. */
function firstWord(argv: readonly string[]): string | undefined {
  return argv.find((word, at) => !word.startsWith('-') && !flagsWithValue.has(argv[at - 1] ?? ''))
}

async function open(asked: string | null, zone: string | null, debug: boolean): Promise<OpenDesk> {
  const { deskThatWorks, openNotebook } = await import('./notebook.ts')
  const { engine, owner, close } = await openNotebook(homeOf(asked))
  const desk = deskThatWorks(engine, (error) => {
    if (debug) process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`)
  })
  return { desk, caller: callerOf(owner, zone), close }
}

const nobody = { account: id('account', ''), owner: id('owner', '') }

/** Whoever may read the file of the notebook may do everything with it. */
function callerOf(owner: typeof nobody, zone: string | null): Caller {
  return {
    ...owner,
    rights: new Set(rights),
    door: 'command',
    device: 'command',
    listedAs: null,
    zone,
  }
}

function houseOfNobody(): CommandDoor['alone']['house'] {
  return {
    handlers,
    get engine(): never {
      throw new Error('This needs no notebook, so none is open')
    },
    launch() {
      throw new Error('This is no long work')
    },
    afterwards() {
      throw new Error('This writes nothing')
    },
  }
}

/** The one-time token alone is half of an address; where a server runs, the whole of it is told. */
async function afterword(
  operation: string,
  result: unknown,
  asked: string | null,
): Promise<string | null> {
  if (operation !== 'access.invite') return null
  const { addressOf, runningServer } = await import('./running.ts')
  const running = await runningServer(homeOf(asked))
  if (!running) return 'No server runs on this home: start it with sobremesa serve.'
  const token =
    typeof result === 'object' && result && 'token' in result ? String(result.token) : ''
  return `Open ${addressOf(running)}/?token=${token}`
}

function onInterrupt(stop: () => void): () => void {
  let asked = false
  const listener = () => {
    if (asked) process.exit(130)
    asked = true
    stop()
  }
  process.on('SIGINT', listener)
  return () => void process.removeListener('SIGINT', listener)
}
