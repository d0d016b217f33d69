import type { Operation, SentFile } from '../../kit/contract.ts'
import { isZone } from '../../kit/days.ts'
import { Problem } from '../../kit/problem.ts'
import {
  type Answer,
  changeUnder,
  everyOperation,
  findOperation,
  type House,
  run,
  startJob,
} from '../../operations/run.ts'
import type { Caller } from '../../platform/context.ts'
import type { Desk } from '../shared/desk.ts'
import { fileInputs, outputSchema } from '../shared/schema.ts'
import { lookAt, readText } from './given.ts'
import { helpFor, helpForAll, helpForNoun } from './help.ts'
import { refuse, UsageError } from './refusal.ts'
import { render } from './render.ts'
import { giveOut } from './sent-file.ts'
import { ProgressLine, type Terminal, write } from './terminal.ts'
import { didYouMean } from './usage.ts'
import { type Manner, mannerBefore, type Understood, understand } from './words.ts'

/** A notebook that was opened for one command. */
export interface OpenDesk {
  readonly desk: Desk
  readonly caller: Caller
  readonly close: () => Promise<void>
}

/** What the server gives the command: how to open a notebook, and what to say besides. */
export interface CommandDoor {
  readonly version: string
  readonly debug: boolean
  readonly terminal: Terminal
  readonly open: (home: string | null, zone: string | null) => Promise<OpenDesk>
  /** For what needs no notebook. */
  readonly alone: { readonly house: House; readonly caller: Caller }
  /** A sentence that goes with the answer of some operation, for whoever reads it. */
  readonly afterword: (
    operation: string,
    result: unknown,
    home: string | null,
  ) => Promise<string | null>
  /** Calls back at each Ctrl-C until it is told to leave off. */
  readonly onInterrupt: (stop: () => void) => () => void
}

/** Runs one command to its end. 0 done, 1 refused, 2 usage, 70 our fault. */
export async function runCommand(argv: readonly string[], door: CommandDoor): Promise<number> {
  const json = argv.includes('--json')
  try {
    const { manner, rest } = mannerBefore(argv)
    if (manner.version) return await tell(door, `${door.version}\n`)
    const [noun, verb, ...words] = rest
    const help = helpAsked(manner, noun, verb)
    if (help !== null) return await tell(door, help === '' ? helpForAll(door.version) : help)
    const operation = operationCalled(noun ?? '', verb)
    const understood = understandOrHelp(operation, words, manner)
    if (understood === null) return await tell(door, helpFor(operation))
    return await perform(operation, understood, door)
  } catch (error) {
    return refuse(error, { json, debug: door.debug, terminal: door.terminal })
  }
}

async function tell({ terminal }: CommandDoor, text: string): Promise<number> {
  await write(terminal.stdout, text)
  return 0
}

/** The help that was asked for; "" is the help for all, null none. */
function helpAsked(manner: Manner, noun?: string, verb?: string): string | null {
  if (noun === undefined || noun === 'help') {
    if (manner.help || noun === 'help') return ''
    throw new UsageError('Say what to do', 'See sobremesa --help')
  }
  if (verb !== '--help' && verb !== '-h' && !(manner.help && verb === undefined)) return null
  return helpForNoun(noun, operationsOf(noun))
}

function operationsOf(noun: string): Operation[] {
  const all = everyOperation()
  const mine = all.filter(({ name }) => name.startsWith(`${noun}.`))
  if (mine.length > 0) return mine
  const nouns = [...new Set(all.map(({ name }) => name.slice(0, name.indexOf('.'))))]
  const hint = didYouMean(noun, [...nouns, 'serve', 'mcp'])
  throw new UsageError(
    `There is nothing called ${noun.slice(0, 60)}`,
    hint ?? 'See sobremesa --help',
  )
}

function operationCalled(noun: string, verb: string | undefined): Operation {
  const operations = operationsOf(noun)
  const operation = findOperation(`${noun}.${verb ?? ''}`)
  if (operation) return operation
  const verbs = operations.map(({ name }) => name.slice(noun.length + 1))
  const known = `${noun} knows: ${verbs.join(', ')}`
  if (verb === undefined) throw new UsageError(`Say what to do with ${noun}`, known)
  const hint = didYouMean(verb, verbs)
  throw new UsageError(`${noun} has no ${verb.slice(0, 60)}`, hint ?? known)
}

