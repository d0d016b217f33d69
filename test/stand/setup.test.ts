import { spawnSync } from 'node:child_process'
import { appendFileSync, existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { skeleton } from './skeleton.ts'

const builder = `
import { appendFileSync, mkdirSync, writeFileSync } from 'node:fs'
mkdirSync('build/web', { recursive: true })
writeFileSync('build/web/index.html', '')
appendFileSync('build/times', '.')
`
const files = {
  'scripts/build-web.ts': builder,
  'src/web/main.tsx': '',
  'src/notebook/people/person.ts': '',
  'src/notebook/people/people.store.ts': '',
  'src/platform/context.ts': '',
}

/** By default with an npm that is not there: what is borrowed must not be changed by a test. */
function setUp(path: string, words: readonly string[] = [], env: Record<string, string> = {}) {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [join(path, 'setup.mjs'), ...words],
    {
      encoding: 'utf8',
      env: { ...process.env, npm_execpath: '/nowhere/npm-cli.js', ...env },
    },
  )
  return { status, stdout, stderr }
}

test('the web app is built when what it is made from changed, and only then', () => {
  using house = skeleton(files, 'set up')
  const timesBuilt = () => {
    expect(setUp(house.path)).toMatchObject({ status: 0, stdout: '' })
    return readFileSync(join(house.path, 'build/times'), 'utf8').length
  }
  expect(timesBuilt()).toBe(1)
  expect(timesBuilt()).toBe(1)
  appendFileSync(join(house.path, 'src/platform/context.ts'), '// the server’s alone')
  appendFileSync(join(house.path, 'src/notebook/people/people.store.ts'), '// the server’s alone')
  expect(timesBuilt()).toBe(1)
  appendFileSync(join(house.path, 'src/notebook/people/person.ts'), '// a rule that the page knows')
  expect(timesBuilt()).toBe(2)
})

test('a build that fails is said with its reason, and tried again the next time', () => {
  using house = skeleton(
    { ...files, 'scripts/build-web.ts': `throw new Error('no such colour')` },
    'set up',
  )
  const failed = setUp(house.path)
  expect(failed.status).toBe(1)
  expect(failed.stderr).toContain('The web app could not be built')
  expect(failed.stderr).toContain('no such colour')
  writeFileSync(join(house.path, 'scripts/build-web.ts'), builder)
  expect(setUp(house.path).status).toBe(0)
})

test('without a network, one sentence says so', () => {
  using house = skeleton(files, 'not set up')
  const { status, stderr } = setUp(house.path, ['start'], {
    npm_execpath: '',
    npm_config_registry: 'http://127.0.0.1:9/',
    npm_config_cache: join(house.path, 'cache'),
    npm_config_fetch_retries: '0',
  })
  expect(status).toBe(1)
  expect(stderr).toContain('The package registry cannot be reached.')
  expect(existsSync(join(house.path, 'build'))).toBe(false)
})

test('an unknown word is answered with the known ones', () => {
  using house = skeleton(files, 'set up')
  expect(setUp(house.path, ['strat'])).toMatchObject({
    status: 1,
    stderr: expect.stringContaining('build | start | test'),
  })
})

test('the lock file names no registry', () => {
  const lock = readFileSync(join(import.meta.dirname, '../../package-lock.json'), 'utf8')
  expect(lock).not.toContain('"resolved"')
})
