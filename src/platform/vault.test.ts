import { mkdir, rm, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { temporaryFolder } from '../../test/stand/temporary.ts'
import { keyFile, vaultIn } from './vault.ts'

const about = 'smtp.example.org'

test('what is sealed opens again, and never lies in the sealed bytes', async () => {
  using folder = temporaryFolder('vault')
  const vault = vaultIn({ folder: folder.path, databaseUrl: null })
  const sealed = await vault.seal('right as rain', about)
  expect(Buffer.from(sealed).toString('latin1')).not.toContain('rain')
  expect(await vault.seal('right as rain', about)).not.toEqual(sealed)
  expect(await vaultIn({ folder: folder.path, databaseUrl: null }).open(sealed, about)).toBe(
    'right as rain',
  )
})

test('the key is a file that nobody else may read, made when it is first needed and once', async () => {
  using folder = temporaryFolder('vault')
  const home = { folder: join(folder.path, 'home'), databaseUrl: null }
  await mkdir(home.folder)
  const path = join(home.folder, keyFile)
  await expect(stat(path)).rejects.toThrow()
  const all = await Promise.all(
    [1, 2, 3, 4].map((one) => vaultIn(home).seal(`secret ${one}`, about)),
  )
  expect((await stat(path)).mode & 0o777).toBe(0o600)
  const opened = await Promise.all(all.map((sealed) => vaultIn(home).open(sealed, about)))
  expect(opened).toEqual([1, 2, 3, 4].map((one) => `secret ${one}`))
})

test('what was sealed for one server does not open for another', async () => {
  using folder = temporaryFolder('vault')
  const vault = vaultIn({ folder: folder.path, databaseUrl: null })
  const sealed = await vault.seal('right as rain', about)
  await expect(vault.open(sealed, 'smtp.evil.example')).rejects.toMatchObject({
    code: 'vault.locked',
  })
})

test.each([
  ['gone', (path: string) => rm(path)],
  ['another', (path: string) => writeFile(path, Buffer.alloc(32, 7).toString('base64url'))],
  ['no key', (path: string) => writeFile(path, 'not a key')],
])('where the key is %s, that is said in one sentence', async (_how, spoil) => {
  using folder = temporaryFolder('vault')
  const vault = vaultIn({ folder: folder.path, databaseUrl: null })
  const sealed = await vault.seal('right as rain', about)
  await spoil(join(folder.path, keyFile))
  await expect(vault.open(sealed, about)).rejects.toMatchObject({
    code: 'vault.locked',
    message: expect.stringContaining('A password that is kept cannot be opened.'),
  })
})
