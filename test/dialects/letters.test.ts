import { expect, test } from 'vitest'
import { fillFromLetters } from '../../src/platform/database/migrations/0005-letters.ts'
import { type Loose, type Notebook, onBothDatabases, person } from './notebook.ts'
import { planned, take } from './talk.ts'

const about = { name: 'Maya', about: 'a bookbinder in Leipzig', reach: '+49 341 555 000' }

/** A planned first letter to somebody of whom all is known that such a letter needs. */
async function plannedWithRuth(notebook: Notebook, own: object = {}): Promise<string> {
  const { ask } = notebook
  await ask('settings.change', about)
  const samir = await person(notebook, 'Samir Haddad')
  const ruth = await person(notebook, 'Ruth Adeyemi', {
    roles: [{ title: 'conservator', organisation: 'Kelvin Archive' }],
    channels: [{ kind: 'mail', value: 'ruth@archive.example' }],
    meeting: { through: samir },
  })
  const { fields } = await ask('fields.list')
  const field = fields[0] ?? (await ask('fields.add', { name: 'paper conservation' }))
  const { id } = await ask('conversations.plan', {
    people: [ruth],
    fields: [field.id],
    link: 'he told me how you saved the flood letters.',
    read: ['https://archive.example/talk', 'your talk on fading ink'],
    questions: [
      { id: 'one', text: 'What did you do yesterday?' },
      { id: 'two', text: 'What would you teach me first?', starred: true },
    ],
    ...own,
  })
  return id
}

const failing = ({ checks }: Loose): string[] =>
  checks.filter(({ ok }: Loose) => !ok).map(({ code }: Loose) => code)

onBothDatabases('a first letter', (notebook) => {
  test('is drafted from what the notebook knows, and passes as it is', async () => {
    const id = await plannedWithRuth(notebook())
    const letter = await notebook().ask('letters.draft', { conversation: id, template: 'outreach' })
    expect(letter.body).toBe(
      [
        'Dear Ruth,',
        'Samir Haddad gave me your name. He told me how you saved the flood letters. Your talk on fading ink stayed with me.',
        'I am a bookbinder in Leipzig. I would like to understand what paper conservation is really like, at Kelvin Archive and elsewhere.',
        'Could you spare 20 minutes in the next two weeks, by phone, by video or over a coffee, whenever it suits you?',
        'If it does not, no answer is needed. Thank you for your work.',
        'Maya',
      ].join('\n\n'),
    )
    expect(letter).toMatchObject({ subject: '20 minutes about paper conservation', gaps: [] })
    expect(failing(letter)).toEqual([])
  })

  test('shows what nobody knows as a gap, and does not go with one', async () => {
    const { ask, refusal, documents } = notebook()
    const id = await planned(notebook())
    const letter = await ask('letters.draft', { conversation: id, template: 'outreach' })
    expect(letter.gaps).toEqual(['what you want to understand', 'one thing about their work'])
    const before = await documents()
    expect(await refusal('letters.sent', { conversation: id, template: 'outreach' })).toMatchObject(
      { code: 'letter.unready' },
    )
    expect(await documents()).toEqual(before)
  })

  test('becomes a draft with the first own words, a letter out with "sent", and one nudge when its day has come', async () => {
    const { ask, refusal, clock } = notebook()
    const id = await plannedWithRuth(notebook())
    const first = { conversation: id, template: 'outreach' }
    const { body } = await ask('letters.draft', first)
    await ask('letters.keep', { ...first, body: body.replace('Dear', 'Good morning') })
    expect((await ask('conversations.show', { id })).state).toBe('drafted')
    const sent = await ask('letters.sent', first)
    expect(sent.letter).toMatchObject({ sentOn: '2026-03-11', sentBefore: 0 })
    expect(sent.letter.body).toContain('Good morning Ruth')
    expect(sent.conversation.state).toBe('sent')

    const nudge = { conversation: id, template: 'nudge' }
    const second = await ask('letters.draft', nudge)
    expect(second.subject).toBe('Re: 20 minutes about paper conservation')
    expect(second.gaps).toEqual(['one new thing that helps them to answer'])
    const words = second.body.replace(/\{[^}]+\}/u, 'Your report is on my desk since')
    expect(await refusal('letters.sent', { ...nudge, body: words })).toMatchObject({
      code: 'step.not-now',
    })
    clock.pass(24 * 9)
    const nudged = await ask('letters.sent', { ...nudge, body: words })
    expect(nudged.conversation.state).toBe('nudged')
    clock.pass(24 * 30)
    expect(await refusal('letters.sent', { ...nudge, body: words })).toMatchObject({
      code: 'step.not-now',
    })
    expect((await ask('letters.list', { conversation: id })).letters).toHaveLength(2)
  })

  test('without anything that links you stays an idea, also with own words', async () => {
    const { ask } = notebook()
    const id = await planned(notebook(), { link: null })
    await ask('letters.keep', { conversation: id, template: 'outreach', body: 'Dear Ruth' })
    expect((await ask('conversations.show', { id })).state).toBe('idea')
  })

  test('of more than a hundred words goes with a reason in own words', async () => {
    const { ask, refusal } = notebook()
    const id = await plannedWithRuth(notebook())
    const first = { conversation: id, template: 'outreach' }
    const { body } = await ask('letters.draft', first)
    const long = `${body} ${'and so on '.repeat(20)}`
    const refused = await refusal('letters.sent', { ...first, body: long })
    expect(refused).toMatchObject({ code: 'letter.unready' })
    expect(refused.says).toContain('words')
    const sent = await ask('letters.sent', { ...first, body: long, anyway: 'She asked for all' })
    expect(sent.conversation.state).toBe('sent')
  })
})

