import { expect, test } from 'vitest'
import { onBothDatabases, person } from './notebook.ts'

onBothDatabases('an id that whoever creates a thing brings along', (notebook) => {
  const fresh = '0190a000-0000-7000-8000-0000000fffff'

  test('is the id of that thing, and never takes over another', async () => {
    const { ask, refusal } = notebook()
    const who = await person(notebook(), 'Ruth Adeyemi')
    const talk = await ask('conversations.plan', { people: [who] })
    const { lines } = await ask('notes.save', { id: talk.id, text: '+ Tomasz Wilk' })
    const cases = [
      ['people.add', { id: fresh, name: 'A' }, { id: fresh, name: 'B' }, 'person'],
      ['fields.add', { id: fresh, name: 'A' }, { id: fresh, name: 'B' }, 'field'],
      [
        'fields.ask',
        { id: fresh, which: 'A', text: 'Why?' },
        { id: fresh, which: 'A', text: 'How?' },
        'question',
      ],
      [
        'conversations.plan',
        { id: fresh, people: [who] },
        { id: fresh, people: [who], link: 'x' },
        'conversation',
      ],
      [
        'conversations.step',
        { step: fresh, id: talk.id, kind: 'sent' },
        { step: fresh, id: fresh, kind: 'sent' },
        'step',
      ],
      [
        'notes.save',
        { note: fresh, kind: 'person', id: who, text: 'one' },
        { note: fresh, kind: 'owner', text: 'two' },
        'note',
      ],
    ] as const
    for (const [operation, first, second, kind] of cases) {
      await ask(operation, first)
      const before = await notebook().documents()
      expect(await refusal(operation, second)).toMatchObject({ code: `${kind}.already-there` })
      expect(await notebook().documents()).toEqual(before)
    }
    expect(
      await refusal('conversations.capture', { id: fresh, text: 'Ana Ruiz: hello' }),
    ).toMatchObject({ code: 'conversation.already-there' })
    expect(await refusal('conversations.meet', { line: lines[0].id, id: who })).toMatchObject({
      code: 'person.already-there',
    })
  })
})
