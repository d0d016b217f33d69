import { expect, test } from 'vitest'
import { shelfInMemory } from '../../../test/stand/shelf-in-memory.ts'
import { fileSealerFrom } from './file-seal.ts'
import { sealerFrom } from './seal.ts'
import {
  letGoOfFile,
  letGoOfText,
  mostAtOnce,
  openShared,
  putShared,
  sharedThings,
} from './shared.ts'

const secret = new Uint8Array(64).fill(7)
const random = (bytes: number): Uint8Array => crypto.getRandomValues(new Uint8Array(bytes))

function freshPlace() {
  let count = 0
  return {
    place: {
      shelf: shelfInMemory(),
      sealer: sealerFrom(secret, random),
      fileSealer: fileSealerFrom(secret),
    },
    newKey: () => `key ${String(count++).padStart(3, '0')}`,
  }
}

function formWith(text: string, ...files: File[]): FormData {
  const form = new FormData()
  form.append('text', text)
  for (const file of files) form.append('files', file)
  return form
}

/** What a form sends for a field of files in which none was chosen. */
const noFile = (): File => new File([], '', { type: 'application/octet-stream' })
const photo = (): File => new File(['paper'], 'notes of Ana.jpg', { type: 'image/jpeg' })

test('what is shared lies sealed, name and all, and comes out as it was', async () => {
  const { place, newKey } = freshPlace()
  expect(await putShared(place, formWith('met Ana', photo()), newKey)).toBe(null)
  const rows = [...(await place.shelf.all('shared')), ...(await place.shelf.all('files'))]
  const bytes = rows.map(({ key, value }) => `${key} ${Buffer.from(value).toString('latin1')}`)
  expect(bytes).toHaveLength(2)
  expect(bytes.join()).not.toMatch(/Ana|paper/)

  const [thing] = await sharedThings(place)
  expect(thing).toMatchObject({ text: 'met Ana', files: [{ name: 'notes of Ana.jpg' }] })
  const file = thing?.files[0] && (await openShared(place, thing.files[0]))
  expect(await file?.text()).toBe('paper')
  const stranger = { ...place, sealer: sealerFrom(random(64), random) }
  expect(await sharedThings(stranger)).toEqual([])
})

test('words and files go one by one, and when nothing is left all of it is gone', async () => {
  const { place, newKey } = freshPlace()
  await putShared(place, formWith('met Ana', photo(), photo()), newKey)
  const [thing] = await sharedThings(place)
  const [one, other] = thing?.files ?? []
  await letGoOfText(place, thing?.key ?? '')
  await letGoOfFile(place, one?.key ?? '')
  expect(await sharedThings(place)).toMatchObject([{ text: '', files: [{ key: other?.key }] }])
  expect(await place.shelf.all('files')).toHaveLength(1)
  await letGoOfFile(place, other?.key ?? '')
  expect(await place.shelf.all('shared')).toEqual([])
  expect(await place.shelf.all('files')).toEqual([])
})

test('nothing is taken of what is empty, of what is too large, and of more than ten', async () => {
  const { place, newKey } = freshPlace()
  expect(await putShared(place, formWith('  '), newKey)).toBe('empty')
  const large = new File([new Uint8Array(mostAtOnce + 1)], 'film.mp4')
  expect(await putShared(place, formWith('', large), newKey)).toBe('too-large')
  for (let at = 0; at < 10; at++) await putShared(place, formWith(`line ${at}`), newKey)
  expect(await putShared(place, formWith('one more'), newKey)).toBe('too-many')
  const [latest] = await sharedThings(place)
  expect(latest?.text).toBe('line 9')
  expect(await place.shelf.all('files')).toEqual([])
})

test('a form without a file brings none, and with nothing else it is empty', async () => {
  const { place, newKey } = freshPlace()
  expect(await putShared(place, formWith('', noFile()), newKey)).toBe('empty')
  expect(await putShared(place, formWith('met Ana', noFile()), newKey)).toBe(null)
  expect(await sharedThings(place)).toMatchObject([{ text: 'met Ana', files: [] }])
})
