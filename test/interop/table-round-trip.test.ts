import { describe, expect, test } from 'vitest'
import { inChunks } from '../../src/formats/encoding/in-chunks.ts'
import type { PersonDraft } from '../../src/notebook/contacts/draft.ts'
import { draftsOfRows } from '../../src/notebook/contacts/from-csv.ts'
import { draftOfCard } from '../../src/notebook/contacts/from-vcard.ts'
import { noWidths, tableHeader, tableRowOf, widen } from '../../src/notebook/contacts/to-csv.ts'
import { bytesOf, cardsIn, corpusIsThere, filesIn, gathered, source } from './corpus.ts'

const files = filesIn('vcf', /\.vcf(?:\.ref)?$/)

type Said = PersonDraft['person']

async function peopleIn(name: string): Promise<Said[]> {
  const drafts = (await cardsIn(bytesOf('vcf', name))).map(({ card }) => draftOfCard(card, source))
  return drafts
    .flatMap((draft) => (draft.kind === 'person' ? [draft.person] : []))
    .filter(({ names, channels, roles }) => names.length + channels.length + roles.length > 0)
}

async function throughTable(people: readonly Said[]): Promise<Said[]> {
  const widths = people.reduce(widen, noWidths)
  const text =
    tableHeader(widths) +
    people
      .map((person) => tableRowOf(person, widths, { id: 'a-number', metThrough: null }))
      .join('')
  const read = await gathered(draftsOfRows(inChunks(text), source))
  return read.flatMap((one) => {
    if (one.kind !== 'draft' || one.draft.kind !== 'person') return []
    expect(one.draft.rest).toEqual([])
    return [one.draft.person]
  })
}

/** Whatever the order of the columns. */
function unordered({
  names,
  roles,
  channels,
  places,
  dates,
  labels,
  words,
  meeting,
}: Said): unknown {
  const lists = [names, roles, channels, places, dates, labels]
  const texts = lists.map((values) => values.map((value) => JSON.stringify(value)).toSorted())
  return { texts, words, meeting }
}

describe.skipIf(!corpusIsThere)('people go out as a table', () => {
  test.each(files)('%s: and come back the same', async (name) => {
    const people = await peopleIn(name)
    if (people.length === 0) return
    expect((await throughTable(people)).map(unordered)).toEqual(people.map(unordered))
  })
})
