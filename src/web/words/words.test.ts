import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import ts from 'typescript'
import { expect, test } from 'vitest'

/**
 * What is on screen comes from the message files: no text stands in a component, every key that is
 * asked for exists (the compiler sees to that too), and every key that exists is asked for.
 */
const web = join(import.meta.dirname, '..')
const files = globSync('**/*.{ts,tsx}', { cwd: web }).filter((file) => !file.includes('.test.'))
const sources = files.map((file) => ({
  file,
  tree: ts.createSourceFile(
    file,
    readFileSync(join(web, file), 'utf8'),
    ts.ScriptTarget.Latest,
    true,
    file.endsWith('x') ? ts.ScriptKind.TSX : ts.ScriptKind.TS,
  ),
}))

/** Attributes that a person reads or hears. */
const spoken = new Set(
  'title label alt placeholder hint question sentence verb words by aria-label aria-description aria-valuetext aria-roledescription'.split(
    ' ',
  ),
)
/** Names of keys as they stand on keyboards, and signs that are no words. */
const noWords = /^(?:Ctrl|Alt|Enter|K|n|[^\p{L}]*)$/u

function everyNode(visit: (node: ts.Node, file: string) => void): void {
  for (const { file, tree } of sources) {
    const walk = (node: ts.Node): void => {
      visit(node, file)
      ts.forEachChild(node, walk)
    }
    walk(tree)
  }
}

test('no word on screen stands in a component', () => {
  const found: string[] = []
  everyNode((node, file) => {
    if (ts.isJsxText(node) && !noWords.test(node.text.trim())) found.push(`${file}: ${node.text}`)
    if (!ts.isJsxAttribute(node) || !spoken.has(node.name.getText())) return
    const value = node.initializer
    const text =
      value && ts.isJsxExpression(value) && value.expression ? value.expression : (value ?? null)
    if (text && ts.isStringLiteralLike(text) && !noWords.test(text.text)) {
      found.push(`${file}: ${node.getText()}`)
    }
  })
  expect(sources.length).toBeGreaterThan(50)
  expect(found).toEqual([])
})

function keysOf(messages: unknown, path: string): string[] {
  if (typeof messages === 'string') return [path]
  return Object.entries(messages ?? {}).flatMap(([name, inner]) =>
    keysOf(inner, path === '' ? name : `${path}.${name}`),
  )
}

function read(file: string): unknown {
  return JSON.parse(readFileSync(join(import.meta.dirname, file), 'utf8'))
}

function everyKey(): Set<string> {
  const keys = keysOf(read('en.json'), '')
  for (const file of globSync('en/*.json', { cwd: import.meta.dirname })) {
    keys.push(...keysOf(read(file), file.slice('en/'.length, -'.json'.length)))
  }
  return new Set(keys)
}

const plural = /_(?:zero|one|two|few|many|other)$/

/** Every text in the code that may be a key, as a pattern: `mark.${kind}` may be any key of its form. */
function mentioned(): RegExp[] {
  const patterns = new Map<string, RegExp>()
  const put = (parts: readonly string[]): void => {
    const source = parts
      .map((part) => part.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&'))
      .join('[\\w-]+')
    if (/^[\w-]+\\\./.test(source)) patterns.set(source, new RegExp(`^${source}$`))
  }
  everyNode((node) => {
    if (ts.isStringLiteralLike(node)) put([node.text])
    if (ts.isTemplateExpression(node)) {
      put([node.head.text, ...node.templateSpans.map((span) => span.literal.text)])
    }
  })
  return [...patterns.values()]
}

test('every message is asked for somewhere', () => {
  const patterns = mentioned()
  const idle = [...everyKey()].filter((key) => {
    const asked = key.replace(plural, '')
    return !patterns.some((pattern) => pattern.test(asked) || pattern.test(key))
  })
  expect(idle).toEqual([])
})

test('every message that is asked for by name exists', () => {
  const keys = everyKey()
  const known = new Set([...keys].flatMap((key) => [key, key.replace(plural, '')]))
  const missing: string[] = []
  everyNode((node, file) => {
    if (!ts.isCallExpression(node) || !ts.isIdentifier(node.expression)) return
    const [key] = node.arguments
    if (!['t', 'words'].includes(node.expression.text) || !key || !ts.isStringLiteralLike(key))
      return
    if (!known.has(key.text)) missing.push(`${file}: ${key.text}`)
  })
  expect(missing).toEqual([])
})

test('a message with a number has its form for one and for many', () => {
  const keys = everyKey()
  const alone = [...keys].filter(
    (key) =>
      (key.endsWith('_one') && !keys.has(key.replace(/_one$/, '_other'))) ||
      (key.endsWith('_other') && !keys.has(key.replace(/_other$/, '_one'))),
  )
  expect(alone).toEqual([])
})
