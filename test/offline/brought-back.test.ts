import { join } from 'node:path'
import { expect, test } from 'vitest'
import { type Notebook, openNotebook } from '../dialects/notebook.ts'
import { temporaryFolder } from '../stand/temporary.ts'
import { homeWire } from './home-wire.ts'
import { openPhone } from './phone.ts'

test('after a copy of the notebook was brought back, what waits goes out, what was lost there too, and nothing shows that is not there', async () => {
  using folder = temporaryFolder('brought-back')
  // Two notebooks of the same seed and the same deeds are one notebook and the copy that was made of it.
  const [first, copy] = [await openNotebook('sqlite', 7), await openNotebook('sqlite', 7)]
  try {
    const talk = await begin(first)
    expect(await begin(copy)).toBe(talk)
    const subject = { kind: 'conversation', id: talk, offRecord: true }
    let now = first
    const wire = homeWire(() => now)
    const remains = {
      file: join(folder.path, 'phone'),
      secret: new Uint8Array(64).fill(1),
      drafts: new Map(),
    }
    const phone = openPhone(remains, wire.send, first.caller().account)
    await phone.pull()
    const keeper = await phone.keeper(talk)
    keeper.type('= before\n= landed after the copy was made')
    await keeper.flush()
    await phone.keep('conversations.capture', { text: 'met Ben Storm: " landed too' })
    await phone.flush()
    await phone.keep('people.add', { name: 'Waits Storm' })

    now = copy
    copy.clock.pass(1)
    for (const name of ['One', 'Two', 'Three', 'Four', 'Five']) {
      await copy.ask('people.add', { name: `${name} Other` })
    }
    await phone.pull()
    await phone.flush()
    await phone.pull()
    expect((await phone.entries()).filter(({ refused }) => refused)).toEqual([])
    const counts = ['Ben Storm', 'Waits Storm'].map(
      async (text) => (await copy.ask('people.find', { text })).people.length,
    )
    expect(await Promise.all(counts)).toEqual([1, 1])
    const note = await copy.ask('notes.show', subject)
    expect(note.text).toBe('= before\n= landed after the copy was made')
    expect(await phone.answer('notes.show', subject)).toEqual(note)
    expect(await phone.answer('today.show', {})).toEqual(await copy.ask('today.show'))
    expect(await phone.answer('fields.list', {})).toEqual(await copy.ask('fields.list'))
  } finally {
    await first.close()
    await copy.close()
  }
})

async function begin(notebook: Notebook): Promise<string> {
  const { id: person } = await notebook.ask('people.add', { name: 'Ana Storm' })
  const { id } = await notebook.ask('conversations.plan', { people: [person] })
  await notebook.ask('notes.save', { kind: 'conversation', id, text: '= before' })
  return id
}
