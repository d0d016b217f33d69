import { expect, test } from 'vitest'
import { card, file } from './contacts-files.ts'
import { onBothDatabases, person } from './notebook.ts'
import { idsOf, take, talkWith, textsOf } from './talk.ts'
import { expectNoTrace } from './traces.ts'

onBothDatabases('somebody who is forgotten', (notebook) => {
  test('is in no document, no index, no line of the log and no byte of the file', async () => {
    const { ask, refusal } = notebook()
    const vcard = card(
      'xiph-77',
      'Xiphias Gladius',
      'N:Gladius;Xiphias;;;',
      'ORG:Swordworks Unlimited',
      'EMAIL:xiphias@deepsea.example',
      'TEL:+34 600 987 654',
      'NOTE:Likes mackerel pie',
      'PHOTO;ENCODING=b;TYPE=JPEG:bWFja2VyZWxwaG90bw==',
    )
    await ask('contacts.import', { files: [await file('gladius-cards.vcf', vcard)] })
    const [found] = (await ask('people.find', { text: 'xiphias' })).people
    const id = found.id
    const ana = await person(notebook(), 'Ana Ruiz', { words: 'Met through Xiphias Gladius' })
    await ask('people.change', { id: ana, meeting: { through: id, words: 'Xiphias knew her' } })
    await ask('people.change', { id, words: 'hates harpoons' }, { key: 'a key of a form' })
    await ask('notes.save', { kind: 'person', id, text: 'xiphias likes tea\n% barnacle secret' })
    const alone = await talkWith(notebook(), [id], { link: 'the marlin story' })
    const note = await ask('notes.save', {
      id: alone,
      text: '" swim against the stream\n> send Xiphias the atlas',
    })
    await ask('promises.settle', { line: idsOf(note)[1] })
    await take(notebook(), alone, { kind: 'held', words: 'Xiphias was late' })
    await ask('letters.keep', { conversation: alone, body: 'Dear Xiphias, thank you' })
    const shared = await talkWith(notebook(), [id, ana], { link: 'Xiphias brought us together' })
    await ask(
      'notes.save',
      {
        id: shared,
        text: [
          '" @Xiphias: the current decides where you end',
          '" @Ana: keep your hands busy',
          'Gladius looked tired, Ana did not',
          '% " @Xiphias: the captain is a fraud and a thief',
          '> write to @Xiphias by Friday',
          '+ Xiphias Gladius, fencing master at Swordworks',
          '" nobody knows who said this one',
        ].join('\n'),
      },
      { key: 'shared note' },
    )
    await ask('letters.keep', {
      conversation: shared,
      body: 'Dear Ana and Xiphias, "the current decides where you end" stays with me.',
    })
    await ask('notes.save', {
      kind: 'owner',
      id: 'me',
      text: 'Ask @Xiphias about fencing\nmail xiphias@deepsea.example or 600987654\n" @Xiphias Gladius: begin before you are ready',
    })
    await ask('fields.add', { name: 'Fencing', why: 'Because of Xiphias Gladius' })
    await ask('themes.make', {
      field: 'Fencing',
      claim: 'Xiphias Gladius says to wait',
      about: 'what Xiphias told',
    })
    await ask('introductions.plan', {
      requester: id,
      target: ana,
      lines: { requester: 'a swimmer with a narwhal whistle' },
    })
    await ask('introductions.plan', { me: 'target', connector: ana, both: 'Xiphias knows both' })
    const gone = [
      'Xiphias',
      'Gladius',
      'deepsea.example',
      '600 987 654',
      '600987654',
      'Swordworks Unlimited',
      'mackerel',
      'bWFja2VyZWxwaG90bw',
      'harpoons',
      'barnacle',
      'marlin',
      'narwhal',
      'against the stream',
      'the atlas',
      'current decides',
      'captain is a fraud',
      'fencing master',
      'before you are ready',
      'xiph-77',
    ]
    const told = await ask('people.forget', { people: [id] })
    expect(told).toMatchObject({
      forgotten: 1,
      records: 1,
      conversations: 1,
      shared: 1,
      letters: 1,
      cards: 1,
    })
    await expectNoTrace(notebook(), gone)
    expect(await refusal('people.show', { id })).toMatchObject({ code: 'person.unknown' })
    const kept = await ask('notes.show', { id: shared, offRecord: true })
    expect(textsOf(kept)).toEqual([
      '" @Ana: keep your hands busy',
      'somebody looked tired, Ana did not',
      '> write to somebody by Friday',
      '" nobody knows who said this one',
    ])
    expect(kept.lines[3]).toMatchObject({ speaker: null, speakerUnknown: true })
    expect((await ask('people.show', { id: ana })).meeting).toMatchObject({
      through: null,
      words: 'somebody knew her',
    })
    expect((await ask('search.everything', { text: 'hands busy' })).hits).toHaveLength(1)
    expect((await ask('search.everything', { text: 'xiphias' })).hits).toEqual([])
    const before = await notebook().derived()
    await ask('notebook.rebuild')
    expect(await notebook().derived()).toEqual(before)
  })
})

