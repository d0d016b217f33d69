import { expect, test } from 'vitest'
import { card, file } from './contacts-files.ts'
import { type Loose, onBothDatabases, person } from './notebook.ts'

const rows = [
  'Date,Who,Email,Company,Field,Topics,Format,Duration,Notes,Mood',
  '12.03.2021,Ruth Adeyemi,ruth@archive.example,City Archive,Paper conservation,Pay,Coffee,45 min,"""Start small""\n! Write to the guild",fine',
  '2021-05-02,Tomasz Wilk,,Radio,Sound,,Zoom,1h,= Night shifts are rare,',
  'sometime,Hana Kováčová,,,,,,,never dated,',
  '2021-06-01,,,,,,,,nobody at all,',
  '2021-07-09,Ruth Adeyemi,ruth@archive.example,,,,call,20,? Who pays for training,',
].join('\n')

onBothDatabases('a table of past conversations', (notebook) => {
  const bring = async (text: string, more: object = {}) =>
    (
      await notebook().answer('contacts.import', {
        files: [await file('talks.csv', text)],
        ...more,
      })
    ).result.files[0]
  const find = async (text: string) => (await notebook().ask('people.find', { text })).people
  const talksWith = async (text: string) => {
    const [found] = await find(text)
    const { conversations } = await notebook().ask('conversations.list', { person: found.id })
    return Promise.all(
      conversations.map(({ id }: Loose) => notebook().ask('conversations.show', { id })),
    )
  }

  test('is recognised by its columns, and a dry run keeps nothing', async () => {
    const { ask, documents } = notebook()
    await person(notebook(), 'Ruth Adeyemi', {
      channels: [{ kind: 'mail', value: 'Ruth@Archive.example' }],
    })
    const before = await documents()
    const [looked] = (await ask('contacts.look', { files: [await file('talks.csv', rows)] })).files
    expect(looked).toMatchObject({ holds: 'conversations', asks: false })
    expect(looked.columns.map(({ column, meaning }: Loose) => [column, meaning])).toEqual([
      ['Date', 'day'],
      ['Who', 'name'],
      ['Email', 'mail'],
      ['Company', 'organisation'],
      ['Field', 'field'],
      ['Topics', 'topic'],
      ['Format', 'medium'],
      ['Duration', 'minutes'],
      ['Notes', 'notes'],
      ['Mood', 'nothing'],
    ])
    expect(await bring(rows, { dryRun: true })).toMatchObject({ conversations: 3, created: 1 })
    expect(await documents()).toEqual(before)
  })

  test('becomes kept conversations with their notes on their days; rows without a day or a person are told by line', async () => {
    const { ask } = notebook()
    const report = await bring(rows)
    expect(report).toMatchObject({ read: 3, conversations: 3, created: 1, kept: 1 })
    expect(report.lost.map(({ line, reason }: Loose) => [line, reason])).toEqual([
      [5, 'has no day that can be read'],
      [6, 'has no name, address, number or organisation'],
    ])
    const talks = await talksWith('adeyemi')
    expect(talks).toMatchObject([
      { heldOn: '2021-07-09', state: 'kept', medium: 'call', minutes: 20, next: null },
      {
        heldOn: '2021-03-12',
        state: 'kept',
        medium: 'in-person',
        minutes: 45,
        fields: [{ name: 'Paper conservation' }],
      },
    ])
    const note = await ask('notes.show', { id: talks[1].id })
    expect(note.text).toBe('"Start small"\n! Write to the guild\n/pay')
    expect(note.lines[1]).toMatchObject({ mark: '!', speaker: { name: 'Ruth Adeyemi' } })
    expect(await find('ruth')).toMatchObject([{ spokeOn: '2021-07-09' }])
    expect((await ask('today.show')).next).toEqual([])
  })

  test('brought in twice changes nothing; a row that says more adds what it says', async () => {
    const { documents, revision } = notebook()
    const before = [await documents(), await revision()]
    expect(await bring(rows)).toMatchObject({ conversations: 0, changed: 0, unchanged: 3 })
    expect([await documents(), await revision()]).toEqual(before)
    const more = rows.replace(
      '= Night shifts are rare',
      '"= Night shifts are rare\n< Sends a list"',
    )
    expect(await bring(more)).toMatchObject({ conversations: 0, changed: 1, unchanged: 2 })
    const [talk] = await talksWith('tomasz')
    expect((await notebook().ask('notes.show', { id: talk.id })).text).toBe(
      '= Night shifts are rare\n< Sends a list',
    )
    expect(await talksWith('tomasz')).toHaveLength(1)
  })

  test('is taken out again; what was touched since then stays with its person', async () => {
    const { ask } = notebook()
    const text =
      'When,With whom,Notes\n2019-01-02,Old Friend,one\n2019-01-03,New Friend,two\n2019-01-04,Third Friend,three\n'
    const { import: id, conversations } = await bring(text)
    expect(conversations).toBe(3)
    const [talk] = await talksWith('new friend')
    await ask('notes.save', { id: talk.id, text: 'two\n! mine' })
    const [other] = await talksWith('third friend')
    await ask('conversations.change', { id: other.id, gift: 'a book' })
    expect(await ask('contacts.undo-import', { id })).toMatchObject({
      conversations: 1,
      people: 1,
      changed: 0,
      kept: 2,
    })
    expect(await find('old friend')).toEqual([])
    expect((await find('new friend'))[0]).toMatchObject({ name: 'New Friend' })
    expect(await talksWith('third friend')).toMatchObject([{ gift: 'a book' }])
    expect(await bring(text)).toMatchObject({ conversations: 3 })
    expect(await talksWith('old friend')).toHaveLength(1)
  })

  test('a name that several bear is told by line, and given to none of them', async () => {
    await notebook().answer('contacts.import', {
      files: [await file('two.vcf', card('a-1', 'Ana Ruiz') + card('a-2', 'Ana Ruiz'))],
    })
    const report = await bring('Date,Name,Notes\n2020-02-02,Ana Ruiz,who is it\n')
    expect(report).toMatchObject({ conversations: 0, created: 0 })
    expect(report.lost).toMatchObject([{ line: 2, what: 'Ana Ruiz' }])
  })

  test('days that two continents read differently are read as the rest of the column shows', async () => {
    const text = 'Date,Name,Notes\n04/05/2018,Day Order,a\n25/05/2018,Day Order,b\n'
    expect(await bring(text)).toMatchObject({ conversations: 2 })
    const days = (await talksWith('day order')).map(({ heldOn }: Loose) => heldOn)
    expect(days).toEqual(['2018-05-25', '2018-05-04'])
  })
})
