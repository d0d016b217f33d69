import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { madeZip } from '../stand/made-zip.ts'
import { card, file, google } from './contacts-files.ts'
import { onBothDatabases } from './notebook.ts'

const entries = [
  { name: 'Takeout/Contacts/all.vcf', content: card('zip-1', 'Zip One') },
  { name: 'Takeout/Contacts/google.csv', content: google },
  { name: 'Takeout/Photos/me.txt', content: 'a letter of no interest' },
  { name: '../outside.vcf', content: card('zip-2', 'Zip Outside') },
]

onBothDatabases('folders and archives', (notebook) => {
  test('are looked into and brought in file by file, each with a line of its own', async () => {
    const { ask } = notebook()
    const files = [await file('takeout.zip', madeZip(entries))]
    expect((await ask('contacts.look', { files })).files).toMatchObject([
      { file: 'takeout.zip/Takeout/Contacts/all.vcf', is: 'vcard', holds: 'people' },
      { file: 'takeout.zip/Takeout/Contacts/google.csv', is: 'csv', from: 'Google Contacts' },
      { file: 'takeout.zip/Takeout/Photos/me.txt', is: null, problem: expect.any(String) },
      { file: 'takeout.zip/../outside.vcf', problem: expect.stringContaining('leads out') },
    ])
    const report = await ask('contacts.import', { files })
    expect(report.files).toMatchObject([
      { file: 'takeout.zip/Takeout/Contacts/all.vcf', created: 1, problem: null },
      { file: 'takeout.zip/Takeout/Contacts/google.csv', created: 2, problem: null },
      { created: 0, problem: 'It holds no people, calendar or mail' },
      { created: 0, problem: expect.stringContaining('leads out') },
    ])
    expect((await ask('people.list')).count).toBe(3)
    const { imports } = await ask('contacts.imports')
    expect(imports).toMatchObject([
      { file: 'takeout.zip/Takeout/Contacts/google.csv' },
      { file: 'takeout.zip/Takeout/Contacts/all.vcf' },
    ])
  })

  test('a folder is the files in it', async () => {
    const { ask } = notebook()
    const path = await mkdtemp(join(tmpdir(), 'sobremesa-folder-'))
    try {
      await mkdir(join(path, 'deep'))
      await writeFile(join(path, 'deep', 'one.vcf'), card('folder-1', 'Folder One'))
      const files = [{ name: 'exports', path, size: 0 }]
      expect((await ask('contacts.import', { files })).files).toMatchObject([
        { file: 'exports/deep/one.vcf', created: 1 },
      ])
    } finally {
      await rm(path, { recursive: true })
    }
  })

  test('one that is damaged is a sentence, and what stands beside it comes in', async () => {
    const { ask, refusal } = notebook()
    const damaged = await file('cut.zip', madeZip(entries).subarray(0, 200))
    expect(await refusal('contacts.import', { files: [damaged] })).toMatchObject({
      code: 'file.unreadable',
      says: expect.stringContaining('cut.zip is a damaged archive'),
    })
    const files = [damaged, await file('good.vcf', card('good-1', 'Good One'))]
    expect((await ask('contacts.import', { files })).files).toMatchObject([
      { file: 'cut.zip', problem: expect.stringContaining('damaged') },
      { created: 1, problem: null },
    ])
  })
})
