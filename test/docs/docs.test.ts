import { existsSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { flagsOf } from '../../src/doors/cli/flags.ts'
import { mannerFlags } from '../../src/doors/cli/words.ts'
import { everyOperation } from '../../src/operations/run.ts'
import {
  codeBlocksIn,
  description,
  linksIn,
  pageAt,
  pages,
  root,
  slugsIn,
  textFiles,
  wordsOfCodeIn,
} from './pages.ts'

const readme = pageAt('README.md')
const tour = pageAt('docs/tour.md')
const hosting = pageAt('docs/host/server.md')

/** What is set for every program anyway, and this one only follows. */
const setByTheSystem = new Set(
  'PATH CI DISPLAY WAYLAND_DISPLAY SSH_CONNECTION LOCALAPPDATA XDG_CACHE_HOME'.split(' '),
)

describe('a reader who follows the pages', () => {
  test('finds something behind every link', () => {
    const links = pages().flatMap(linksIn)
    expect(links.length).toBeGreaterThan(20)
    const astray = links.filter(
      ({ page, target }) => !existsSync(join(root, dirname(page), target)),
    )
    expect(astray).toEqual([])
  })

  test('lands on the heading that a link names', () => {
    const lost = pages()
      .flatMap(linksIn)
      .filter(({ heading }) => heading !== null)
      .filter(({ page, target, heading }) => {
        const goal = target === '' ? page : join(dirname(page), target)
        return !slugsIn(pageAt(goal)).includes(heading ?? '')
      })
    expect(lost).toEqual([])
  })

  test('sees each picture of the README, none heavier than 350 kB', () => {
    const pictures = linksIn(readme).filter(({ target }) => target.endsWith('.png'))
    expect(pictures.length).toBeGreaterThan(5)
    const sizes = pictures.map(({ target }) => [target, statSync(join(root, target)).size] as const)
    expect(sizes.filter(([, size]) => size < 5000 || size > 350_000)).toEqual([])
  })

  test('meets `npm start` and `npm test` before anything else is typed', () => {
    const [first] = codeBlocksIn(readme)
    expect(first?.lines.map((line) => line.split('#')[0]?.trim())).toEqual([
      'npm start',
      'npm test',
    ])
  })

  test('finds what changed in this version', () => {
    expect(pageAt('CHANGELOG.md').text).toContain(`\n## ${description.version}`)
  })
})

describe('the tour', () => {
  test('names only files and folders that exist', () => {
    const map = codeBlocksIn(tour).flatMap(({ lines }) =>
      lines.map((line) => line.split(' ')[0] ?? ''),
    )
    const named = [...wordsOfCodeIn(tour), ...map].filter((word) =>
      /^(src|test|docs|scripts|bench|bin)\/[\w./-]*$/.test(word),
    )
    expect(named.length).toBeGreaterThan(20)
    expect(named.filter((path) => !existsSync(join(root, path)))).toEqual([])
  })

  test('is read first: the README and CONTRIBUTING lead to it', () => {
    for (const page of [readme, pageAt('CONTRIBUTING.md')]) {
      expect(linksIn(page).map(({ target }) => target)).toContain('docs/tour.md')
    }
  })
})

const pageOf = (name: string) => pageAt(`docs/reference/${name}.md`).text

describe('the reference', () => {
  const operations = everyOperation()

  test('has every operation, with the codes of its refusals', () => {
    for (const { name, refuses } of operations) {
      expect(pageOf('operations')).toContain(`\n### ${name}\n`)
      for (const code of refuses) expect(pageOf('refusals')).toContain(`| \`${code}\` |`)
    }
  })

  test('has every command with every flag it takes', () => {
    const rows = pageOf('commands').split('\n')
    for (const operation of operations) {
      const words = operation.name.replace('.', ' ')
      const row = rows.find((one) => new RegExp(`^\\| \`${words}[ \`]`).test(one)) ?? ''
      const missing = flagsOf(operation)
        .filter(({ input }) => !operation.positional.includes(input))
        .filter(({ name }) => !row.includes(`\`--${name}\``))
      expect({ words, row: row !== '', missing }).toEqual({ words, row: true, missing: [] })
    }
    for (const flag of Object.keys(mannerFlags)) expect(pageOf('commands')).toContain(`\`--${flag}`)
  })

  test('has every word of the environment that the program listens to', () => {
    const named = textFiles()
      .filter(({ path }) => /^(src\/.*\.ts|bin\/sobremesa)$/.test(path) && !path.includes('.test.'))
      .flatMap(({ text }) => [...text.matchAll(/\benv(?:\.|\[')([A-Z][A-Z_]+)/g)])
      .map(([, name = '']) => name)
    const settings = new Set(named.filter((name) => !setByTheSystem.has(name)))
    expect(settings).toContain('SOBREMESA_HOME')
    expect([...settings].filter((name) => !hosting.text.includes(name))).toEqual([])
  })

  test('has every flag of `sobremesa serve`', () => {
    const program = pageAt('src/server/programs.ts').text
    const flags = [...program.matchAll(/\['(--[a-z-]+)/g)].map(([, flag = '']) => flag)
    expect(flags).toContain('--port')
    expect(flags.filter((flag) => !hosting.text.includes(`\`${flag}`))).toEqual([])
  })
})

describe('every file that goes out', () => {
  // Put together from pieces, so that this list is not what it looks for.
  const forbidden = [
    ['/wo', 'rk/'],
    ['/ro', 'ot/'],
    ['/tm', 'p/h/'],
    ['registry', '.npm'],
    ['Clau', 'de'],
    ['Anthro', 'pic'],
    ['Chat', 'GPT'],
    ['Open', 'AI'],
    ['Copi', 'lot'],
    ['sub', 'agent'],
    ['TO', 'DO'],
    ['FIX', 'ME'],
  ].map((pieces) => pieces.join(''))

  test('speaks of the product alone: no path of a machine, no registry, nothing left for later', () => {
    const found = textFiles().flatMap(({ path, text }) =>
      text
        .split('\n')
        .flatMap((line, at) =>
          forbidden
            .filter((word) => line.includes(word))
            .map((word) => `${path}:${at + 1} ${word}`),
        ),
    )
    expect(found).toEqual([])
  })
})
