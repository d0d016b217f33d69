import { execFile } from 'node:child_process'
import { existsSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { describe, expect, test } from 'vitest'
import { everyOperation } from '../../src/operations/run.ts'
import { temporaryFolder } from '../stand/temporary.ts'
import { type CodeBlock, codeBlocksIn, description, pages, root, wordsOfCodeIn } from './pages.ts'

/** The file that the pages bring in: Ana is in it, for they look for her. */
const contacts = `BEGIN:VCARD
VERSION:4.0
FN:Ana Ruiz
EMAIL:ana@acme.example
END:VCARD
`

const shell = pages()
  .flatMap(codeBlocksIn)
  .filter(({ language }) => language === 'sh')
const isOurs = (line: string) => line.startsWith('bin/sobremesa ')

describe('what the pages tell one to type', () => {
  test('is a command of ours or a script of npm, so that all of it can be tried here', () => {
    const scripts = Object.keys(description.scripts)
    const unknown = shell
      .flatMap(({ lines }) => lines.map((line) => line.split(' #')[0]?.trim() ?? ''))
      .filter((line) => !isOurs(line))
      .filter((line) => {
        const [, run, name = '', rest] = /^npm (run )?([\w:-]+)(?: -- (.+))?$/.exec(line) ?? []
        const isThere = rest === undefined || !rest.includes('/') || existsSync(join(root, rest))
        return !(run || name === 'start' || name === 'test') || !scripts.includes(name) || !isThere
      })
    expect(unknown).toEqual([])
  })

  test.each(shell.filter(({ lines }) => lines.some(isOurs)))(
    'runs as it stands in $page: $lines.0',
    async (block) => {
      for (const said of await typed(block)) expect(said).not.toBe('')
    },
  )

  test('names only operations that exist, also in running text', () => {
    const known = new Set(everyOperation().map(({ name }) => name.replace('.', ' ')))
    const named = pages()
      .flatMap(wordsOfCodeIn)
      .flatMap((words) => /^(?:bin\/)?sobremesa ([a-z]+ [a-z]+(?:-[a-z]+)*)/.exec(words)?.[1] ?? [])
      .filter((words) => words !== 'noun verb')
    expect(named.length).toBeGreaterThan(3)
    expect(named.filter((words) => !known.has(words))).toEqual([])
  })
})

/** Each line in a shell, in a folder with the contacts file, on one fresh home; gives what each printed. */
async function typed({ lines }: CodeBlock): Promise<string[]> {
  using folder = temporaryFolder('pages')
  symlinkSync(join(root, 'bin'), join(folder.path, 'bin'))
  writeFileSync(join(folder.path, 'contacts.vcf'), contacts)
  const { DATABASE_URL: _, ...env } = process.env
  const said: string[] = []
  for (const line of lines) {
    const { stdout, stderr } = await promisify(execFile)('sh', ['-c', line], {
      cwd: folder.path,
      env: { ...env, SOBREMESA_HOME: join(folder.path, 'home') },
    })
    said.push(stdout + stderr)
  }
  return said
}
