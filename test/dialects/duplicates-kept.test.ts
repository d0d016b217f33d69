import { expect, test } from 'vitest'
import type { Working } from '../../src/platform/context.ts'
import { commonContext, reading, writing } from '../../src/platform/transactions.ts'
import { card, file } from './contacts-files.ts'
import { type Loose, type Notebook, onBothDatabases, person, raw } from './notebook.ts'

const mail = (value: string) => ({ channels: [{ kind: 'mail', value }] })

/** Two records of one person, by the same mail. */
async function twice(notebook: Notebook, name: string): Promise<[string, string]> {
  const address = mail(`${name.toLowerCase().replaceAll(' ', '.')}@post.example`)
  return [await person(notebook, name, address), await person(notebook, name, address)]
}

async function pairsOf({ ask }: Notebook, who: string): Promise<string[][]> {
  const { pairs } = await ask('contacts.review', { person: who, limit: 200 })
  return pairs.map(({ a, b }: Loose) => [a.id, b.id])
}

onBothDatabases('who is written down and may be here already', (notebook) => {
  test('is said at once, the likeliest first, and said of nobody who is alone', async () => {
    const { ask } = notebook()
    const { id: one, twins: none } = await ask('people.add', {
      name: 'Ragna Holm',
      ...mail('ragna@holm.example'),
    })
    expect(none).toEqual([])
    const { id: other, twins } = await ask('people.add', {
      name: 'Ragna Holm',
      ...mail('ragna@holm.example'),
    })
    expect(twins).toEqual([{ id: one, name: 'Ragna Holm', line: '', spokeOn: null, certain: true }])
    expect(await pairsOf(notebook(), other)).toEqual([[one, other]])
  })

  test('is said of whom a captured line writes down, and under the one who was kept', async () => {
    const { ask } = notebook()
    const [one, other] = await twice(notebook(), 'Signe Maria Dahl')
    await ask('people.merge', { people: [one, other] })
    const text = 'Signe M. Dahl, weaver, signe.maria.dahl@post.example: ! begin'
    const { made } = await ask('conversations.capture', { text })
    expect(made.people).toMatchObject([{ twins: [{ id: one, name: 'Signe Maria Dahl' }] }])
  })
})

