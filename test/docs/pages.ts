import { readdirSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'

export const root = join(import.meta.dirname, '../..')

interface Description {
  readonly version: string
  readonly scripts: Readonly<Record<string, string>>
}

/** What package.json says. */
export const description = JSON.parse(
  readFileSync(join(root, 'package.json'), 'utf8'),
) as Description

const notOurs = new Set(['node_modules', 'build', '.git', '.cache', 'test-results'])

/** A file of the project that is text, by its path from the root. */
export interface TextFile {
  readonly path: string
  readonly text: string
}

export interface Link {
  readonly page: string
  /** As written, without the part after `#`; '' where it leads within the page. */
  readonly target: string
  /** The heading it leads to, as its slug. */
  readonly heading: string | null
}

export interface CodeBlock {
  readonly page: string
  readonly language: string
  readonly lines: readonly string[]
}

/** Every text file of ours, whoever reads it. */
export function textFiles(): TextFile[] {
  const pictures = /\.(png|ico|woff2)$/
  return pathsUnder(root)
    .filter((path) => !pictures.test(path))
    .map((path) => ({ path, text: readFileSync(join(root, path), 'utf8') }))
}

/** The pages people read: Markdown at the root and in docs. */
export function pages(): TextFile[] {
  return textFiles().filter(({ path }) => /^([A-Z]+|docs\/.*)\.md$/.test(path))
}

export function pageAt(path: string): TextFile {
  return { path, text: readFileSync(join(root, path), 'utf8') }
}

/** Links and pictures that lead to something of ours; addresses on the web are nobody's promise here. */
export function linksIn({ path, text }: TextFile): Link[] {
  return [...withoutCode(text).matchAll(/\]\(([^)\s]+)\)/g)]
    .map(([, link = '']) => link)
    .filter((link) => !/^[a-z]+:/.test(link))
    .map((link) => {
      const [target = '', heading = null] = link.split('#')
      return { page: path, target, heading }
    })
}

/** As GitHub makes them: lower case, words joined by dashes, no other signs. */
export function slugsIn({ text }: TextFile): string[] {
  return [...withoutCode(text).matchAll(/^#+ (.+)$/gm)].map(([, heading = '']) =>
    heading
      .toLowerCase()
      .replace(/[^\p{L}\p{N}\s-]/gu, '')
      .replaceAll(' ', '-'),
  )
}

export function codeBlocksIn({ path, text }: TextFile): CodeBlock[] {
  return [...text.matchAll(/^```(\w*)\n([\s\S]*?)^```$/gm)].map(([, language = '', body = '']) => ({
    page: path,
    language,
    lines: body.split('\n').filter((line) => line.trim() !== ''),
  }))
}

/** What stands between single backticks outside of blocks. */
export function wordsOfCodeIn({ text }: TextFile): string[] {
  const running = text.replace(/^```[\s\S]*?^```$/gm, '')
  return [...running.matchAll(/`([^`\n]+)`/g)].map(([, words = '']) => words)
}

function withoutCode(text: string): string {
  return text.replace(/^```[\s\S]*?^```$/gm, '').replace(/`[^`\n]*`/g, '')
}

function pathsUnder(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    if (notOurs.has(entry.name) || entry.name.endsWith('.tsbuildinfo')) return []
    const path = join(folder, entry.name)
    if (entry.isDirectory()) return pathsUnder(path)
    return entry.isFile() ? [relative(root, path)] : []
  })
}
