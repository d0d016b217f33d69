import { spawn } from 'node:child_process'
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, relative } from 'node:path'
import type { Break, Watcher } from './break.ts'
import { lintBreaks, typeBreaks, unusedBreaks } from './code-breaks.ts'
import { neighbours } from './neighbours.ts'
import { passages, wallBreaks } from './wall-breaks.ts'

/** What one tool said of one file. */
export interface Finding {
  readonly watcher: Watcher
  readonly file: string
  readonly rule: string
}

export interface Proof {
  readonly findings: readonly Finding[]
  /** How many files the wall check looked at, without those of the proof. */
  readonly looked: number
}

export const everyBreak: readonly Break[] = [
  ...wallBreaks,
  ...typeBreaks,
  ...lintBreaks,
  ...unusedBreaks,
]

const root = join(import.meta.dirname, '../..')
const notCopied = new Set(['node_modules', 'build', '.git', '.cache', 'test-results'])

/**
 * Puts every break into a copy of the tree at once, each in a file of its own, and asks each tool
 * once: a tool names the file it complains of, so who noticed what stays exact. The tree itself is
 * never touched; takes some ten seconds.
 */
export async function proveWalls(): Promise<Proof> {
  const copy = mkdtempSync(join(tmpdir(), 'sobremesa-walls-'))
  try {
    copyTree(copy)
    const [walls, types, lint, unused] = await Promise.all([
      askWalls(copy),
      askCompiler(copy),
      askLint(copy),
      askKnip(copy),
    ])
    return { findings: [...walls.findings, ...types, ...lint, ...unused], looked: walls.looked }
  } finally {
    rmSync(copy, { recursive: true, force: true })
  }
}

/** The rules that one watcher said to be broken in a file (or folder). */
export function saidOf(proof: Proof, file: string, watcher: Watcher): string[] {
  const theirs = proof.findings.filter(
    (finding) => finding.file === file && finding.watcher === watcher,
  )
  return [...new Set(theirs.map((finding) => finding.rule))]
}

function copyTree(copy: string): void {
  for (const name of readdirSync(root).filter((entry) => !notCopied.has(entry))) {
    cpSync(join(root, name), join(copy, name), { recursive: true })
  }
  symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'))
  const written = [
    ...Object.entries(neighbours),
    ...[...everyBreak, ...passages].map(({ file, code }) => [file, code] as const),
  ]
  for (const [file, code] of written) {
    mkdirSync(dirname(join(copy, file)), { recursive: true })
    writeFileSync(join(copy, file), `${code}\n`)
  }
}

interface Cruise {
  readonly summary: {
    readonly totalCruised: number
    readonly violations: readonly {
      readonly from: string
      readonly rule: { readonly name: string }
    }[]
  }
}

/** `--preserve-symlinks` only because the copy borrows node_modules: rules name packages by that path. */
async function askWalls(copy: string): Promise<{ findings: Finding[]; looked: number }> {
  const words = [
    'src',
    '--config',
    '.dependency-cruiser.cjs',
    '--preserve-symlinks',
    '--output-type',
    'json',
  ]
  const { summary } = JSON.parse(await ask(copy, 'depcruise', words)) as Cruise
  const ours = new Set([
    ...Object.keys(neighbours),
    ...[...everyBreak, ...passages].map(({ file }) => file),
  ])
  return {
    findings: summary.violations.map(({ from, rule }) => ({
      watcher: 'walls',
      file: from,
      rule: rule.name,
    })),
    looked: summary.totalCruised - [...ours].filter((file) => file.startsWith('src/')).length,
  }
}

async function askCompiler(copy: string): Promise<Finding[]> {
  const said = await ask(copy, 'tsc', ['--build', '--pretty', 'false'])
  return [...said.matchAll(/^(\S+?)\(\d+,\d+\): error (TS\d+)/gm)].map(
    ([, file = '', rule = '']) => ({
      watcher: 'types',
      file,
      rule,
    }),
  )
}

interface Lint {
  readonly diagnostics: readonly { readonly filename: string; readonly code: string }[]
}

async function askLint(copy: string): Promise<Finding[]> {
  const said = await ask(copy, 'oxlint', ['--type-aware', '--format', 'json', 'src', 'test'])
  const { diagnostics } = JSON.parse(said) as Lint
  return diagnostics.map(({ filename, code }) => ({
    watcher: 'lint',
    file: filename.startsWith('/') ? relative(copy, filename) : filename,
    rule: /\(([^)]+)\)/.exec(code)?.[1] ?? code,
  }))
}

interface Unused {
  readonly issues: readonly { readonly file: string; readonly [kind: string]: unknown }[]
}

async function askKnip(copy: string): Promise<Finding[]> {
  const { issues } = JSON.parse(
    await ask(copy, 'knip', ['--reporter', 'json', '--no-progress']),
  ) as Unused
  return issues.flatMap(({ file, ...kinds }) =>
    Object.entries(kinds)
      .filter(([, found]) => Array.isArray(found) && found.length > 0)
      .map(([rule]): Finding => ({ watcher: 'unused', file, rule })),
  )
}

/** What the tool prints; that it ends with a failure is what we came for. */
function ask(cwd: string, tool: string, words: readonly string[]): Promise<string> {
  const child = spawn(process.execPath, [join(root, 'node_modules/.bin', tool), ...words], { cwd })
  const said: Buffer[] = []
  child.stdout.on('data', (piece: Buffer) => said.push(piece))
  return new Promise((resolve, reject) => {
    child.on('error', reject)
    child.on('close', () => resolve(Buffer.concat(said).toString()))
  })
}
