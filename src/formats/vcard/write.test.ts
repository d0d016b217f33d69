import fc from 'fast-check'
import { expect, test } from 'vitest'
import { inChunks } from '../encoding/in-chunks.ts'
import type { Property } from './card.ts'
import { convertProperty } from './convert.ts'
import { readCards } from './read.ts'
import { escapeText, textOf } from './values.ts'
import { newProperty, writeCard, type WrittenVersion } from './write.ts'

async function propertiesOf(text: string): Promise<readonly Property[]> {
  for await (const read of readCards(inChunks(text))) {
    if (read.kind === 'card') return read.card.properties
  }
  return []
}

/** What a property is, apart from where it stood. */
function essence({ group, name, parameters, value }: Property): unknown {
  return { group, name, parameters, value }
}

const named = [newProperty('N', 'Example;Zoë;;;'), newProperty('FN', 'Zoë Example')]

test('no line is longer than 75 octets, and no letter is cut', async () => {
  const note = newProperty('NOTE', 'Zoë 🚀 '.repeat(60).trim())
  const text = writeCard([...named, note], '4.0')
  const lines = text.split('\r\n')
  for (const line of lines) {
    expect(new TextEncoder().encode(line).length).toBeLessThanOrEqual(75)
    expect(line.isWellFormed()).toBe(true)
  }
  expect((await propertiesOf(text)).at(-1)?.value).toBe(note.value)
})

test('VERSION comes first, and N and FN are there even if nobody gave them', async () => {
  const text = writeCard([newProperty('TEL', '1')], '3.0')
  expect(text.split('\r\n').slice(0, 2)).toEqual(['BEGIN:VCARD', 'VERSION:3.0'])
  const names = (await propertiesOf(text)).map((property) => property.name)
  expect(names).toEqual(['VERSION', 'N', 'FN', 'TEL'])
})

test('a parameter cannot break out of its line', async () => {
  const parameters = [{ name: 'X-A', values: ['a;b', 'c"d:e', 'line\r\nEND:VCARD'] }]
  const read = await propertiesOf(
    writeCard([...named, newProperty('TEL', '1\nTEL:2', { parameters })], '3.0'),
  )
  expect(read.map((property) => property.name)).toEqual(['VERSION', 'N', 'FN', 'TEL'])
  expect(read[3]?.parameters).toEqual([{ name: 'X-A', values: ['a;b', "c'd:e", 'line END:VCARD'] }])
})

test('2.1 goes out as 3.0: bare words as TYPE, base64 as b, text with the backslashes it now needs', async () => {
  const old = 'TEL;HOME;CELL:1\nPHOTO;JPEG;BASE64:AAAA\n\nNOTE:a, b; c\nORG:A, B;C\\;D'
  const read = await propertiesOf(`BEGIN:VCARD\nVERSION:2.1\n${old}\nEND:VCARD`)
  const now = read.slice(1).map((property) => convertProperty(property, '2.1', '3.0'))
  expect(now.map(({ parameters, value }) => ({ parameters, value }))).toEqual([
    { parameters: [{ name: 'TYPE', values: ['HOME', 'CELL'] }], value: '1' },
    {
      parameters: [
        { name: 'TYPE', values: ['JPEG'] },
        { name: 'ENCODING', values: ['b'] },
      ],
      value: 'AAAA',
    },
    { parameters: [], value: 'a\\, b\\; c' },
    { parameters: [], value: 'A\\, B;C\\;D' },
  ])
})

test('from 3.0 to 4.0 and back, a picture, a preference and a group are what they were', () => {
  const photo = newProperty('PHOTO', 'AAAA', {
    parameters: [
      { name: 'ENCODING', values: ['b'] },
      { name: 'TYPE', values: ['JPEG'] },
    ],
  })
  const mail = newProperty('EMAIL', 'a@example.org', {
    parameters: [{ name: 'TYPE', values: ['WORK', 'pref'] }],
  })
  const kind = newProperty('X-ADDRESSBOOKSERVER-KIND', 'group')
  const there = [photo, mail, kind].map((property) => convertProperty(property, '3.0', '4.0'))
  expect(there[0]).toMatchObject({ parameters: [], value: 'data:image/jpeg;base64,AAAA' })
  expect(there[1]?.parameters).toEqual([
    { name: 'TYPE', values: ['WORK'] },
    { name: 'PREF', values: ['1'] },
  ])
  expect(there[2]?.name).toBe('KIND')
  const back = there.map((property) => convertProperty(property, '4.0', '3.0'))
  expect(back.map((property) => property.name)).toEqual([
    'PHOTO',
    'EMAIL',
    'X-ADDRESSBOOKSERVER-KIND',
  ])
  expect(back[0]).toMatchObject({ value: 'AAAA', parameters: photo.parameters })
})

const versions = fc.constantFrom<WrittenVersion>('3.0', '4.0')
const anyText = fc.string({ unit: 'grapheme', maxLength: 120 })
const anyProperty = fc
  .record({
    group: fc.option(fc.constantFrom('item1', 'work-2'), { nil: null }),
    name: fc.constantFrom('NOTE', 'X-ANYTHING', 'TITLE'),
    words: fc.array(fc.constantFrom('home', 'two words', 'a;b', 'c,d', 'e:f', 'ë'), {
      minLength: 1,
      maxLength: 3,
    }),
    text: anyText,
  })
  .map(({ group, name, words, text }) =>
    newProperty(name, escapeText(text), { group, parameters: [{ name: 'X-P', values: words }] }),
  )

test('what is written is read again, property by property', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(anyProperty, { maxLength: 5 }),
      versions,
      async (properties, version) => {
        const read = await propertiesOf(writeCard([...named, ...properties], version))
        expect(read.slice(1).map(essence)).toEqual([...named, ...properties].map(essence))
      },
    ),
    { numRuns: 200 },
  )
})

test('any text comes back from its backslashes', () => {
  fc.assert(
    fc.property(anyText, (text) => {
      expect(textOf(escapeText(text), '4.0')).toBe(text.replace(/\r\n?/g, '\n'))
    }),
  )
})
