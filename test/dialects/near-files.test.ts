import { expect, test } from 'vitest'
import { file as fileOf } from './contacts-files.ts'
import { type Loose, onBothDatabases } from './notebook.ts'
import { brought, talkWith } from './voices-told.ts'

const photo = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNoAAAAggCBd81ytgAAAABJRU5ErkJggg==',
  'base64',
)

function versionIn({ files }: Loose, id: string): string | null {
  return files.find((file: Loose) => file.id === id)?.version ?? null
}

function answered({ pages }: Loose, operation: string, conversation: string): Loose {
  return pages.find((one: Loose) => {
    return one.operation === operation && one.input.conversation === conversation
  })?.answer
}

onBothDatabases('transcripts and pictures that are near', (notebook) => {
  const near = (since?: string, manner = {}) =>
    notebook().ask('notebook.near', since === undefined ? {} : { since }, manner)

  test('are named with a version, which is another as soon as they read otherwise', async () => {
    const { zoom, talk, ana, anaName } = await talkWith(notebook(), 1)
    const id = await brought(notebook(), talk, zoom)
    let heard = await near()
    expect(heard.files).toContainEqual({
      kind: 'transcript',
      id,
      version: expect.any(String),
      size: null,
    })
    expect(answered(heard, 'transcripts.list', talk)).toEqual(
      await notebook().ask('transcripts.list', { conversation: talk }),
    )
    expect(await near(heard.mark)).toMatchObject({ pages: [], files: null })

    const deeds: readonly (readonly [string, object])[] = [
      ['transcripts.who', { id, name: anaName, person: ana }],
      ['people.change', { id: ana, name: 'Ana Nova' }],
      ['transcripts.quote', { id, turn: 1, mark: '!' }],
      ['transcripts.close', { id, turns: [2] }],
    ]
    for (const [operation, input] of deeds) {
      const before = versionIn(heard, id)
      await notebook().ask(operation, input)
      heard = await near(heard.mark)
      expect({ operation, version: versionIn(heard, id) }).not.toEqual({
        operation,
        version: before,
      })
      expect(answered(heard, 'transcripts.list', talk)).toEqual(
        await notebook().ask('transcripts.list', { conversation: talk }),
      )
    }
    // What has nothing to do with it leaves its version alone.
    const before = versionIn(heard, id)
    await notebook().ask('conversations.capture', { text: 'met Una Else: " a word' })
    expect(versionIn(await near(heard.mark), id)).toBe(before)

    await notebook().ask('transcripts.remove', { transcripts: [id] })
    expect(versionIn(await near(heard.mark), id)).toBe(null)
  })

  test('pictures only for whoever may see what was off the record, and not from the bin', async () => {
    const { talk } = await talkWith(notebook(), 1)
    const file = await fileOf('page.png', photo)
    const { id, size } = await notebook().ask('conversations.attach', { conversation: talk, file })
    const heard = await near()
    const named = { kind: 'picture', id, version: expect.any(String), size }
    expect(heard.files).toContainEqual(named)
    expect(answered(heard, 'attachments.list', talk).attachments).toMatchObject([{ id }])
    const rights = ['notebook:read', 'notebook:write'] as const
    expect(versionIn(await near(undefined, { rights }), id)).toBe(null)

    await notebook().ask('attachments.remove', { attachments: [id] })
    const after = await near(heard.mark)
    expect(versionIn(after, id)).toBe(null)
    expect(answered(after, 'attachments.list', talk)).toEqual({ attachments: [] })
  })
})
