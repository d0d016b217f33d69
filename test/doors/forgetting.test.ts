import { once } from 'node:events'
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { command, freshHome, json, removeHome, start } from './stand.ts'

let home: string
beforeEach(async () => {
  home = await freshHome()
})
afterEach(() => removeHome(home))

/** Every file below the home, name and bytes. */
async function bytesIn(folder: string): Promise<string> {
  const names = await readdir(folder, { recursive: true, withFileTypes: true })
  const files = names.filter((one) => one.isFile())
  const texts = await Promise.all(
    files.map((one) => readFile(join(one.parentPath, one.name), 'latin1')),
  )
  return [...files.map(({ name }) => name), ...texts].join('\n')
}

const traces = /xiphias|gladius|deepsea\.example|against the stream/i

async function meet(): Promise<string> {
  const line = 'Xiphias Gladius, fencer, xiphias@deepsea.example: " swim against the stream'
  await json(home, ['conversations', 'capture', line])
  const { people } = await json(home, ['people', 'find', 'xiphias'])
  return people[0].id
}

test('the command forgets, in copies of the file too, and promises no way back', async () => {
  const id = await meet()
  await mkdir(join(home, 'copies'))
  await writeFile(join(home, 'copies/before-0002-one-person.db'), 'Xiphias Gladius')
  expect(await bytesIn(home)).toMatch(traces)
  const ended = await command(home, ['people', 'forget', id])
  expect(ended).toMatchObject({ code: 0 })
  expect(ended.stderr).not.toContain('To take it back')
  expect(await bytesIn(home)).not.toMatch(traces)
})

test(
  'killed at any moment, everything of somebody is there or nothing is, and no byte in the end',
  { timeout: 180_000 },
  async () => {
    await json(home, ['sample', 'load', '--people', '100'])
    const id = await meet()
    let kills = 0
    for (let after = 200; ; after *= 1.5) {
      const child = start(home, ['people', 'forget', id])
      const exit = once(child, 'exit')
      const done = await Promise.race([exit.then(() => true), pause(after).then(() => false)])
      if (!done) child.kill('SIGKILL')
      await exit
      kills += done ? 0 : 1
      const shown = await command(home, ['people', 'show', id, '--json'])
      const bytes = await bytesIn(home)
      if (shown.code === 0) {
        expect(bytes).toContain('against the stream')
        expect(done).toBe(false)
        continue
      }
      // Whoever opened the home after the kill has swept what was left in the file.
      expect(shown.stderr + shown.stdout).toContain('person.unknown')
      expect(bytes).not.toMatch(traces)
      break
    }
    expect(kills).toBeGreaterThan(0)
  },
)
