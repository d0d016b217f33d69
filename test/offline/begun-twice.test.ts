import { join } from 'node:path'
import { expect, test } from 'vitest'
import { openNotebook } from '../dialects/notebook.ts'
import { temporaryFolder } from '../stand/temporary.ts'
import { homeWire } from './home-wire.ts'
import { openPhone } from './phone.ts'

test('notes that two devices began without network are begun, and nobody has to attend to the second', async () => {
  using folder = temporaryFolder('begun-twice')
  const notebook = await openNotebook('sqlite')
  try {
    const { id: person } = await notebook.ask('people.add', { name: 'Ana Storm' })
    const { id: talk } = await notebook.ask('conversations.plan', { people: [person] })
    const { account } = notebook.caller()
    for (const name of ['one', 'two']) {
      const secret = new Uint8Array(64).fill(1)
      const remains = { file: join(folder.path, name), secret, drafts: new Map() }
      const phone = openPhone(remains, homeWire(() => notebook).send, account)
      await phone.keep('conversations.step', { id: talk, kind: 'started' })
      expect(await phone.flush()).toBe(true)
      expect((await phone.entries()).filter(({ refused }) => refused)).toEqual([])
      await phone.pull()
      expect(await phone.entries()).toEqual([])
    }
    const { state, steps } = await notebook.ask('conversations.show', { id: talk })
    expect({ state, steps: steps.length }).toEqual({ state: 'started', steps: 1 })
  } finally {
    await notebook.close()
  }
})
