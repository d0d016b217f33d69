import { globSync, readFileSync } from 'node:fs'
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
      for (const [, name = ''] of text.matchAll(
        new RegExp(`\\b${local}\\.(?!module\\b)(\\w+)`, 'g'),
      )) {
        sheet?.named.add(name)
      }
      if (sheet && new RegExp(`\\b${local}\\[`).test(text)) sheet.isOpen = true
    }
  }
}

const found = sheets()
readUses(found)
const all = [...found.values()]

test('every class that a component names is in its sheet', () => {
  expect(all.length).toBeGreaterThan(20)
  const missing = all.flatMap(({ path, classes, named }) =>
    [...named].filter((name) => !classes.has(name)).map((name) => `${path} ${name}`),
  )
  expect(missing).toEqual([])
})

test('every class of a sheet is named by a component', () => {
  const idle = all
    .filter(({ isOpen }) => !isOpen)
    .flatMap(({ path, classes, named }) =>
      [...classes].filter((name) => !named.has(name)).map((name) => `${path} ${name}`),
    )
  expect(idle).toEqual([])
})

test('components use the colours of the house and no others', () => {
  // Coffee and its light, in the drawing of the table; the black of a mask is no colour.
  const allowed = new Set(['#6b4a2e', '#c39f7c', '#000'])
  const others = globSync('**/*.{module.css,tsx}', { cwd: web }).flatMap((file) => {
    const text = readFileSync(join(web, file), 'utf8').replaceAll(/\/\*[\s\S]*?\*\//g, '')
    return [...text.matchAll(/#[0-9a-fA-F]{3,8}\b(?=[;,)\s"'])/g)]
      .filter(([colour]) => !allowed.has(colour.toLowerCase()))
      .map(([colour]) => `${file} ${colour}`)
  })
  expect(others).toEqual([])
})

test('every sheet is imported', () => {
  const imported = all.filter(({ isOpen, named }) => isOpen || named.size > 0)
  expect(imported.map(({ path }) => path)).toEqual(all.map(({ path }) => path))
})