const asking = (words: string) => ({ body: `${words} Could you spare 20 minutes for me?` })

onBothDatabases('letters to several', (notebook) => {
  const sendTo = async (name: string, house: string, own: object = {}) => {
    const { ask } = notebook()
    const who = await person(notebook(), name, { roles: [{ title: null, organisation: house }] })
    const { id } = await ask('conversations.plan', { people: [who], link: 'The fair' })
    const body = `Dear ${name}, at the fair you said that ink fades. Could you spare 20 minutes?`
    return ask('letters.sent', {
      conversation: id,
      template: 'outreach',
      subject: 'The fair',
      body,
      ...own,
    })
  }

  test('ask before the same text goes to a third person within thirty days', async () => {
    const { clock, ask } = notebook()
    await sendTo('Ida', 'Alpha')
    await sendTo('Otto', 'Beta')
    await expect(sendTo('Nora', 'Gamma')).rejects.toMatchObject({ code: 'letter.unready' })
    const other = 'Dear Nora, your brother showed me the press in your cellar. May I come and look?'
    await sendTo('Nora', 'Gamma', { body: other })
    await sendTo('Emil', 'Delta', { anyway: 'All four asked me to write to them' })
    clock.pass(24 * 31)
    await sendTo('Jens', 'Epsilon')
    expect((await ask('people.list', { limit: 50 })).count).toBe(6)
  })

  test('ask before a third letter waits in one house, until somebody there has answered', async () => {
    const { ask } = notebook()
    const first = await sendTo(
      'Ida',
      'Alpha GmbH',
      asking('Ida, the fair was loud and you spoke of ink.'),
    )
    await sendTo('Otto', 'alpha gmbh', asking('Otto, your son plays where mine does on Sundays.'))
    const third = asking('Nora, your letter in the paper made me laugh twice this week.')
    await expect(sendTo('Nora', 'ALPHA GmbH', third)).rejects.toMatchObject({
      code: 'letter.unready',
    })
    await take(notebook(), first.conversation.id, 'replied-no')
    expect((await sendTo('Nora', 'ALPHA GmbH', third)).conversation.state).toBe('sent')
    expect(
      (await ask('letters.list', { conversation: first.conversation.id })).letters,
    ).toHaveLength(1)
  })
})

onBothDatabases('a letter that is written over', (notebook) => {
  test('keeps the words put aside, each once, twenty at most', async () => {
    const { ask } = notebook()
    const first = { conversation: await planned(notebook()), template: 'outreach' }
    await ask('letters.keep', { ...first, body: 'one', aside: true })
    await ask('letters.keep', { ...first, body: 'two', aside: true })
    await ask('letters.keep', { ...first, body: 'one', aside: true })
    const kept = await ask('letters.keep', { ...first, body: 'three' })
    expect(kept.versions.map(({ body }: Loose) => body)).toEqual(['one', 'two'])
    for (let at = 0; at < 25; at++) {
      await ask('letters.keep', { ...first, body: `word ${at}`, aside: true })
    }
    const { versions, body } = await ask('letters.draft', first)
    expect(versions).toHaveLength(20)
    expect(versions.at(-1).body).toBe('word 24')
    expect(body).toBe('word 24')
  })
})

onBothDatabases('an own template', (notebook) => {
  const mine = { name: 'Short', kind: 'outreach', subject: 'Ten minutes?' }

  test('begins a letter, is changed and taken away, and the letter stays', async () => {
    const { ask, refusal } = notebook()
    const id = await plannedWithRuth(notebook())
    const made = await ask('templates.keep', {
      ...mine,
      body: 'Hi {to}![ {gift}!] {question} {from}',
    })
    const first = { conversation: id, template: 'outreach' }
    const letter = await ask('letters.draft', { ...first, form: made.id })
    expect(letter).toMatchObject({
      subject: 'Ten minutes?',
      body: 'Hi Ruth! {the one question} Maya',
      form: made.id,
    })
    await ask('letters.keep', { ...first, form: made.id, body: 'Hi Ruth! How? Maya' })
    expect(await ask('letters.draft', first)).toMatchObject({ form: made.id, own: true })
    await ask('templates.keep', { ...mine, id: made.id, name: 'Shorter', body: 'Hi {to}' })
    expect((await ask('templates.list')).own).toMatchObject([{ name: 'Shorter', body: 'Hi {to}' }])
    await ask('templates.remove', { id: made.id })
    expect((await ask('letters.draft', first)).body).toBe('Hi Ruth! How? Maya')
    expect(await refusal('letters.draft', { ...first, form: made.id })).toMatchObject({
      code: 'template.unknown',
    })
  })

  test('with a slot that nothing fills is refused with those there are', async () => {
    const { refusal } = notebook()
    const refused = await refusal('templates.keep', { ...mine, body: 'Hi {shoe-size}' })
    expect(refused).toMatchObject({ code: 'template.invalid' })
    expect(refused.says).toContain('{shoe-size}')
  })
})

onBothDatabases('a thank-you kept by an older version', (notebook) => {
  test('is found about its conversation after the store was brought to its newest shape', async () => {
    const { ask, store, owner, derived } = notebook()
    const conversation = await planned(notebook())
    await ask('letters.keep', { conversation, body: 'Thank you' })
    const whole = (await derived())['letter_about']
    expect(whole?.join(' ')).toContain(conversation)
    await store.write(owner(), (db) => db.deleteFrom('letter_about').execute())
    expect((await ask('letters.list', { conversation })).letters).toEqual([])
    await store.write(null, (db) => fillFromLetters(db as never))
    expect((await derived())['letter_about']).toEqual(whole)
    expect((await ask('letters.draft', { conversation })).body).toBe('Thank you')
  })
})
