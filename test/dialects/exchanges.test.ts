import { expect, test } from 'vitest'
import { file } from './contacts-files.ts'
import { type Loose, onBothDatabases, person } from './notebook.ts'

const crlf = (...lines: string[]) => `${lines.join('\r\n')}\r\n`
const me = 'lucia@own.example'

const mail = (date: string, from: string, to: string, subject = 'Hello') =>
  crlf(
    `From ${from} ${date}`,
    `Date: ${date}`,
    `From: ${from}`,
    `To: ${to}`,
    `Subject: ${subject}`,
    `Message-ID: <${date.replaceAll(/\W/g, '')}${from}@x>`,
    '',
    'never kept',
    '',
  )

const box = [
  mail(
    'Tue, 10 Feb 2026 10:00:00 +0100',
    `Lucia <${me}>`,
    'Ruth Adeyemi <ruth@archive.example>',
    'A secret matter',
  ),
  mail('Tue, 10 Feb 2026 18:00:00 +0100', 'RUTH@archive.example', me),
  mail('Wed, 11 Feb 2026 10:00:00 +0100', 'Stranger <who@else.example>', me),
  mail('Thu, 12 Feb 2026 10:00:00 +0100', 'Tomasz <tomasz@radio.example>', me),
].join('')

const event = (uid: string, start: string, ...lines: string[]) =>
  crlf('BEGIN:VEVENT', `UID:${uid}`, `DTSTART:${start}`, ...lines, 'END:VEVENT')
const calendar = crlf(
  'BEGIN:VCALENDAR',
  'VERSION:2.0',
  [
    event(
      '1',
      '20260115T090000Z',
      'SUMMARY:Tea',
      `ATTENDEE:mailto:${me}`,
      'ATTENDEE;CN=Ruth:mailto:ruth@archive.example',
    ),
    event(
      '2',
      '20260116T090000Z',
      'SUMMARY:Off',
      'STATUS:CANCELLED',
      `ATTENDEE:mailto:${me}`,
      'ATTENDEE:mailto:tomasz@radio.example',
    ),
    event(
      '3',
      '20260117T090000Z',
      'SUMMARY:No',
      `ATTENDEE:mailto:${me}`,
      'ATTENDEE;PARTSTAT=DECLINED:mailto:tomasz@radio.example',
    ),
    event(
      '4',
      '20991231T090000Z',
      'SUMMARY:Later',
      `ATTENDEE:mailto:${me}`,
      'ATTENDEE:mailto:tomasz@radio.example',
    ),
    event('5', '20260118', 'SUMMARY:Alone'),
  ]
    .join('')
    .trimEnd(),
  'END:VCALENDAR',
)

onBothDatabases('calendars and mail', (notebook) => {
  const bring = async (name: string, text: string, more: object = {}) =>
    (await notebook().answer('contacts.import', { files: [await file(name, text)], ...more }))
      .result.files[0]
  const shown = async (text: string) => {
    const [found] = (await notebook().ask('people.find', { text })).people
    return notebook().ask('people.show', { id: found.id })
  }

  test('are looked at: what they are, and whose they seem to be', async () => {
    const { ask } = notebook()
    await person(notebook(), 'Ruth Adeyemi', {
      channels: [{ kind: 'mail', value: 'ruth@archive.example' }],
    })
    await person(notebook(), 'Tomasz Wilk', {
      channels: [{ kind: 'mail', value: 'Tomasz@radio.example' }],
    })
    const files = [await file('inbox.mbox', box), await file('year.ics', calendar)]
    expect((await ask('contacts.look', { files })).files).toMatchObject([
      { is: 'mail', holds: 'exchanges', own: [me] },
      { is: 'calendar', holds: 'exchanges', own: [me] },
    ])
  })

  test('tell with whom there was contact on which day; who is unknown is counted and offered', async () => {
    const { ask } = notebook()
    const dry = await bring('inbox.mbox', box, { dryRun: true })
    expect(dry).toMatchObject({ read: 4, exchanges: 2, created: 0 })
    expect((await shown('ruth')).lastExchange).toBeNull()
    const report = await bring('inbox.mbox', box)
    expect(report).toMatchObject({
      read: 4,
      exchanges: 2,
      created: 0,
      strangers: { count: 1, most: [{ name: 'Stranger', address: 'who@else.example', times: 1 }] },
    })
    expect(await shown('ruth')).toMatchObject({
      lastExchange: { day: '2026-02-10', channel: 'mail', direction: 'both', subject: null },
      exchanges: 1,
    })
    const { people } = await ask('people.list')
    expect(people).toMatchObject([
      { name: 'Ruth Adeyemi', spokeOn: null, contactOn: '2026-02-10' },
      { name: 'Tomasz Wilk', spokeOn: null, contactOn: '2026-02-12' },
    ])
  })

  test('meetings that were held with others count; cancelled, declined and future ones do not', async () => {
    const report = await bring('year.ics', calendar)
    expect(report).toMatchObject({ read: 5, exchanges: 1, passed: 4 })
    expect(await shown('ruth')).toMatchObject({ exchanges: 2, lastExchange: { day: '2026-02-10' } })
    expect((await shown('tomasz')).exchanges).toBe(1)
  })

  test('brought in twice nothing is new; subjects come when they are asked for', async () => {
    const { documents, revision, peek } = notebook()
    const before = [await documents(), await revision()]
    expect(await bring('inbox.mbox', box)).toMatchObject({ exchanges: 0, unchanged: 2 })
    expect(await bring('year.ics', calendar)).toMatchObject({ exchanges: 0, unchanged: 1 })
    expect([await documents(), await revision()]).toEqual(before)
    const held = await peek((db) => db.selectFrom('exchanges').select('doc').execute())
    expect(JSON.stringify(held)).not.toMatch(/secret|never kept/)
    expect(await bring('inbox.mbox', box, { subjects: true })).toMatchObject({ exchanges: 0 })
    expect((await shown('ruth')).lastExchange).toMatchObject({ subject: 'A secret matter' })
  })

  test('an import of mail is taken out; what another file told stays', async () => {
    const { ask } = notebook()
    const copy = await bring('copy.mbox', box.split('From Stranger')[0] ?? '', { own: [me] })
    expect(copy).toMatchObject({ exchanges: 0 })
    const { imports } = await ask('contacts.imports')
    for (const { id } of imports.filter(({ file: name }: Loose) => name === 'inbox.mbox')) {
      await ask('contacts.undo-import', { id })
    }
    expect(await shown('ruth')).toMatchObject({ exchanges: 2 })
    expect((await shown('tomasz')).exchanges).toBe(0)
    expect((await ask('settings.show')).addresses).toEqual([me])
  })

  test('everybody they name comes along when that is asked, and goes again with the file', async () => {
    const { ask } = notebook()
    const report = await bring('all.mbox', box, { people: 'all' })
    expect(report).toMatchObject({ created: 1, exchanges: 2 })
    expect(await shown('stranger')).toMatchObject({ name: 'Stranger', exchanges: 1 })
    expect(await bring('all.mbox', box, { people: 'all' })).toMatchObject({
      created: 0,
      exchanges: 0,
    })
    await ask('contacts.undo-import', { id: report.import })
    expect((await ask('people.find', { text: 'stranger' })).people).toEqual([])
  })
})
