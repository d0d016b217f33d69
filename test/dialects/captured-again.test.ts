import { expect, test } from 'vitest'
import { onBothDatabases } from './notebook.ts'
import { planned, take } from './talk.ts'

onBothDatabases('a second captured line of one day', (notebook) => {
  test('leaves a meeting by chance one, wherever it has come to', async () => {
    const { ask } = notebook()
    const again = async () => {
      const { conversation } = await ask('conversations.capture', { text: 'Sten Vik: " slowly' })
      const { id, state, next } = conversation
      return { id, state, next: next.what }
    }
    const first = await again()
    expect(first).toMatchObject({ state: 'chance-captured', next: 'follow-up' })
    expect(await again()).toEqual(first)
    await take(notebook(), first.id, 'followed-up')
    expect(await again()).toMatchObject({ id: first.id, state: 'followed-up' })
    await take(notebook(), first.id, 'sent')
    expect(await again()).toMatchObject({ id: first.id, state: 'sent' })
  })

  test('says of a talk that was held that its notes are kept', async () => {
    const { ask } = notebook()
    const id = await planned(notebook())
    const { people } = await ask('conversations.show', { id })
    await take(notebook(), id, 'held')
    const { conversation } = await ask('conversations.capture', {
      text: '" hands first',
      person: people[0].id,
    })
    expect(conversation).toMatchObject({ id, state: 'captured', next: { what: 'thank' } })
  })
})
