import { existsSync, globSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { expect, test } from 'vitest'

const require = createRequire(import.meta.url)
const styles = dirname(require.resolve('@mantine/core/styles/Modal.layer.css'))
const list = readFileSync(join(import.meta.dirname, 'mantine.css'), 'utf8')

/** Parts of Mantine that the parts we use are made of. */
const inside: Readonly<Record<string, readonly string[]>> = {
  Modal: ['ModalBase', 'Paper', 'CloseButton', 'Overlay', 'ScrollArea'],
  Drawer: ['ModalBase', 'Paper', 'CloseButton', 'Overlay', 'ScrollArea'],
  Menu: ['Popover', 'UnstyledButton'],
}

test('every part of Mantine that the app uses brings its styles', () => {
  const web = join(import.meta.dirname, '..')
  const used = new Set<string>()
  for (const file of globSync('**/*.tsx', { cwd: web })) {
    const text = readFileSync(join(web, file), 'utf8')
    for (const [, names = ''] of text.matchAll(/import \{([^}]+)\} from '@mantine\/core'/g)) {
      for (const name of names.split(',').map((part) => part.trim())) used.add(name)
    }
  }
  const wanted = [...used].flatMap((name) => [name, ...(inside[name] ?? [])])
  const styled = wanted.filter((name) => existsSync(join(styles, `${name}.layer.css`)))
  expect(styled.length).toBeGreaterThan(3)
  expect(styled.filter((name) => !list.includes(`core/styles/${name}.layer.css`))).toEqual([])
})

test('no list of styles names a file that Mantine does not have', () => {
  const files = [...list.matchAll(/@import '([^']+)'/g)].map(([, file = '']) => file)
  expect(files.filter((file) => !resolves(file))).toEqual([])
})

function resolves(file: string): boolean {
  try {
    return require.resolve(file) !== ''
  } catch {
    return false
  }
}
