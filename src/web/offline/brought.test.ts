import { expect, test } from 'vitest'
import { shelfInMemory } from '../../../test/stand/shelf-in-memory.ts'
import { createBrought, mostOfKind, type WantedFile } from './brought.ts'
import { fileSealerFrom } from './file-seal.ts'
import { sealerFrom } from './seal.ts'

const secret = new Uint8Array(64).fill(7)
const random = (bytes: number): Uint8Array => crypto.getRandomValues(new Uint8Array(bytes))

function fresh() {
  const shelf = shelfInMemory()
  return {
    shelf,
    brought: createBrought(shelf, sealerFrom(secret, random), fileSealerFrom(secret)),
  }
}

const bytesOf = (text: string) => new TextEncoder().encode(text)
const textOf = (bytes: Uint8Array | null) => bytes && new TextDecoder().decode(bytes)
const transcript = (id: string, version = '1'): WantedFile => {
  return { kind: 'transcript', id, version, size: null }
}
const picture = (id: string, size = 10): WantedFile => ({ kind: 'picture', id, version: id, size })
const names = (files: readonly WantedFile[]) => files.map(({ id }) => id)

test('what is wanted is brought once, lies sealed, and is read without asking anybody', async () => {
  const { shelf, brought } = fresh()
  expect(await brought.isTold()).toBe(false)
  await brought.want([transcript('t'), picture('p')])
  expect(await brought.isTold()).toBe(true)
  expect(names(await brought.missing())).toEqual(['t', 'p'])
  await brought.put(transcript('t'), bytesOf('Theorbos wait'))
  expect(names(await brought.missing())).toEqual(['p'])
  expect(textOf(await brought.read('transcript', 't'))).toBe('Theorbos wait')
  expect(await brought.read('picture', 't')).toBe(null)
  const rows = [...(await shelf.all('files')), ...(await shelf.all('facts'))]
  const disk = rows.map(({ key, value }) => `${key} ${Buffer.from(value).toString('latin1')}`)
  expect(disk.join()).not.toMatch(/Theorbos|transcript/)
})

test('what is not near any more, or reads otherwise by now, is gone before anything new comes', async () => {
  const { shelf, brought } = fresh()
  await brought.want([transcript('t'), picture('p')])
  await brought.put(transcript('t'), bytesOf('as it was'))
  await brought.put(picture('p'), bytesOf('paper'))
  await brought.want([transcript('t', '2')])
  expect(await shelf.all('files')).toEqual([])
  expect(await brought.read('transcript', 't')).toBe(null)
  expect(await brought.missing()).toEqual([transcript('t', '2')])
  // What was asked for before comes too late.
  await brought.put(transcript('t'), bytesOf('as it was'))
  await brought.put(picture('p'), bytesOf('paper'))
  expect(await shelf.all('files')).toEqual([])
})

test('where there is no room for all, the nearest have it, and the others are not asked for again and again', async () => {
  const { shelf, brought } = fresh()
  const most = mostOfKind.picture
  await brought.want([picture('near', most - 10), picture('far', 20), picture('small', 5)])
  expect(names(await brought.missing())).toEqual(['near', 'small'])

  const large = new Uint8Array(mostOfKind.transcript + 1)
  await brought.want([transcript('large'), transcript('small')])
  await brought.put(transcript('large'), large)
  expect(names(await brought.missing())).toEqual(['small'])
  expect(await shelf.all('files')).toEqual([])

  await brought.want([picture('old', 20)])
  await brought.put(picture('old', 20), new Uint8Array(20))
  await brought.want([picture('new', most - 10), picture('old', 20)])
  expect(await brought.read('picture', 'old')).toBe(null)
  expect(names(await brought.missing())).toEqual(['new'])
  await brought.want([picture('old', 20)])
  expect(names(await brought.missing())).toEqual(['old'])
})

test('what the server does not give is not asked for again, and signing out leaves nothing', async () => {
  const { shelf, brought } = fresh()
  await brought.want([transcript('t'), picture('p')])
  await brought.put(picture('p'), null)
  await brought.put(transcript('t'), bytesOf('Theorbos wait'))
  expect(await brought.missing()).toEqual([])
  expect(await brought.read('picture', 'p')).toBe(null)
  await brought.clear()
  expect([...(await shelf.all('files')), ...(await shelf.all('facts'))]).toEqual([])
  expect(await brought.isTold()).toBe(false)
})
