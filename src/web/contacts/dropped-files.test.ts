import { expect, test } from 'vitest'
import { distinctlyNamed, filesDropped } from './dropped-files.ts'

const file = (name: string) => ({
  isFile: true,
  isDirectory: false,
  file: (found: (file: File) => void) => found(new File([''], name)),
})

/** A folder as Chromium gives it: a hundred entries at a time, then none. */
function folder(...entries: object[]) {
  const pieces = [entries.slice(0, 1), entries.slice(1), []]
  return {
    isFile: false,
    isDirectory: true,
    createReader: () => ({
      readEntries: (found: (some: object[]) => void) => found(pieces.shift() ?? []),
    }),
  }
}

test('files in folders in folders come along, hidden ones do not', async () => {
  const dropped = [
    file('first.vcf'),
    folder(file('second.csv'), folder(file('third.ics'), file('.DS_Store'))),
    file('last.mbox'),
  ]
  const files = await filesDropped(dropped)
  expect(files.map(({ name }) => name)).toEqual([
    'first.vcf',
    'second.csv',
    'third.ics',
    'last.mbox',
  ])
})

test('files of one name from several folders are told apart, and none takes the name of another', async () => {
  const names = ['contacts.csv', 'contacts.csv', 'contacts (2).csv', 'contacts.csv', 'mbox', 'mbox']
  const files = distinctlyNamed(names.map((name, at) => new File([`${at}`], name)))
  expect(files.map(({ name }) => name)).toEqual([
    'contacts.csv',
    'contacts (3).csv',
    'contacts (2).csv',
    'contacts (4).csv',
    'mbox',
    'mbox (2)',
  ])
  const held = await Promise.all(files.map(async (one) => one.text()))
  expect(held).toEqual(['0', '1', '2', '3', '4', '5'])
})