/** Null where help was asked for, even beside words that would not do. */
function understandOrHelp(
  operation: Operation,
  words: readonly string[],
  manner: Manner,
): Understood | null {
  const end = words.indexOf('--')
  const before = end < 0 ? words : words.slice(0, end)
  if (manner.help || before.includes('--help') || before.includes('-h')) return null
  return understand(operation, words, manner)
}

async function perform(
  operation: Operation,
  understood: Understood,
  door: CommandDoor,
): Promise<number> {
  const { manner } = understood
  const input = await gather(operation, understood, door.terminal)
  const request = { operation: operation.name, input, key: manner.key }
  if (operation.way === 'pure') {
    const { house, caller } = door.alone
    await present(operation, await run(house, caller, request), { manner, input, door })
    return 0
  }
  if (manner.zone !== null && !isZone(manner.zone) && input['zone'] === undefined) {
    throw new Problem('input.invalid', 'zone: Write a zone as Europe/Madrid')
  }
  const opened = await door.open(manner.home, isZone(manner.zone ?? '') ? manner.zone : null)
  try {
    const answer =
      operation.way === 'job'
        ? await work(opened, request, door)
        : await run(opened.desk.house, opened.caller, request)
    await present(operation, answer, { manner, input, door })
    return 0
  } finally {
    await opened.close()
  }
}

async function gather(
  operation: Operation,
  { input, files, textFile }: Understood,
  terminal: Terminal,
): Promise<Record<string, unknown>> {
  const gathered: Record<string, unknown> = { ...input }
  const howMany = fileInputs(operation)
  for (const [name, paths] of files) {
    const given = await lookAt(name, paths)
    gathered[name] = howMany.get(name) === 'one' ? given[0] : given
  }
  if (textFile !== null && operation.fromFile !== null) {
    gathered[operation.fromFile] = await readText(textFile, terminal.stdin)
  }
  return gathered
}

/** Long work, done in this process. Ctrl-C asks it to stop and waits for it; a second one does not wait. */
async function work(
  { desk, caller }: OpenDesk,
  request: Parameters<typeof run>[2],
  { terminal, onInterrupt }: CommandDoor,
): Promise<Answer> {
  const job = await startJob(desk.house, caller, request)
  const line = new ProgressLine(terminal.stderr)
  const leaveOff = onInterrupt(() => {
    line.clear()
    terminal.stderr.write('Stopping… (Ctrl-C again to quit at once)\n')
    desk.jobs.stop(caller, job).catch(() => {})
  })
  try {
    const result = await desk.jobs.follow(caller, job, (seen) => line.show(seen))
    const change = await changeUnder(desk.house, caller, { ...request, job })
    return { result, change, revision: null }
  } finally {
    line.clear()
    leaveOff()
  }
}

async function present(
  operation: Operation,
  { result, change }: Answer,
  {
    manner,
    input,
    door,
  }: {
    readonly manner: Manner
    readonly input: Readonly<Record<string, unknown>>
    readonly door: CommandDoor
  },
): Promise<void> {
  const { terminal } = door
  if (operation.way === 'file') {
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- run gives a SentFile for operations of the way file
    return giveOut(result as SentFile, manner, terminal)
  }
  const width = terminal.stdout.isTTY ? (terminal.stdout.columns ?? 100) : Infinity
  await write(
    terminal.stdout,
    manner.json
      ? `${JSON.stringify(result ?? null)}\n`
      : render(result, outputSchema(operation), width),
  )
  const afterword = await door.afterword(operation.name, result, manner.home)
  if (afterword !== null) await write(terminal.stderr, `${afterword}\n`)
  const isOpen = operation.kind === 'write' && !operation.forGood && input['dryRun'] !== true
  if (change !== null && isOpen) {
    await write(terminal.stderr, `To take it back: sobremesa changes undo ${change}\n`)
  }
}
