import { expect, test } from 'vitest'
import { card, file } from './contacts-files.ts'
import { type Loose, type Notebook, onBothDatabases, person } from './notebook.ts'
import { take } from './talk.ts'

const at = (organisation: string) => ({ roles: [{ title: null, organisation }] })

/** A first letter, drafted and ready, to somebody who works there. */
async function ready({ ask }: Notebook, who: string): Promise<string> {
  const { id } = await ask('conversations.plan', { people: [who], link: 'the fair' })
  await ask('conversations.step', { id, kind: 'drafted' })
  return id
}

const nextOf = async ({ ask }: Notebook, id: string) =>
  (await ask('conversations.show', { id })).next

const todayOf = async ({ ask }: Notebook, conversation: string): Promise<Loose> =>
  (await ask('today.show')).next.find((item: Loose) => item.conversation === conversation)

onBothDatabases('letters that wait in one house', (notebook) => {
  test('hold the third back until one is answered, under every name that the house has', async () => {
    const book = notebook()
    const first = await ready(book, await person(book, 'Ida Wendt', at('Alpha GmbH')))
    const second = await ready(book, await person(book, 'Otto Kern', at('Alpha (Berlin)')))
    const third = await ready(book, await person(book, 'Nora Falk', at('Alpha GmbH')))
    await take(book, first, 'sent')
    await take(book, second, 'sent')
    expect(await nextOf(book, third)).toMatchObject({ what: 'send', code: 'draft-waits' })

    await book.ask('organisations.merge', { which: 'Alpha (Berlin)', into: 'Alpha GmbH' })
    expect(await nextOf(book, third)).toMatchObject({
      what: 'wait',
      code: 'house-full',
      values: { letters: 2, house: 'Alpha GmbH' },
      why: 'Two letters to people at Alpha GmbH wait for an answer. The next goes when one of them has come back, or rests.',
    })
    expect(await todayOf(book, third)).toBeUndefined()

    await take(book, second, 'replied-no')
    expect(await nextOf(book, third)).toMatchObject({ what: 'send' })
    expect(await todayOf(book, third)).toMatchObject({ what: 'send' })
  })

  test('are counted however many people are known there', async () => {
    const book = notebook()
    const many = Array.from({ length: 201 }, (_, one) =>
      card(`many-${one}`, `Somebody ${one}`, 'ORG:Large Ltd'),
    )
    await book.ask('contacts.import', { files: [await file('many.vcf', many.join(''))] })
    for (const name of ['Ida Wendt', 'Otto Kern']) {
      await take(book, await ready(book, await person(book, name, at('Large Ltd'))), 'sent')
    }
    const third = await ready(book, await person(book, 'Nora Falk', at('Large Ltd')))
    expect(await nextOf(book, third)).toMatchObject({ what: 'wait', code: 'house-full' })
  })
})

onBothDatabases('three working days of silence', (notebook) => {
  test('name a second person at the same place, on Today as in the conversation, on holidays later', async () => {
    const book = notebook()
    const silent = await ready(book, await person(book, 'Ruth Adeyemi', at('Kelvin Archive')))
    await person(book, 'Zoe Lind', at('Kelvin Archive'))
    await person(book, 'Ben Okoro', at('Kelvin Archive'))
    await person(book, 'Ada Gone', {
      roles: [{ title: null, organisation: 'Kelvin Archive', to: '2024' }],
    })
    await take(book, silent, 'sent')
    await book.ask('settings.change', { holidays: ['2026-03-16'] })
    book.clock.pass(5 * 24)
    expect(await nextOf(book, silent)).toMatchObject({ what: 'wait' })
    book.clock.pass(24)
    const said = {
      what: 'widen',
      code: 'silent-widen-to',
      why: 'Three working days. Keep it open, and write to a second person at Kelvin Archive as well: Ben Okoro, for one.',
    }
    expect(await nextOf(book, silent)).toMatchObject(said)
    expect(await todayOf(book, silent)).toMatchObject(said)
  })
})

onBothDatabases('somebody who has not answered', (notebook) => {
  test('is not written to in a second conversation, as whichever record, and the letter asks once more', async () => {
    const book = notebook()
    const ruth = await person(book, 'Ruth Adeyemi')
    const twin = await person(book, 'R. Adeyemi')
    await book.ask('people.merge', { people: [ruth, twin] })
    const first = await ready(book, ruth)
    const again = await ready(book, twin)
    await take(book, first, 'sent')
    expect(await nextOf(book, again)).toMatchObject({ what: 'wait', code: 'letter-elsewhere' })
    const letter = {
      conversation: again,
      template: 'outreach',
      subject: 'The fair again',
      body: 'Dear Ruth, at the fair you said that ink fades. Could you spare 20 minutes?',
    }
    expect(await book.refusal('letters.sent', letter)).toMatchObject({ code: 'letter.unready' })
    book.clock.pass(24 * 30)
    expect(await nextOf(book, again)).toMatchObject({ code: 'letter-elsewhere' })
    await take(book, first, 'nudged')
    book.clock.pass(24 * 30)
    expect(await nextOf(book, again)).toMatchObject({ what: 'wait', code: 'rests-elsewhere' })
    expect(await book.refusal('letters.sent', letter)).toMatchObject({ code: 'letter.unready' })
    book.clock.pass(24 * 91)
    expect(await nextOf(book, again)).toMatchObject({ what: 'send' })
    expect((await book.ask('letters.sent', letter)).conversation.state).toBe('sent')
  })
})

onBothDatabases('a second person', (notebook) => {
  test('is nobody who said no and was thanked, nor whom one laid aside', async () => {
    const book = notebook()
    const silent = await ready(book, await person(book, 'Ruth Adeyemi', at('Kelvin Archive')))
    const decline = async (name: string, last: string) => {
      const talk = await ready(book, await person(book, name, at('Kelvin Archive')))
      await take(book, talk, 'sent', 'replied-no', last)
    }
    await decline('Ben Okoro', 'thanked-no')
    await decline('Cara Voss', 'rested')
    await person(book, 'Zoe Lind', at('Kelvin Archive'))
    await take(book, silent, 'sent')
    book.clock.pass(5 * 24)
    expect(await nextOf(book, silent)).toMatchObject({
      code: 'silent-widen-to',
      values: { second: 'Zoe Lind' },
    })
  })
})
