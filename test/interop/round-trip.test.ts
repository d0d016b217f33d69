import { describe, expect, test } from 'vitest'
import { inChunks } from '../../src/formats/encoding/in-chunks.ts'
import { readJcards } from '../../src/formats/jcard/read.ts'
import { writeJcard } from '../../src/formats/jcard/write.ts'
import type { CardVersion, Property, ReadCard, VCard } from '../../src/formats/vcard/card.ts'
import { draftOfCard } from '../../src/notebook/contacts/from-vcard.ts'
import { cardOfPerson } from '../../src/notebook/contacts/to-vcard.ts'
import {
  bytesOf,
  cardsIn,
  cardsRead,
  corpusIsThere,
  filesIn,
  gathered,
  source,
  uid,
} from './corpus.ts'
import { meaningOf, wordForWord } from './meaning.ts'

const files = filesIn('vcf', /\.vcf(?:\.ref)?$/)

/** What a card may gain on its way: other programs refuse one without these. */
const mayBeAdded = new Set(['UID', 'N', 'FN'])

/** Cards that have an end, and are of a person. */
async function peopleIn(name: string): Promise<ReadCard[]> {
  const cards = await cardsIn(bytesOf('vcf', name))
  return cards.filter(({ card, wellFormed }) => wellFormed && isPerson(card))
}

function isPerson(card: VCard): boolean {
  return draftOfCard(card, source).kind === 'person'
}

/** In, and out again: as the card that a person leaves with who came with this one. */
async function returned(
  card: VCard,
  version: '3.0' | '4.0',
  strict: boolean = false,
): Promise<VCard> {
  const draft = draftOfCard(card, source)
  if (draft.kind !== 'person') throw new Error('This is the card of a group')
  const options = { version, uid, originals: [card], strict }
  const [again] = await cardsIn(cardOfPerson(draft.person, options))
  if (!again) throw new Error('What was written is no card')
  expect(again.wellFormed).toBe(true)
  expect(again.lost).toEqual([])
  return again.card
}

/** All but the version, and but the names and number that it had to be given. */
function besides(added: VCard, original: VCard): Property[] {
  const had = new Set(original.properties.map(({ name }) => name))
  return own(added).filter(({ name }) => had.has(name) || !mayBeAdded.has(name))
}

function own(card: VCard): Property[] {
  return card.properties.filter(({ name }) => name !== 'VERSION')
}

/** An empty `N` or `FN` stays, since it must be there. */
function saysSomething({ name, value }: Property): boolean {
  return /^F?N$/.test(name) || /[^\s;,]/.test(value)
}

function other(version: CardVersion | null): '3.0' | '4.0' {
  return version === '4.0' ? '3.0' : '4.0'
}

function meanings(properties: readonly Property[], version: CardVersion | null): unknown[] {
  return properties.map((property) => meaningOf(property, version))
}

function personOf(card: VCard): unknown {
  const draft = draftOfCard(card, source)
  return draft.kind === 'person' ? draft.person : null
}

describe.skipIf(!corpusIsThere)('a card comes back', () => {
  test('from enough files to say so', async () => {
    expect(files.length).toBeGreaterThan(230)
  })

  test.each(files)('%s: in its own version word for word, in order', async (name) => {
    for (const { card } of await peopleIn(name)) {
      if (card.version !== '3.0' && card.version !== '4.0') continue
      const again = await returned(card, card.version)
      expect(besides(again, card).map(wordForWord)).toEqual(own(card).map(wordForWord))
    }
  })

  test.each(files)('%s: in the other version with the same meaning, and back', async (name) => {
    for (const { card } of await peopleIn(name)) {
      for (const version of ['3.0', '4.0'] as const) {
        const there = await returned(card, version)
        const expected = meanings(own(card), card.version)
        expect(meanings(besides(there, card), version)).toEqual(expected)
        const back = await returned(there, other(version))
        expect(meanings(besides(back, card), back.version)).toEqual(expected)
      }
    }
  })

  test.each(files)('%s: as JSON with the same meaning', async (name) => {
    for (const { card } of await peopleIn(name)) {
      const there = await returned(card, '4.0')
      const [back] = await gathered(readJcards(inChunks(writeJcard(there))))
      if (back?.kind !== 'card') throw new Error('What was written is no jCard')
      expect(back.lost).toEqual([])
      expect(meanings(own(back.card), '4.0')).toEqual(meanings(own(there), '4.0'))
      expect(personOf(back.card)).toEqual(personOf(card))
    }
  })

  test.each(files)('%s: as the same person, and the second time as the same card', async (name) => {
    for (const { card } of await peopleIn(name)) {
      for (const version of ['3.0', '4.0'] as const) {
        const once = await returned(card, version)
        expect(personOf(once)).toEqual(personOf(card))
        expect(own(await returned(once, version)).map(wordForWord)).toEqual(
          own(once).map(wordForWord),
        )
      }
    }
  })

  test.each(files)('%s: strictly as the same person with no property less', async (name) => {
    for (const { card } of await peopleIn(name)) {
      for (const version of ['3.0', '4.0'] as const) {
        const strict = await returned(card, version, true)
        expect(personOf(strict)).toEqual(personOf(card))
        const said = own(await returned(card, version)).filter(saysSomething)
        expect(own(strict).length).toBeGreaterThanOrEqual(said.length)
      }
    }
  })

  test.each(files)('%s: or it is said on which line it is cut short', async (name) => {
    const read = await cardsRead(bytesOf('vcf', name))
    const remarks = new Set(read.flatMap((one) => (one.kind === 'lost' ? [one.line] : [])))
    const cut = read.flatMap((one) => (one.kind === 'card' && !one.wellFormed ? [one.line] : []))
    expect(cut.filter((line) => !remarks.has(line))).toEqual([])
  })
})
