import { existsSync, globSync, readFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { expect, test } from 'vitest'

const web = join(import.meta.dirname, '..')

interface Sheet {
  readonly path: string
  readonly classes: ReadonlySet<string>
  /** What the components that import the sheet name of it: `styles.row`, `styles[look]`. */
  readonly named: Set<string>
  /** Named by what a variable holds, so that any class may be meant. */
  isOpen: boolean
}

function sheets(): Map<string, Sheet> {
  const found = new Map<string, Sheet>()
  for (const file of globSync('**/*.module.css', { cwd: web })) {
    const path = join(web, file)
    const text = readFileSync(path, 'utf8').replaceAll(
      /\/\*[\s\S]*?\*\/|:global\([^)]*\)|\{[^{}]*\}/g,
      ' ',
    )
    const classes = new Set([...text.matchAll(/\.([a-zA-Z][\w-]*)/g)].map(([, name = '']) => name))
    found.set(path, { path, classes, named: new Set(), isOpen: false })
  }
  return found
}

function readUses(found: Map<string, Sheet>): void {
  for (const file of globSync('**/*.{ts,tsx}', { cwd: web })) {
    const text = readFileSync(join(web, file), 'utf8')
    for (const [, local = '', path = ''] of text.matchAll(
      /import (\w+) from '([^']+\.module\.css)'/g,
    )) {
      const sheet = found.get(resolve(dirname(join(web, file)), path))
      expect(sheet, `${file} imports ${path}`).toBeDefined()
      for (const [, name = ''] of text.matchAll(new RegExp(`\\b${local}\\.(\\w+)`, 'g'))) {
        sheet?.named.add(name)
      }
      if (sheet && new RegExp(`\\b${local}\\[`).test(text)) sheet.isOpen = true
    }
  }
}

const found = sheets()
readUses(found)

test('every class that a component names is in its sheet', () => {
  expect(found.size).toBeGreaterThan(20)
  for (const { path, classes, named } of found.values()) {
    const missing = [...named].filter((name) => name !== 'module' && !classes.has(name))
    expect(missing, path).toEqual([])
  }
})

test('every class of a sheet is named by a component', () => {
  for (const { path, classes, named, isOpen } of found.values()) {
    const idle = isOpen ? [] : [...classes].filter((name) => !named.has(name))
    expect(idle, path).toEqual([])
  }
})

test('components use the house’s colours and no others', () => {
  const allowed = new Set(['#000', '#fff', '#6b4a2e', '#c39f7c'])
  for (const file of globSync('**/*.{module.css,tsx}', { cwd: web })) {
    const text = readFileSync(join(web, file), 'utf8').replaceAll(/\/\*[\s\S]*?\*\//g, '')
    const colours = [...text.matchAll(/#[0-9a-fA-F]{3,8}\b(?=[;,)\s"'])/g)].map(
      ([colour]) => colour,
    )
    expect(
      colours.filter((colour) => !allowed.has(colour.toLowerCase())),
      file,
    ).toEqual([])
  }
})

test('no sheet waits for a file that is gone', () => {
  for (const path of found.keys()) {
    const component = path.replace('.module.css', '')
    const users = globSync('**/*.{ts,tsx}', { cwd: web }).filter((file) =>
      readFileSync(join(web, file), 'utf8').includes(`/${path.split('/').at(-1)}'`),
    )
    expect(existsSync(`${component}.tsx`) || users.length > 0, path).toBe(true)
  }
})
