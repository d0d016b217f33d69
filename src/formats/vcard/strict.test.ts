import { describe, expect, test } from 'vitest'
import { inChunks } from '../encoding/in-chunks.ts'
import type { VCard } from './card.ts'
import { readCards } from './read.ts'
import { strictly } from './strict.ts'
import { writeCard, type WrittenVersion } from './write.ts'

async function cardOf(lines: readonly string[], version: WrittenVersion): Promise<VCard> {
  const text = ['BEGIN:VCARD', `VERSION:${version}`, ...lines, 'END:VCARD', ''].join('\r\n')
  for await (const read of readCards(inChunks(text))) if (read.kind === 'card') return read.card
  throw new Error('This is no card')
}

const named = ['N:Ruiz;Ana;;;', 'FN:Ana Ruiz']

/** Lines of a card as they leave strictly, without those that are always there. */
async function strictLines(lines: readonly string[], version: WrittenVersion): Promise<string[]> {
  const { properties } = await cardOf([...named, ...lines], version)
  const written = writeCard(strictly(properties, version), version).split('\r\n')
  return written.slice(2, -2).filter((line) => !named.includes(line))
}

describe('a card to the letter', () => {
  test('is what it was, where it keeps to its version', async () => {
    const lines = [
      'item1.EMAIL;TYPE=work;PREF=1:ana@example.org',
      'TEL;VALUE=uri;TYPE=cell:tel:+34-600-100-200',
      'BDAY:--0412',
      'ANNIVERSARY;VALUE=text:in spring',
      'GEO:geo:40.4,-3.7',
      'REV:20260314T101500Z',
      'RELATED;TYPE=friend;VALUE=text:Bo',
      'X-PHONETIC-FIRST-NAME:Ana',
    ]
    expect(await strictLines(lines, '4.0')).toEqual(lines)
  })

  test('has no name that a standard forbids', async () => {
    expect(await strictLines(['X-messaging/xmpp-All:ana@example.org'], '4.0')).toEqual([
      'X-messaging-xmpp-All:ana@example.org',
    ])
  })

  test('says what another version would say, each in its own words', async () => {
    const foreign = ['PHOTO;ENCODING=b;TYPE=JPEG:/9j/AAAA', 'GEO:40.4;-3.7', 'CLASS:PRIVATE']
    expect(await strictLines(foreign, '4.0')).toEqual([
      'PHOTO:data:image/jpeg;base64,/9j/AAAA',
      'GEO:geo:40.4,-3.7',
      'X-VCARD3-CLASS:PRIVATE',
    ])
    expect(await strictLines(['BDAY:--0412', 'ANNIVERSARY:20100612'], '3.0')).toEqual([
      'BDAY;X-APPLE-OMIT-YEAR=1604:1604-04-12',
      'X-ANNIVERSARY:20100612',
    ])
  })

  test('keeps what cannot be read as what it says it is, under another name', async () => {
    const odd = ['REV:1', 'GEO:somewhere', 'BDAY:circa 1800', 'MEMBER:urn:uuid:1']
    expect(await strictLines(odd, '4.0')).toEqual([
      'X-REV:1',
      'X-GEO:somewhere',
      'X-BDAY:circa 1800',
      'X-ADDRESSBOOKSERVER-MEMBER:urn:uuid:1',
    ])
  })

  test('leaves out only what says nothing', async () => {
    expect(await strictLines(['ORG:;;', 'IMPP:', 'NOTE: '], '3.0')).toEqual([])
  })

  test('says by a label, in 3.0, whether mail goes to work or home', async () => {
    const lines = [
      'EMAIL;TYPE=INTERNET,work:ana@example.org',
      'item2.EMAIL;TYPE=home:a@example.net',
    ]
    expect(await strictLines(lines, '3.0')).toEqual([
      'item1.EMAIL;TYPE=INTERNET,x-work:ana@example.org',
      'item1.X-ABLabel:_$!<Work>!$_',
      'item2.EMAIL;TYPE=x-home:a@example.net',
    ])
  })

  test('has neither quotation marks nor line ends in a parameter', async () => {
    const [line] = await strictLines([`ADR;LABEL="a ^'b^'^nc":;;Street 1;;;;`], '4.0')
    expect(line).toBe(`ADR;LABEL=a 'b' c:;;Street 1;;;;`)
  })
})
