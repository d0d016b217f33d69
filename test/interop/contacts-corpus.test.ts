import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { inChunks } from '../../src/formats/encoding/in-chunks.ts'
import type { Property, ReadCard, VCard } from '../../src/formats/vcard/card.ts'
import { readCards } from '../../src/formats/vcard/read.ts'
import { textOf } from '../../src/formats/vcard/values.ts'
import { writeCard } from '../../src/formats/vcard/write.ts'
import { Problem } from '../../src/kit/problem.ts'
import { understand } from '../../src/notebook/contacts/card-property.ts'
import type { Drafted, PersonDraft } from '../../src/notebook/contacts/draft.ts'
import { draftsOfRows } from '../../src/notebook/contacts/from-csv.ts'
import { draftOfCard, draftsOfCards } from '../../src/notebook/contacts/from-vcard.ts'
import { cardOfPerson } from '../../src/notebook/contacts/to-vcard.ts'
import { bytesOf, cardsIn, corpusIsThere, filesIn, gathered, source, uid } from './corpus.ts'

const cardFiles = filesIn('vcf', /\.vcf(?:\.ref)?$/)
const tableFiles = filesIn('csv', /\.csv$/)

async function peopleIn(drafts: AsyncIterable<Drafted>): Promise<PersonDraft[]> {
  return (await gathered(drafts)).flatMap((one) =>
    one.kind === 'draft' && one.draft.kind === 'person' ? [one.draft] : [],
  )
}

/** Properties counted in the plainest way, by somebody who knows nothing of our reader. */
function countedBySight(bytes: Uint8Array): number {
  const text = new TextDecoder().decode(bytes)
  const lines = text
    .replace(/\r*\n|\r/g, '\n')
    .replace(/\n[ \t]/g, '')
    .split('\n')
  const inside = lines.filter((line) => /^[\w.-]+[^:\n]*:/.test(line))
  return inside.filter((line) => !/^(?:begin|end)\s*:\s*vcard/i.test(line)).length
}