onBothDatabases('a pair that was found', (notebook) => {
  test('goes when one of the two is told apart, and comes when they are alike again', async () => {
    const { ask } = notebook()
    const [one, other] = await twice(notebook(), 'Elif Kaya')
    expect(await pairsOf(notebook(), one)).toEqual([[one, other]])
    await ask('people.change', { id: other, name: 'Derya Aksoy', ...mail('derya@post.example') })
    expect(await pairsOf(notebook(), one)).toEqual([])
    await ask('people.change', { id: other, name: 'Elif Kaya' })
    expect(await pairsOf(notebook(), one)).toEqual([[one, other]])
  })

  test('stays as it is when something is written that nobody is known by', async () => {
    const { ask } = notebook()
    const [one, other] = await twice(notebook(), 'Noor Haddad')
    const before = await ask('contacts.review', { person: one })
    await ask('people.change', { id: one, words: 'Likes rivers' })
    await ask('people.label', { people: [other], add: ['Rivers'] })
    const { pairs } = await ask('contacts.review', { person: one })
    expect(pairs).toEqual(before.pairs)
  })

  test('goes into the bin with either of the two, and comes back with them', async () => {
    const { ask, answer } = notebook()
    const [one, other] = await twice(notebook(), 'Piotr Zielonka')
    const { change } = await answer('people.remove', { people: [one] })
    expect(await pairsOf(notebook(), other)).toEqual([])
    await ask('changes.undo', { id: change })
    expect(await pairsOf(notebook(), other)).toEqual([[one, other]])
    await ask('people.remove', { people: [other] })
    await ask('bin.empty', { ids: [other] })
    expect(await pairsOf(notebook(), one)).toEqual([])
  })

  test('goes when the two are merged, and comes back when they are parted', async () => {
    const { ask, answer } = notebook()
    const [one, other] = await twice(notebook(), 'Sanna Lind')
    const { change } = await answer('people.merge', { people: [one, other] })
    expect(await pairsOf(notebook(), one)).toEqual([])
    await ask('changes.undo', { id: change })
    expect(await pairsOf(notebook(), one)).toEqual([[one, other]])
  })

  test('leads to the person under whom a third record is shown by now', async () => {
    const { ask } = notebook()
    const [one, other] = await twice(notebook(), 'Bruno Alves')
    const third = await person(notebook(), 'Bruno Alves', mail('bruno.alves@post.example'))
    await ask('people.merge', { people: [other, third] })
    expect(await pairsOf(notebook(), third)).toEqual([[one, other]])
  })

  test('that is not the same is proposed by no look and no file that comes again', async () => {
    const { ask } = notebook()
    const father = card('pa', 'Jorge Luis Paz', 'EMAIL:paz@post.example')
    const son = card('pb', 'Jorge Luis Paz', 'EMAIL:paz@post.example', 'ORG:Radio')
    await ask('contacts.import', { files: [await file('father.vcf', father)] })
    await ask('contacts.import', { files: [await file('son.vcf', son)] })
    const { people } = await ask('people.find', { text: 'Jorge Luis Paz' })
    const ids = people.map(({ id }: Loose) => id).toSorted()
    expect(await pairsOf(notebook(), ids[0])).toEqual([ids])
    await ask('people.distinct', { people: ids })
    expect(await pairsOf(notebook(), ids[0])).toEqual([])
    await ask('contacts.import', { files: [await file('again.vcf', `${father}${son}`)] })
    const changed = son.replace('ORG:Radio', 'ORG:Radio\r\nTEL:+34 600 700 800')
    await ask('contacts.import', { files: [await file('changed.vcf', changed)] })
    await ask('people.change', { id: ids[0], roles: [{ organisation: 'Radio' }] })
    const { pairs, clusters } = await ask('contacts.duplicates')
    const named = [...pairs.map(({ a, b }: Loose) => [a, b]), ...clusters]
    expect(named.filter((some) => ids.every((one: string) => some.includes(one)))).toEqual([])
    expect(await pairsOf(notebook(), ids[0])).toEqual([])
    await ask('people.distinct', { people: ids, undo: true })
    expect(await pairsOf(notebook(), ids[0])).toEqual([ids])
  })

  test('says of nobody who was removed for good what they were known by', async () => {
    const { ask, owner, peek } = notebook()
    const [one, other] = await twice(notebook(), 'Secretive Person')
    for (const people of [[one], [other]]) {
      await ask('people.remove', { people })
      await ask('bin.empty', { ids: people })
    }
    const told = await peek((db) =>
      raw(db, `select agreements from duplicate_pairs where owner_id = '${owner()}'`),
    )
    expect(JSON.stringify(told)).not.toMatch(/secretive/i)
  })
})

onBothDatabases('all who are certainly one', (notebook) => {
  test('are merged at once, and parted again by one undoing', async () => {
    const { ask, answer } = notebook()
    const names = Array.from({ length: 60 }, (_, at) => `Given${at}x Family${at}y`)
    const cards = names.flatMap((name, at) =>
      ['a', 'b'].map((copy) => card(`${copy}${at}`, name, `EMAIL:p${at}@post.example`)),
    )
    await ask('contacts.import', { files: [await file('twice.vcf', cards.join(''))] })
    await person(notebook(), 'Somebody Else')
    const dry = await ask('contacts.merge-certain', { dryRun: true })
    expect(dry).toMatchObject({ merged: 120, into: 60, left: 0, dryRun: true })
    expect(await ask('people.list', { limit: 1 })).toMatchObject({ count: 121 })
    const { change, result } = await answer('contacts.merge-certain')
    expect({ ...result, dryRun: true }).toEqual(dry)
    expect(result.groups.map(({ name }: Loose) => name).toSorted()).toEqual(names.toSorted())
    expect(await ask('people.list', { limit: 1 })).toMatchObject({ count: 61 })
    expect((await ask('contacts.review')).counts.certain).toBe(0)
    await ask('changes.undo', { id: change })
    expect(await ask('people.list', { limit: 1 })).toMatchObject({ count: 121 })
    expect(await ask('contacts.merge-certain', { dryRun: true })).toEqual(dry)
  })

  test('do not count whom their owner parted, neither in a dry run nor in truth', async () => {
    const { ask } = notebook()
    const people = await twice(notebook(), 'Parted Once')
    await ask('people.merge', { people })
    await ask('people.unmerge', { id: people[0] })
    const dry = await ask('contacts.merge-certain', { dryRun: true })
    expect(dry.groups.flatMap((group: Loose) => group.people)).not.toContain(people[0])
    expect({ ...(await ask('contacts.merge-certain')), dryRun: true }).toEqual(dry)
  })

  test('are none where nobody is, and nothing is written', async () => {
    const { answer } = notebook()
    const { result, change } = await answer('contacts.merge-certain', {}, { who: 'mateo' })
    expect(result).toEqual({ merged: 0, into: 0, groups: [], left: 0, dryRun: false })
    expect(change).toBeNull()
  })
})

