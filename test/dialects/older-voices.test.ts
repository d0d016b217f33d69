import { expect, test } from 'vitest'
import { migrations } from '../../src/platform/database/migrate.ts'
import { onBothDatabases } from './notebook.ts'
import { brought, talkWith } from './voices-told.ts'

onBothDatabases('Voices said to be somebody by an older version', (notebook) => {
  test('are known by their number after the store was brought to its newest shape', async () => {
    const { talk, ana, anaName, zoom } = await talkWith(notebook(), 1)
    const id = await brought(notebook(), talk, zoom.replaceAll(anaName, 'Speaker 2'))
    await notebook().ask('transcripts.who', { id, name: 'Speaker 2', person: ana })
    const whole = (await notebook().derived())['transcript_voices']
    expect(whole?.join(' ')).toContain(ana)
    const { store } = notebook()
    await store.write(notebook().owner(), (db) =>
      db.deleteFrom('transcript_voices').where('key', 'like', ' %').execute(),
    )
    expect((await notebook().derived())['transcript_voices']).not.toEqual(whole)
    const walk = () => store.write(null, async (db) => migrations['0004-voices']?.up(db))
    await walk()
    await walk()
    expect((await notebook().derived())['transcript_voices']).toEqual(whole)
  })
})