describe.skipIf(!corpusIsThere)('files of other programs', () => {
  test('there are as many as we think', () => {
    expect(cardFiles.length).toBeGreaterThan(230)
    expect(tableFiles.length).toBeGreaterThan(30)
  })

  test.each(cardFiles)(
    '%s: each property of each card is understood, kept or lost',
    async (name) => {
      const bytes = bytesOf('vcf', name)
      const cards = await cardsIn(bytes)
      const drafts = await gathered(draftsOfCards(inChunks(bytes, 1000), source))
      const accounts = drafts.flatMap((one) => (one.kind === 'draft' ? [one.draft.account] : []))
      expect(accounts).toHaveLength(cards.length)
      for (const [at, account] of accounts.entries()) {
        const { card, lost } = cards[at] as ReadCard
        expect(account.properties).toBe(card.properties.length + lost.length)
        expect(account.understood + account.kept + account.lost).toBe(account.properties)
      }
      for (const one of drafts)
        if (one.kind === 'draft') expect(one.draft.kept).toHaveLength(one.draft.account.kept)
    },
  )

  test.each(cardFiles)(
    '%s: a card is written in its own version and read again the same',
    async (name) => {
      for (const { card, wellFormed } of await cardsIn(bytesOf('vcf', name))) {
        const { version, properties } = card
        if (!wellFormed || (version !== '3.0' && version !== '4.0')) continue
        const [again] = await cardsIn(writeCard(properties, version))
        const expected = properties.filter((one) => one.name !== 'VERSION').map(essence)
        const names = new Set(properties.map((one) => one.name))
        const added = new Set(['N', 'FN'].filter((one) => !names.has(one)))
        const read = again?.card.properties.filter(
          (one) => one.name !== 'VERSION' && !added.has(one.name),
        )
        expect(read?.map(essence)).toEqual(expected)
      }
    },
  )

  test.each(cardFiles)(
    '%s: a person goes out, with the card or without it, and comes back the same',
    async (name) => {
      for (const { card } of await cardsIn(bytesOf('vcf', name))) {
        const draft = draftOfCard(card, source)
        if (draft.kind !== 'person') continue
        for (const version of ['3.0', '4.0'] as const) {
          for (const originals of [[card], []]) {
            const [again] = await cardsIn(cardOfPerson(draft.person, { version, uid, originals }))
            expect(unordered(again?.card)).toEqual(unordered(card))
          }
        }
      }
    },
  )

  test.each(cardFiles)(
    '%s: what we do not understand is still there after a round',
    async (name) => {
      for (const { card } of await cardsIn(bytesOf('vcf', name))) {
        const draft = draftOfCard(card, source)
        if (draft.kind !== 'person') continue
        const version = card.version === '4.0' ? '4.0' : '3.0'
        const text = cardOfPerson(draft.person, { version, uid, originals: [card] })
        const [again] = await cardsIn(text)
        const written = again?.card.properties.map((property) => plainly(property, version)) ?? []
        for (const one of keptIn(card)) {
          expect(written).toContain(one)
          written.splice(written.indexOf(one), 1)
        }
      }
    },
  )

  test('the number of properties agrees with a count by sight', async () => {
    const plain = cardFiles.filter((name) => {
      const text = new TextDecoder().decode(bytesOf('vcf', name))
      return (
        text.includes('BEGIN:VCARD\n') !== text.includes('BEGIN:VCARD\r\n') &&
        !/AGENT|QUOTED|BASE64|\0|#/i.test(text)
      )
    })
    expect(plain.length).toBeGreaterThan(120)
    for (const name of plain) {
      const bytes = bytesOf('vcf', name)
      const cards = await cardsIn(bytes)
      const counted = cards.reduce((sum, { card }) => sum + card.properties.length, 0)
      const lostWithColon = cards
        .flatMap(({ lost }) => lost)
        .filter((one) => one.what.includes(':')).length
      const strayLines = (await gathered(readCards(inChunks(bytes)))).filter(
        (one) => one.kind === 'lost' && one.what.includes(':'),
      )
      expect(`${name} ${counted + lostWithColon + strayLines.length}`).toBe(
        `${name} ${countedBySight(bytes)}`,
      )
    }
  })

  test.each(tableFiles)('%s: each filled cell is understood or kept', async (name) => {
    const drafts = await gathered(draftsOfRows(inChunks(bytesOf('csv', name)), source))
    expect(drafts.length).toBeGreaterThan(0)
    for (const one of drafts) {
      if (one.kind !== 'draft' || one.draft.kind !== 'person') continue
      const { account, rest } = one.draft
      expect(account.understood + account.kept + account.lost).toBe(account.properties)
      expect(rest).toHaveLength(account.kept)
    }
  })

  test('Apple, Google, Outlook and LinkedIn say who it is and how to reach them', async () => {
    const fromCard = async (name: string) =>
      brief((await peopleIn(draftsOfCards(inChunks(bytesOf('vcf', name)), source)))[0])
    const fromTable = async (name: string) =>
      brief((await peopleIn(draftsOfRows(inChunks(bytesOf('csv', name)), source)))[0])
    expect(await fromCard('nametag__tests__vcards__apple-vcard-example.vcf')).toEqual({
      name: 'Emmetiano Lucas Brown',
      mail: 'doc@bttf.com',
      phone: '123456789',
    })
    expect(await fromCard('syn_google_bidi_extra_adr.vcf')).toEqual({
      name: 'Zoe Example',
      mail: undefined,
      phone: '666 555 444',
    })
    expect(await fromCard('syn_outlook365.vcf')).toEqual({
      name: 'Ana Perez',
      mail: 'ana@example.org',
      phone: '+34 (91) 000 00 00',
    })
    expect(await fromCard('syn_samsung.vcf')).toEqual({
      name: 'María Núñez',
      mail: 'maria@example.org',
      phone: '600-00-00-01',
    })
    expect(await fromTable('syn_google_contacts_2024.csv')).toEqual({
      name: '太郎 山本',
      mail: 'taro@example.org',
      phone: '+81 90 0000 1111',
    })
    expect(await fromTable('syn_outlook_fr_header.csv')).toEqual({
      name: 'Zoé Exemple',
      mail: 'zoe@example.org',
      phone: '+33 1 00 00 00 00',
    })
    expect(
      await fromTable(
        'tine20__tests__tine20__Addressbook__Import__files__importtest_outlook2013.csv',
      ),
    ).toEqual({
      name: 'Christian Baumann',
      mail: 'c.baumann@unittest.de',
      phone: '+49 (0) 40 6432131-550',
    })
    const linkedIn = await peopleIn(
      draftsOfRows(inChunks(bytesOf('csv', 'syn_linkedin_connections_en.csv')), source),
    )
    expect(linkedIn).toHaveLength(5)
    expect(linkedIn.map(({ person }) => person.meeting.day)).toEqual([
      '2024-03-12',
      '2019-01-01',
      '2022-09-05',
      '2021-02-07',
      '2024-02-29',
    ])
    expect(brief(linkedIn[1])).toEqual({
      name: 'José Mª Ñandú Pérez',
      mail: 'jose@example.org',
      phone: undefined,
    })
  })

  test('a card with some bytes changed is read or refused, and never more than that', async () => {
    const samples = cardFiles
      .map((name) => bytesOf('vcf', name))
      .filter((bytes) => bytes.length < 3000)
    const change = fc.record({ at: fc.nat(3000), byte: fc.nat(255) })
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...samples),
        fc.array(change, { minLength: 1, maxLength: 12 }),
        async (bytes, changes) => {
          const mutated = Uint8Array.from(bytes)
          for (const { at, byte } of changes) mutated[at % mutated.length] = byte
          const outcome: unknown = await gathered(
            draftsOfCards(inChunks(mutated, 100), source),
          ).catch((error: unknown) => error)
          expect(Array.isArray(outcome) || outcome instanceof Problem).toBe(true)
        },
      ),
      { numRuns: 300 },
    )
  })
})

