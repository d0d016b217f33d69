// All the set-up there is, in plain JavaScript for the Node a newcomer has (20 or newer):
//
//   node setup.mjs              bring in what is needed, build the web app if it changed
//   node setup.mjs start …      the same, then `bin/sobremesa serve …`       (npm start -- …)
//   node setup.mjs test …       the same with the tools of the tests, then scripts/test.ts …  (npm test -- …)
//
// What it says goes to stderr: stdout belongs to the server and to the tests.
import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import {
  existsSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { delimiter, dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = dirname(fileURLToPath(import.meta.url))
// As in bin/sobremesa.
const nodeFlags = ['--max-semi-space-size=16']
const packagedNode = join(
  root,
  'node_modules/node/bin',
  process.platform === 'win32' ? 'node.exe' : 'node',
)

class Refusal extends Error {}

async function main([deed = 'build', ...rest]) {
  if (Number(process.versions.node.split('.')[0]) < 20) {
    throw new Refusal(
      `Sobremesa needs Node 20 or newer to set itself up; this is ${process.version}. See https://nodejs.org`,
    )
  }
  const deeds = {
    build: () => 0,
    start: () => runNode('bin/sobremesa', ['serve', ...rest]),
    test: () => runNode('scripts/test.ts', rest),
  }
  if (!Object.hasOwn(deeds, deed))
    throw new Refusal('Say one of: node setup.mjs [build | start | test]')
  await bringIn({ withTools: deed === 'test' })
  await buildWeb()
  return deeds[deed]()
}

/** Makes node_modules what package-lock.json says; does nothing, in milliseconds, when it is so already. */
async function bringIn({ withTools }) {
  if (!installed(withTools)) {
    await step('Bringing in what Sobremesa needs (once, about a minute)', async () => {
      // Only what is missing, where there is something already; all of it anew, where that did not do.
      const kept = existsSync(join(root, 'node_modules/.package-lock.json'))
      const tools = withTools || toolsInstalled() ? ['--include=dev'] : ['--omit=dev']
      if (kept) await npm('install', '--no-save', ...tools)
      if (!kept || !installed(withTools)) await npm('ci', ...tools)
    })
  }
  if (!existsSync(packagedNode)) {
    await step('Bringing in the Node that Sobremesa runs on', async () => {
      await npm('rebuild', 'node', '--ignore-scripts=false')
      await provePackagedNode()
    })
  }
}

/**
 * npm notes in node_modules/.package-lock.json what it put there, as its last act. Packages made for
 * other systems are optional and may be missing.
 */
function installed(withTools) {
  const wanted = packagesIn('package-lock.json')
  const present = packagesIn('node_modules/.package-lock.json')
  return Object.entries(wanted).every(([path, entry]) => {
    if (path === '' || entry.optional || entry.devOptional || (entry.dev && !withTools)) return true
    return present[path] !== undefined && present[path].version === entry.version
  })
}

/** Whoever has run the tests keeps their tools when a start brings in something new. */
function toolsInstalled() {
  return Object.values(packagesIn('node_modules/.package-lock.json')).some((entry) => entry.dev)
}

function packagesIn(file) {
  try {
    return JSON.parse(readFileSync(join(root, file), 'utf8')).packages
  } catch {
    return {}
  }
}

/**
 * No package's script runs but that of `node` itself, which fetches its binary: the database's
 * binaries are inside their package, and npm would try to compile them all the same.
 */
async function npm(deed, ...words) {
  const quiet = ['--ignore-scripts', '--prefer-offline', '--engine-strict=false']
  const silent = ['--loglevel=error', '--no-progress']
  const script = process.env.npm_execpath
  const [program, first] = /npm-cli\.c?js$/.test(script)
    ? [process.execPath, [script]]
    : ['npm', []]
  const { code, said } = await run(program, [...first, deed, ...quiet, ...silent, ...words])
  if (code !== 0) throw new Refusal(whyNot(said))
}

const troubles = [
  [
    /\b(ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH|EHOSTUNREACH|ERR_SOCKET_TIMEOUT)\b/,
    'The package registry cannot be reached. Connect to the network (or set npm’s proxy) and run the same again.',
  ],
  [
    /\b(EACCES|EROFS|EPERM)\b/,
    `This folder cannot be written: ${root}\nMove Sobremesa to a folder of yours and run the same again.`,
  ],
  [
    /\bENOSPC\b/,
    'The disk is full: Sobremesa needs about 300 MB (500 MB with the tools of its tests).',
  ],
  [
    /\bENOTEMPTY\b/,
    'Another set-up is at work in this folder. Wait until it is done and run the same again.',
  ],
  [/spawn npm ENOENT/, 'npm was not found. It comes with Node: https://nodejs.org'],
]

function whyNot(said) {
  const known = troubles.find(([pattern]) => pattern.test(said))
  if (known) return known[1]
  return `npm could not bring in what is needed. Its last words:\n${said.trim().split('\n').slice(-15).join('\n')}`
}

async function provePackagedNode() {
  const first = await run(packagedNode, ['--version'])
  if (first.code === 0) return
  const second = (await broughtLibatomic(first.said))
    ? await run(packagedNode, ['--version'])
    : first
  if (second.code === 0) return
  // Also the copy that its installer would try to run itself with, next time.
  for (const path of [packagedNode, join(root, 'node_modules/node/node_modules')]) {
    rmSync(path, { recursive: true, force: true })
  }
  throw new Refusal(
    `The Node that Sobremesa brings along does not run here:\n${second.said.trim()}\n${remedyFor(second.said)}`,
  )
}

/** The one library that the newest Nodes want and the smallest Linuxes lack. */
async function broughtLibatomic(said) {
  const isDebian = existsSync('/etc/debian_version') && existsSync('/usr/bin/apt-get')
  if (!/libatomic/.test(said) || !isDebian || !process.getuid || process.getuid() !== 0)
    return false
  process.stderr.write('  installing libatomic1, which Node needs\n')
  await run('apt-get', ['update', '--quiet'])
  return (await run('apt-get', ['install', '--yes', '--quiet', 'libatomic1'])).code === 0
}

function remedyFor(said) {
  if (!/libatomic/.test(said)) {
    return 'It is made for Linux with glibc 2.28 or newer, macOS and Windows.'
  }
  return (
    'It needs a small library of the system. Install it and run the same again:\n' +
    '  Debian, Ubuntu:  sudo apt-get install libatomic1\n' +
    '  Fedora, RHEL:    sudo dnf install libatomic'
  )
}

const serverOnly = /^src\/(platform|doors|server)$|\.(test|store|operations)\.ts$/

async function buildWeb() {
  const stamp = join(root, 'build/web.stamp')
  const state = stateOfWeb()
  if (existsSync(join(root, 'build/web/index.html')) && textOf(stamp) === state) return
  await step('Building the web app (when it changed, some seconds)', async () => {
    const { code, said } = await run(packagedNode, ['scripts/build-web.ts'])
    if (code !== 0) throw new Refusal(`The web app could not be built:\n${said.trim()}`)
    mkdirSync(dirname(stamp), { recursive: true })
    writeFileSync(stamp, state)
  })
}

/** A fingerprint of names, sizes and times of all that the web app is made from. */
function stateOfWeb() {
  const others = [
    'package-lock.json',
    'scripts/build-web.ts',
    'scripts/offline-worker.ts',
    'vite.config.ts',
  ].filter((file) => existsSync(join(root, file)))
  const hash = createHash('sha256')
  for (const file of [...others, ...filesUnder('src')]) {
    const { size, mtimeMs } = statSync(join(root, file))
    hash.update(`${file} ${size} ${mtimeMs}\n`)
  }
  return hash.digest('hex')
}

function filesUnder(folder) {
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = `${folder}/${entry.name}`
    if (serverOnly.test(path)) return []
    return entry.isDirectory() ? filesUnder(path) : [path]
  })
}

