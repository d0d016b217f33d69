import { expect, test } from 'vitest'
import { file as fileOf } from './contacts-files.ts'
import { onBothDatabases } from './notebook.ts'
import { brought, bytesOf, everywhere, found, talkWith, textOf } from './voices-told.ts'

onBothDatabases('Pictures of paper notes', (notebook) => {
  test('a photo is kept with its words, without its place, and comes back', async () => {
    const { talk } = await talkWith(notebook(), 1)
    const place = 'exif:GPSLatitude="41,23N"'
    const photo = Buffer.concat([Buffer.from([0xff, 0xd8, 0xff, 0xe1]), Buffer.from(place)])
    const file = await fileOf('page.jpg', photo)
    const kept = await notebook().ask('conversations.attach', {
      conversation: talk,
      file,
      words: 'A map of the trade',
    })
    expect(kept).toMatchObject({
      mediaType: 'image/jpeg',
      size: photo.length,
      words: 'A map of the trade',
    })
    const opened = await notebook().ask('attachments.open', { id: kept.id })
    expect(await bytesOf(opened)).toEqual(
      Buffer.from(photo.toString('latin1').replace('41,23N', '      '), 'latin1'),
    )
    const changed = await notebook().ask('attachments.change', { id: kept.id, words: 'Two maps' })
    expect(changed.words).toBe('Two maps')
  })

  test('what is no picture is refused, whatever it is called', async () => {
    const { talk } = await talkWith(notebook(), 1)
    const file = await fileOf('page.png', '<svg onload="alert(1)"/>')
    expect(
      await notebook().refusal('conversations.attach', { conversation: talk, file }),
    ).toMatchObject({ code: 'picture.unreadable' })
  })

  test('a picture goes into the bin, comes back, and leaves no byte when it is removed for good', async () => {
    const { talk } = await talkWith(notebook(), 1)
    const file = await fileOf('page.pdf', '%PDF-1.7 the wombat page')
    const { id } = await notebook().ask('conversations.attach', { conversation: talk, file })
    await notebook().ask('attachments.remove', { attachments: [id] })
    expect((await notebook().ask('attachments.list', { conversation: talk })).attachments).toEqual(
      [],
    )
    await notebook().ask('bin.restore', { ids: [id] })
    expect(
      (await notebook().ask('attachments.list', { conversation: talk })).attachments.length,
    ).toBe(1)
    await notebook().ask('attachments.remove', { attachments: [id] })
    await notebook().ask('bin.empty', { ids: [id] })
    expect(await everywhere(notebook())).not.toContain('wombat')
  })

  test('pictures of a talk with somebody alone go when they are forgotten; their own dossier holds them', async () => {
    const { talk, ana } = await talkWith(notebook(), 1)
    const file = await fileOf('page.pdf', '%PDF-1.7 the numbat page')
    await notebook().ask('conversations.attach', { conversation: talk, file, words: 'A page' })
    const bytes = Buffer.from('%PDF-1.7 the numbat page').toString('base64')
    const told = async (offRecord: boolean) =>
      textOf(await notebook().ask('people.dossier', { id: ana, format: 'json', offRecord }))
    expect(await told(true)).toContain(bytes)
    expect(await told(false)).not.toContain(bytes)
    const all = await textOf(await notebook().ask('notebook.export', {}))
    const some = await textOf(await notebook().ask('notebook.export', { withoutOffRecord: true }))
    expect([all.includes(bytes), some.includes(bytes)]).toEqual([true, false])
    await notebook().ask('people.forget', { people: [ana] })
    expect(await everywhere(notebook())).not.toContain('numbat')
  })

  test('removing a conversation for good removes its transcripts and pictures', async () => {
    const { talk, zoom } = await talkWith(notebook(), 1)
    await brought(notebook(), talk, zoom.replace('portfolio', 'bandicoot'))
    const file = await fileOf('page.pdf', '%PDF-1.7 the bandicoot page')
    await notebook().ask('conversations.attach', { conversation: talk, file })
    await notebook().ask('conversations.remove', { conversations: [talk] })
    expect(await found(notebook(), 'bandicoot')).toEqual([])
    await notebook().ask('bin.empty', { ids: [talk] })
    expect(await everywhere(notebook())).not.toContain('bandicoot')
  })

  test('what is derived of transcripts is the same when it is made anew', async () => {
    const { talk, ana, anaName, zoom } = await talkWith(notebook(), 1)
    const id = await brought(notebook(), talk, zoom)
    await notebook().ask('transcripts.who', { id, name: anaName, person: ana })
    await notebook().ask('transcripts.quote', { id, turn: 1, mark: '!' })
    const before = await notebook().derived()
    await notebook().ask('notebook.rebuild')
    expect(await notebook().derived()).toEqual(before)
  })
})