function brief(draft: PersonDraft | undefined): {
  name: string
  mail: string | undefined
  phone: string | undefined
} {
  const { names = [], channels = [] } = draft?.person ?? {}
  const part = (wanted: string) => names.find((name) => name.part === wanted)?.text
  const first = (kind: string) => channels.find((channel) => channel.kind === kind)?.value
  return {
    name: part('full') ?? `${part('given')} ${part('family')}`,
    mail: first('mail'),
    phone: first('phone'),
  }
}

/** What a property is, apart from where it stood; the ways in which a card says "base64" or a bare word count as one. */
function essence({ group, name, parameters, value }: Property): unknown {
  const plain = parameters.map((one) => {
    const word = one.values.join(',').replace(/\s+/g, ' ')
    return one.name === '' ? `TYPE=${word}` : `${one.name}=${word}`
  })
  return { group, name, parameters: plain, value: value.replace(/\n/g, '\\n') }
}

/** Properties that no field of a person holds; an empty name is filled in on the way out, so it may go. */
function keptIn(card: VCard): string[] {
  return understand(card)
    .filter(({ said, property }) => said === null && property.name !== 'VERSION')
    .filter(({ property }) => !/^(?:FN|N):[;,\s]*$/.test(`${property.name}:${property.value}`))
    .map(({ property }) => plainly(property, card.version))
}

function plainly({ group, written, value }: Property, version: VCard['version']): string {
  return `${group ?? ''}.${written}:${textOf(value, version)}`
}

function asTexts(values: readonly unknown[]): string[] {
  return values.map((value) => JSON.stringify(value)).toSorted()
}

/** The person in a card, whatever the order of the values. */
function unordered(card: VCard | undefined): unknown {
  const draft = card && draftOfCard(card, source)
  if (draft?.kind !== 'person') return null
  const { names, roles, channels, places, dates, labels, words } = draft.person
  return { words, of: [names, roles, channels, places, dates, labels].map(asTexts) }
}
