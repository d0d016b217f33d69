import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** Programs that read or judge cards; how each is asked stands beside the project, like the corpus. */
const judges = join(import.meta.dirname, '../../../../shared/judges')

/** What another program found in one card. Evolution may also say that it could not read it. */
export interface JudgedCard {
  readonly fn?: string
  readonly email?: readonly (string | null)[]
  readonly tel?: readonly (string | null)[]
  readonly err?: string
}

/** File by file: its cards, or why the program could not read it. */
export type Judged = Readonly<Record<string, readonly JudgedCard[] | string>>

interface Judge {
  readonly oracle: string
  readonly answer: string
  /** Says nothing and ends well where all that the oracle needs is installed. */
  readonly asked: readonly string[]
  readonly run: readonly string[]
  readonly packages: string
}

const sabreAt = '/usr/share/php/Sabre/VObject/autoload.php'

const known = {
  vobject: {
    oracle: 'oracle_vobject.py',
    answer: 'bake_vobject.json',
    asked: ['/usr/bin/python3', '-c', 'import vobject'],
    run: ['/usr/bin/python3'],
    packages: 'python3-vobject',
  },
  sabre: {
    oracle: 'oracle_sabre.php',
    answer: 'bake_sabre.json',
    asked: [
      'php',
      '-r',
      `exit(is_file('${sabreAt}') && function_exists('mb_check_encoding') ? 0 : 1);`,
    ],
    run: ['php', '-d', 'display_errors=0', '-d', 'auto_prepend_file=@STATE@/before.php'],
    packages: 'php-cli php-xml php-mbstring php-sabre-vobject',
  },
  evolution: {
    oracle: 'oracle_eds.py',
    answer: 'bake_eds.json',
    asked: [
      '/usr/bin/python3',
      '-c',
      "import gi; gi.require_version('EBookContacts', '1.2'); from gi.repository import EBookContacts",
    ],
    run: ['/usr/bin/python3'],
    packages: 'python3-gi gir1.2-ebookcontacts-1.2',
  },
} satisfies Record<string, Judge>

export type JudgeName = keyof typeof known
export const judgeNames: readonly JudgeName[] = ['vobject', 'sabre', 'evolution']

/** Debian's sabre is of version 2, where what the oracle asks for has another name. */
const beforeSabre = `<?php
namespace Sabre\\VObject\\Parser { class Parser { const OPTION_FORGIVING = 1; } }
namespace { error_reporting(0); require '${sabreAt}'; }
`

/** What that program finds in each file of the corpus; null, with the reason printed, where it is not installed. */
export function judgedBy(name: JudgeName): Judged | null {
  const judge: Judge = known[name]
  if (!isInstalled(judge, name)) return null
  const state = mkdtempSync(join(tmpdir(), 'sobremesa-judge-'))
  try {
    const oracle = readFileSync(join(judges, 'oracles', judge.oracle), 'utf8')
    writeFileSync(join(state, judge.oracle), oracle.replaceAll('@STATE@', state))
    writeFileSync(join(state, 'before.php'), beforeSabre)
    const [program = '', ...flags] = judge.run.map((part) => part.replaceAll('@STATE@', state))
    run(program, [...flags, join(state, judge.oracle)])
    return JSON.parse(readFileSync(join(state, judge.answer), 'utf8')) as Judged
  } finally {
    rmSync(state, { recursive: true, force: true })
  }
}

function isInstalled({ asked, oracle, packages }: Judge, name: string): boolean {
  const [program = '', ...flags] = asked
  const isThere = existsSync(join(judges, 'oracles', oracle))
  if (isThere && spawnSync(program, flags).status === 0) return true
  const reason = isThere ? `apt-get install ${packages}` : `no oracle at ${judges}`
  process.stdout.write(`Skipped: what ${name} reads (${reason})\n`)
  return false
}

const libraries = ['/usr/share/java/ez-vcard.jar', '/usr/share/java/vinnie.jar']

export function validatorIsThere(): boolean {
  const lint = join(judges, 'ezv/Lint.java')
  const isThere = [lint, ...libraries].every((path) => existsSync(path))
  if (isThere && spawnSync('java', ['-version']).status === 0) return true
  const packages = 'default-jdk-headless libez-vcard-java libvinnie-java'
  process.stdout.write(`Skipped: what ez-vcard warns of (apt-get install ${packages})\n`)
  return false
}

/** Each warning of ez-vcard by the name of the file: `[Email] | W09: …`, without its line. */
export function warningsIn(paths: readonly string[]): {
  readonly cards: number
  readonly warnings: ReadonlyMap<string, readonly string[]>
} {
  const said = run('java', ['-cp', libraries.join(':'), join(judges, 'ezv/Lint.java'), ...paths])
  const warnings = new Map<string, string[]>()
  for (const line of said.split('\n')) {
    const match = /^(\S+) (?:PARSE|VALIDATE) (.*)$/.exec(line)
    if (!match?.[1] || !match[2]) continue
    const each = match[2].split(' / ').map((one) => one.replace(/^Line \d+ /, '').trim())
    warnings.set(match[1], [...(warnings.get(match[1]) ?? []), ...each])
  }
  return { cards: Number(/(\d+) cards, \d+ warnings/.exec(said)?.[1] ?? 0), warnings }
}

function run(program: string, flags: readonly string[]): string {
  const { status, stdout, stderr } = spawnSync(program, flags, {
    cwd: judges,
    encoding: 'utf8',
    env: { ...process.env, LC_ALL: 'C.UTF-8' },
    maxBuffer: 64 * 1024 * 1024,
    timeout: 120_000,
  })
  if (status !== 0) throw new Error(`${program} gave up: ${stderr.slice(-2000)}`)
  return stdout
}