onBothDatabases('forgetting', (notebook) => {
  test('takes nothing from who bears the same name, address or number', async () => {
    const { ask } = notebook()
    const shared = [
      { kind: 'mail', value: 'lindgren@home.example' },
      { kind: 'phone', value: '+46 70 555 55 55' },
    ]
    const first = await person(notebook(), 'Astrid Lindgren', { channels: shared })
    const other = await person(notebook(), 'Astrid Lindgren', { channels: shared })
    const bo = await person(notebook(), 'Bo Lindgren', { channels: shared })
    await ask('notes.save', { kind: 'person', id: bo, text: 'Astrid Lindgren is his aunt' })
    const talk = await talkWith(notebook(), [other, bo])
    await ask('notes.save', { id: talk, text: '" @Astrid: slow is smooth and smooth is fast' })
    const before = await Promise.all([other, bo].map((id) => ask('people.show', { id })))
    await ask('people.forget', { people: [first] })
    expect(await Promise.all([other, bo].map((id) => ask('people.show', { id })))).toEqual(before)
    expect(textsOf(await ask('notes.show', { kind: 'person', id: bo }))).toEqual([
      'Astrid Lindgren is his aunt',
    ])
    const [line] = (await ask('notes.show', { id: talk })).lines
    expect(line).toMatchObject({ speaker: { id: other } })
  })

  test('leaves words that are names besides, and houses that others are at', async () => {
    const { ask } = notebook()
    const house = { roles: [{ organisation: 'Grace & Sons' }] }
    const grace = await person(notebook(), 'Grace May', house)
    await person(notebook(), 'Peter Stone', house)
    const text = 'In May they came, by the grace of luck\nGrace May was tired'
    await ask('notes.save', { kind: 'owner', id: 'me', text })
    await ask('people.forget', { people: [grace] })
    expect(textsOf(await ask('notes.show', { kind: 'owner', id: 'me' }))).toEqual([
      'In May they came, by the grace of luck',
      'somebody was tired',
    ])
    expect((await ask('organisations.show', { which: 'Grace & Sons' })).people).toHaveLength(1)
  })

  test('cannot be taken back, and earlier changes bring nobody back', async () => {
    const { ask, answer, refusal } = notebook()
    const added = await answer('people.add', { name: 'Ulla Vinterberg' })
    const { id } = added.result
    const bo = await person(notebook(), 'Ib Holm')
    const changed = await answer('people.change', { id: bo, words: 'Friend of Ulla Vinterberg' })
    const talk = await talkWith(notebook(), [id, bo])
    await ask('notes.save', { id: talk, text: '" @Ulla: never begin on a Monday' })
    const saved = await answer('notes.save', { id: talk, text: 'nothing much' })
    const forgot = await answer('people.forget', { people: [id] })
    expect(forgot.change).toBeNull()
    const [latest] = (await ask('changes.list', { limit: 1 })).changes
    expect(latest).toMatchObject({ operation: 'people.forget' })
    for (const change of [added.change, latest.id]) {
      expect(await refusal('changes.undo', { id: change })).toMatchObject({
        code: 'change.already-erased',
      })
    }
    await ask('changes.undo', { id: saved.change })
    expect(textsOf(await ask('notes.show', { id: talk }))).toEqual([])
    expect((await ask('people.show', { id: bo })).words).toBe('Friend of somebody')
    await ask('changes.undo', { id: changed.change })
    expect((await ask('people.show', { id: bo })).words).toBe('')
    await expectNoTrace(notebook(), ['Vinterberg', 'begin on a Monday'])
  })

  test('takes all the records that are one person, and what long work told of them', async () => {
    const { ask } = notebook()
    const one = await person(notebook(), 'Zenobia Flax', {
      channels: [{ kind: 'mail', value: 'zenobia@flax.example' }],
    })
    const other = await person(notebook(), 'Zen Flaxington', {
      channels: [{ kind: 'mail', value: 'zenobia@flax.example' }],
    })
    await ask('people.merge', { people: [one, other] })
    await ask('contacts.import', { files: [await file('Zenobia Flax.vcf', card('t-1', 'Tor Ek'))] })
    expect(await ask('people.forget', { people: [other] })).toMatchObject({
      forgotten: 1,
      records: 2,
    })
    await expectNoTrace(notebook(), ['Zenobia', 'Flaxington', 'flax.example'])
  })

  test('of somebody who is not there refuses, and changes nothing', async () => {
    const { refusal, revision } = notebook()
    const before = await revision()
    const id = '0190a000-0000-7000-8000-000000000bad'
    expect(await refusal('people.forget', { people: [id] })).toMatchObject({
      code: 'person.unknown',
    })
    expect(await revision()).toBe(before)
  })

  test('is for who may see what was said off the record', async () => {
    const { refusal } = notebook()
    const id = await person(notebook(), 'Kept Here')
    const manner = { rights: ['notebook:read', 'notebook:write'] } as const
    expect(await refusal('people.forget', { people: [id] }, manner)).toMatchObject({
      code: 'rights.missing',
    })
  })

  test('leaves others one, whom they were once merged with, and two people two', async () => {
    const { ask } = notebook()
    const [one, other, gone] = [
      await person(notebook(), 'Teodora Vuk'),
      await person(notebook(), 'Teodora Vuk Lang'),
      await person(notebook(), 'Teo Vuk'),
    ]
    const apart = await person(notebook(), 'Teodora Vukic')
    await ask('people.merge', { people: [one, other, gone] })
    await ask('people.distinct', { people: [one, apart] })
    await ask('people.unmerge', { id: gone, only: true })
    await ask('people.forget', { people: [gone] })
    expect((await ask('people.show', { id: other })).id).toBe(one)
    await expect(ask('people.merge', { people: [one, apart] })).rejects.toThrow('not the same')
  })

  test('leaves with the other what moved when the two were parted, whatever is taken back', async () => {
    const { ask, answer } = notebook()
    const kept = await person(notebook(), 'Ruza Kolar')
    const other = await person(notebook(), 'Ruza Kolar-Heim')
    await ask('people.merge', { people: [kept, other] })
    const note = await ask('notes.save', { kind: 'person', id: kept, text: '! plant trees' })
    const line = idsOf(note)[0]
    const { change } = await answer('people.unmerge', {
      id: kept,
      give: [{ thing: line, to: other }],
    })
    await ask('people.forget', { people: [kept] })
    await expect(ask('changes.undo', { id: change })).rejects.toThrow('cannot be taken back')
    expect(textsOf(await ask('notes.show', { kind: 'person', id: other }))).toEqual([
      '! plant trees',
    ])
  })
})
