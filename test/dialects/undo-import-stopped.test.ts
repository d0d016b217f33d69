import { expect, test } from 'vitest'
import { id } from '../../src/kit/ids.ts'
import type { Working } from '../../src/platform/context.ts'
import { commonContext, reading, writing } from '../../src/platform/transactions.ts'
import { card, file } from './contacts-files.ts'
import { type Loose, type Notebook, onBothDatabases } from './notebook.ts'

/** Takes an import out as a job does it, and is told to stop after the first slice. Gives the changes until then. */
async function stoppedOnTheWay(notebook: Notebook, importId: string): Promise<string[]> {
  const changes: string[] = []
  const { engine, handlers } = notebook.house
  const caller = notebook.caller()
  const stop = new AbortController()
  const deed = { operation: 'contacts.undo-import', input: null, key: null }
  const working: Working = {
    ...commonContext(engine, caller),
    job: null,
    stopped: stop.signal,
    read: (slice) => reading(engine, caller, slice),
    async write(slice) {
      const { result, change } = await writing(engine, caller, deed, slice)
      if (change) changes.push(change)
      return result
    },
    sweep: async () => true,
    progress: async () => stop.abort(),
  }
  const stopped = handlers.contacts['undo-import']({ id: id('import', importId) }, working)
  await expect(stopped).rejects.toMatchObject({ code: 'job.cancelled' })
  return changes
}

const many = Array.from({ length: 250 }, (_, at) =>
  card(`half-${at}`, `Half ${at}`, `ORG:House ${at % 5}`, `EMAIL:half${at}@half.example`),
).join('')

onBothDatabases('taking out an import that is stopped on the way', (notebook) => {
  const half = async (number: number) => {
    const { people } = await notebook().ask('people.find', { text: `half ${number}`, limit: 200 })
    return people.find(({ name }: Loose) => name === `Half ${number}`)?.id
  }
  const shown = (person: string) => notebook().ask('people.show', { id: person })

  test('leaves each person whole, in or out, merged ones too; asked again it goes on to the end', async () => {
    const { ask } = notebook()
    const files = [await file('half.vcf', many)]
    const [{ import: imported }] = (await ask('contacts.import', { files })).files
    const [early, late, alone] = [await half(3), await half(240), await half(241)]
    const byHand = await ask('people.add', { name: 'By Hand', channels: [] })
    // One of the first slice with one of the last; and one of the last with one whom the owner wrote down.
    await ask('people.merge', { people: [late, early] })
    await ask('people.merge', { people: [byHand.id, alone] })

    await stoppedOnTheWay(notebook(), imported)
    expect((await ask('contacts.imports')).imports).toMatchObject([{ unfinished: true }])
    // The first slice is out whole, the rest is there whole.
    expect(await half(0)).toBeUndefined()
    expect(await shown(await half(200))).toMatchObject({
      channels: [{ value: 'half200@half.example' }],
      roles: [{ organisation: 'House 0' }],
    })
    const merged = await shown(late)
    expect(merged.binnedOn).toBeNull()
    expect(merged.channels.map(({ value }: Loose) => value)).toEqual(['half240@half.example'])
    expect((await shown(alone)).name).toBe('By Hand')
    const { organisations } = await ask('organisations.list', { text: 'house' })
    expect(organisations).toHaveLength(5)
    const binned = (await ask('bin.list', { limit: 200 })).things.length
    expect(binned).toBe(100)

    const done = await ask('contacts.undo-import', { id: imported })
    expect(done).toMatchObject({ import: { unfinished: false } })
    expect(done.people + binned).toBeGreaterThanOrEqual(250)
    expect(await half(200)).toBeUndefined()
    const { people } = await ask('people.list', { limit: 200 })
    expect(people.map(({ name }: Loose) => name)).toEqual(['By Hand'])
    expect(await shown(byHand.id)).toMatchObject({ name: 'By Hand', channels: [], roles: [] })
    expect((await ask('organisations.list', { text: 'house' })).organisations).toEqual([])

    const again = (await ask('contacts.import', { files })).files
    expect(again).toMatchObject([{ created: 250, lost: [] }])
    expect((await ask('people.list', { limit: 1 })).count).toBe(249)
    expect((await shown(late)).channels).toHaveLength(2)
    expect((await shown(byHand.id)).channels).toMatchObject([{ value: 'half241@half.example' }])
  })

  test('is taken back to the letter', async () => {
    const { ask, documents, derived } = notebook()
    const more = await file('more.vcf', many.replaceAll('half', 'more'))
    const [{ import: imported }] = (await ask('contacts.import', { files: [more] })).files
    const before = [await documents(), await derived()]
    const changes = await stoppedOnTheWay(notebook(), imported)
    expect([await documents(), await derived()]).not.toEqual(before)
    for (const change of changes.toReversed()) await ask('changes.undo', { id: change })
    expect([await documents(), await derived()]).toEqual(before)
  })
})
