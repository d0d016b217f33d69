import { type SpawnSyncOptions, spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { nodeFlags, packagedNode } from './server.ts'
import { skeleton } from './skeleton.ts'

/** Stands in for the server: does to the letter what it is told, so that the way to it is seen. */
const program = `
export async function main(argv: string[]): Promise<number> {
  const [deed, ...words] = argv
  if (deed === 'end') return Number(words[0])
  if (deed === 'break') throw new Error('as a bug would')
  if (deed === 'die') process.kill(process.pid, 'SIGKILL')
  if (deed === 'talk') for (let line = 0; line < 100_000; line++) console.log('line', line)
  if (deed === 'tell') console.log(JSON.stringify({ argv, version: process.version }))
  if (deed === 'flags') console.log(JSON.stringify(process.execArgv))
  if (deed !== 'wait') return 0
  const stopped = new Promise<number>((end) => process.on('SIGTERM', () => end(42)))
  const kept = setInterval(() => {}, 1000)
  console.log('waiting')
  return stopped.finally(() => clearInterval(kept))
}
`
const house = skeleton({ 'src/server/main.ts': program }, 'set up')
const command = join(house.path, 'bin/sobremesa')
afterAll(() => house[Symbol.dispose]())

/** Any Node outside of node_modules: what a newcomer's terminal would find first. */
function otherNode(): string | undefined {
  return (process.env['PATH'] ?? '')
    .split(delimiter)
    .filter((folder) => !folder.includes('node_modules'))
    .map((folder) => join(folder, 'node'))
    .find((path) => existsSync(path))
}

const nodes = [
  { called: 'the packaged Node', node: packagedNode },
  { called: 'another Node', node: otherNode() },
]

function run(node: string, words: readonly string[], options: SpawnSyncOptions = {}) {
  const { status, signal, stdout, stderr } = spawnSync(node, [command, ...words], options)
  return { status, signal, stdout: String(stdout), stderr: String(stderr) }
}

describe.each(nodes)('started by $called', ({ node }) => {
  const there = node !== undefined
  const by = node ?? ''
  if (!there)
    console.log('There is no Node beside the packaged one on this machine: not tried with another.')

  test.runIf(there)('it runs under the packaged Node, with every word as it was typed', () => {
    const { stdout } = run(by, ['tell', 'two words', '', '--flag=é', '*'])
    const version = spawnSync(packagedNode, ['--version']).stdout.toString().trim()
    expect(JSON.parse(stdout)).toEqual({
      argv: ['tell', 'two words', '', '--flag=é', '*'],
      version,
    })
  })

  test.runIf(there)('it ends as the program ends: by code, by a bug with 70, by a signal', () => {
    for (const code of [0, 1, 2, 70]) expect(run(by, ['end', `${code}`]).status).toBe(code)
    expect(run(by, ['break'])).toMatchObject({
      status: 70,
      stderr: expect.stringContaining('as a bug would'),
    })
    expect(run(by, ['die'])).toMatchObject({ signal: 'SIGKILL' })
  })

  test.runIf(there)('it works from any folder and through a link', () => {
    const link = join(house.path, `link-${nodes.findIndex((each) => each.node === node)}`)
    symlinkSync(command, link)
    const { status } = spawnSync(by, [link, 'end', '5'], { cwd: tmpdir() })
    expect(status).toBe(5)
  })

  test.runIf(there)('what it prints is whole before it ends', () => {
    expect(run(by, ['talk'], { maxBuffer: 1e8 }).stdout.trim().split('\n')).toHaveLength(100_000)
  })

  test.runIf(there)('a reader that has seen enough is no fault', () => {
    const { status, stderr, stdout } = spawnSync(
      'bash',
      ['-c', '"$0" "$1" talk | head -1; exit ${PIPESTATUS[0]}', by, command],
      { encoding: 'utf8' },
    )
    expect({ status, stderr, stdout }).toEqual({ status: 0, stderr: '', stdout: 'line 0\n' })
  })

  test.runIf(there)('a request to end reaches the program, which ends in its own way', async () => {
    const child = spawn(by, [command, 'wait'], { stdio: ['ignore', 'pipe', 'inherit'] })
    await once(child.stdout, 'data')
    child.kill('SIGTERM')
    expect(await once(child, 'exit')).toEqual([42, null])
  })
})

test.runIf(otherNode())('it tells that Node how to keep house', () => {
  expect(JSON.parse(run(otherNode() ?? '', ['flags']).stdout)).toEqual(nodeFlags)
})

test('a copy that was never set up says what to run, and ends with 70', () => {
  using bare = skeleton({}, 'not set up')
  const { status, stderr } = spawnSync(process.execPath, [
    join(bare.path, 'bin/sobremesa'),
    'serve',
  ])
  expect(status).toBe(70)
  expect(String(stderr)).toContain(`node "${join(bare.path, 'setup.mjs')}"`)
})