function textOf(file) {
  return existsSync(file) ? readFileSync(file, 'utf8') : undefined
}

/** Runs one of our programs under the packaged Node, in the person's sight, and ends as it ends. */
async function runNode(program, words) {
  const paths = [join(root, 'node_modules/.bin'), process.env.PATH]
  const { code } = await run(packagedNode, [...nodeFlags, join(root, program), ...words], {
    stdio: 'inherit',
    env: { ...process.env, PATH: paths.join(delimiter) },
    cwd: process.cwd(),
  })
  return code
}

/**
 * Runs a program to its end; whoever stops us stops it. Gives the exit code and, unless the program
 * speaks for itself, what it said on both streams; if a signal ended it, the same signal ends us.
 */
function run(program, words, options = {}) {
  const onWindows = process.platform === 'win32' && program === 'npm'
  const child = spawn(program, words, {
    cwd: root,
    stdio: ['ignore', 'pipe', 'pipe'],
    shell: onWindows,
    ...options,
  })
  const said = []
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (piece) => said.push(piece))
  // The terminal sends Ctrl-C to the child as well; twice would mean "at once".
  let stoppedBy = null
  const passOn = (signal) => {
    stoppedBy = signal
    if (signal !== 'SIGINT' || !process.stdin.isTTY) child.kill(signal)
  }
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP']
  for (const signal of signals) process.on(signal, passOn)
  return new Promise((resolve) => {
    child.on('error', (error) => resolve({ code: 1, said: error.message }))
    child.on('close', (code, signal) => {
      for (const each of signals) process.removeListener(each, passOn)
      const ending = signal || (options.stdio === 'inherit' ? null : stoppedBy)
      if (ending) process.kill(process.pid, ending)
      else resolve({ code, said: Buffer.concat(said).toString() })
    })
  })
}

async function step(what, deed) {
  const started = Date.now()
  process.stderr.write(`${what}…\n`)
  await deed()
  process.stderr.write(`  done in ${Math.max(1, Math.round((Date.now() - started) / 1000))} s\n`)
}

main(process.argv.slice(2)).then(
  (code) => process.exit(code),
  (error) => {
    if (!(error instanceof Refusal)) throw error
    process.stderr.write(`${error.message}\n`)
    process.exit(1)
  },
)