onBothDatabases('what is made anew', (notebook) => {
  test('leaves what was found and what is known as it is', async () => {
    const { ask } = notebook()
    await twice(notebook(), 'Ines Duarte')
    await ask('contacts.duplicates')
    const before = await ask('contacts.review')
    await ask('notebook.rebuild')
    expect(await ask('contacts.review')).toEqual(before)
  })
})

/** Long work as a job does it, in which something happens at the first word of progress. */
function workingIn(notebook: Notebook, meanwhile: (stop: AbortController) => Promise<unknown>) {
  const { engine } = notebook.house
  const caller = notebook.caller()
  const stop = new AbortController()
  let happened = false
  const deed = { operation: 'contacts.duplicates', input: null, key: null }
  const working: Working = {
    ...commonContext(engine, caller),
    job: null,
    stopped: stop.signal,
    read: (slice) => reading(engine, caller, slice),
    write: async (slice) => (await writing(engine, caller, deed, slice)).result,
    sweep: async () => true,
    async progress({ words }) {
      if (happened || words === 'Reading') return
      happened = true
      await meanwhile(stop)
    },
  }
  return notebook.house.handlers.contacts.duplicates({ limit: 1000 }, working)
}

onBothDatabases('while a look goes on', (notebook) => {
  test('who changes, comes or goes is in the queue as they are in the end', async () => {
    const { ask } = notebook()
    const [gone] = await twice(notebook(), 'Gone Meanwhile')
    const [, renamed] = await twice(notebook(), 'Renamed Meanwhile')
    const [merged, into] = await twice(notebook(), 'Merged Meanwhile')
    const [apart, other] = await twice(notebook(), 'Parted Meanwhile')
    const lonely = await person(notebook(), 'Late Twin', mail('late.twin@post.example'))
    let late = ''
    await workingIn(notebook(), async () => {
      await ask('people.remove', { people: [gone] })
      await ask('people.change', { id: renamed, name: 'Kofi Mensah', channels: [] })
      await ask('people.merge', { people: [into, merged] })
      await ask('people.distinct', { people: [apart, other] })
      late = await person(notebook(), 'Late Twin', mail('late.twin@post.example'))
    })
    const { pairs, counts } = await ask('contacts.review', { limit: 200 })
    expect(pairs.map(({ a, b }: Loose) => [a.id, b.id])).toEqual([[lonely, late]])
    expect(counts.peopleSince).toBe(0)
  })

  test('a crowd that comes waits for the next look', async () => {
    const { ask } = notebook()
    const crowd = Array.from({ length: 60 }, (_, number) =>
      card(`m${number}`, `Given${number}x Family${number}y`),
    )
    const files = [await file('crowd.vcf', crowd.join(''))]
    await workingIn(notebook(), () => ask('contacts.import', { files }))
    expect((await ask('contacts.review')).counts.peopleSince).toBe(60)
  })

  test('it may be stopped, and what was found before is kept', async () => {
    const { ask } = notebook()
    const before = await ask('contacts.review', { limit: 200 })
    await twice(notebook(), 'Found On Arrival')
    const found = await ask('contacts.review', { limit: 200 })
    expect(found.pairs).toHaveLength(before.pairs.length + 1)
    const stopped = workingIn(notebook(), async (stop) => stop.abort())
    await expect(stopped).rejects.toMatchObject({ code: 'job.cancelled' })
    expect(await ask('contacts.review', { limit: 200 })).toEqual(found)
  })
})
