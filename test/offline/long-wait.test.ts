import { join } from 'node:path'
import { expect, test } from 'vitest'
import { upkeep } from '../../src/server/upkeep.ts'
import { openNotebook } from '../dialects/notebook.ts'
import { temporaryFolder } from '../stand/temporary.ts'
import { homeWire } from './home-wire.ts'
import { openPhone } from './phone.ts'

test('what landed unheard, and was asked for after the server had let go of its answers, is done once and set right', async () => {
  using folder = temporaryFolder('long-wait')
  const notebook = await openNotebook('sqlite')
  try {
    const { id: person } = await notebook.ask('people.add', { name: 'Ana Storm' })
    const { id: talk } = await notebook.ask('conversations.plan', { people: [person] })
    const wire = homeWire(() => notebook)
    const remains = {
      file: join(folder.path, 'phone'),
      secret: new Uint8Array(64).fill(1),
      drafts: new Map(),
    }
    const phone = openPhone(remains, wire.send, notebook.caller().account)
    await phone.pull()
    const keeper = await phone.keeper(talk)
    wire.hearsAnswers = false
    keeper.type('= first')
    await keeper.flush()
    await phone.keep('conversations.capture', { text: 'met Ben Storm: " a word' })
    await phone.flush()
    // Somebody writes below it at home, and a month passes.
    const { text, revision } = await notebook.ask('notes.show', { kind: 'conversation', id: talk })
    const below = { text: `${text}\n= from home`, since: revision }
    await notebook.ask('notes.save', { kind: 'conversation', id: talk, ...below })
    notebook.clock.pass(40 * 24)
    await upkeep(notebook.house.engine, notebook.caller())

    keeper.type('= first\n= second')
    wire.hearsAnswers = true
    expect(await keeper.flush()).toBe(true)
    expect(await phone.flush()).toBe(true)
    await phone.pull()
    expect((await phone.entries()).filter(({ refused }) => refused)).toEqual([])
    const note = await notebook.ask('notes.show', { kind: 'conversation', id: talk })
    expect(note.text.split('\n').toSorted()).toEqual(['= first', '= from home', '= second'])
    const { people } = await notebook.ask('people.find', { text: 'Ben Storm' })
    expect(people).toHaveLength(1)
    const { conversations } = await notebook.ask('conversations.list', { person: people[0].id })
    const [met] = conversations
    const words = await notebook.ask('notes.show', { kind: 'conversation', id: met.id })
    expect(words.text.split('a word')).toHaveLength(2)
  } finally {
    await notebook.close()
  }
})
