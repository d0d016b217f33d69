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

const letter = 'From: a@x.example\nTo: b@y.example\nDate: Tue, 5 Mar 2024 10:00:00 +0000\n\nHi\n'

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

  test('what holds nothing says so, and each that is not read says what to do about it', async () => {
    const { refusal } = notebook()
    const nothing = [await file('none.zip', madeZip([])), await file('none.vcf', '')]
    const path = await mkdtemp(join(tmpdir(), 'sobremesa-folder-'))
    try {
      const files = [...nothing, { name: 'exports', path, size: 0 }]
      expect(await refusal('contacts.import', { files })).toMatchObject({
        code: 'file.unreadable',
        says: [
          'none.zip: No files are in it',
          'none.vcf: It is empty: export it again, and bring that file in',
          'exports: No files are in it',
        ].join('\n'),
      })
    } finally {
      await rm(path, { recursive: true })
    }
    const unclear = [await file('a.csv', 'Foo,Bar\nx1,y\n'), await file('a.eml', letter)]
    const { says } = await refusal('contacts.import', { files: unclear })
    expect(says).toMatch(/^a\.csv: .*"map": .*\na\.eml: .*"own": \["you@example\.org"\]$/)
  })

  test('one that is damaged is a sentence, and what stands beside it comes in', async () => {
    const { ask, refusal } = notebook()
    const damaged = await file('cut.zip', madeZip(entries).subarray(0, 200))
    expect(await refusal('contacts.import', { files: [damaged] })).toMatchObject({
      code: 'file.unreadable',
      says: expect.stringMatching(/^cut\.zip is a damaged archive: .*[^.]\. Download or copy it/),
    })
    const files = [damaged, await file('good.vcf', card('good-1', 'Good One'))]
    expect((await ask('contacts.import', { files })).files).toMatchObject([
      { file: 'cut.zip', problem: expect.stringContaining('damaged') },
      { created: 1, problem: null },
    ])
  })
})
