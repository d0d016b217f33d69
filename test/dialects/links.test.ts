import { beforeEach, expect, test } from 'vitest'
import { otherSideOf } from '../../src/server/other-side.ts'
import { upkeep } from '../../src/server/upkeep.ts'
import { type Notebook, onBothDatabases, person, raw } from './notebook.ts'

const nothing = new URLSearchParams()

async function pageFor({ ask }: Notebook, who: string, more: object = {}) {
  const { id } = await ask('conversations.plan', { people: [who], ...more })
  const link = await ask('links.make', { conversation: id })
  return { conversation: id, link, secret: link.path.slice('/o/'.length) }
}

onBothDatabases('a page for the other side', (notebook) => {
  let tomasz: string
  const opens = async (secret: string) =>
    (await otherSideOf(notebook().house).look(secret, nothing)) !== null

  beforeEach(async () => {
    tomasz = await person(notebook(), 'Tomasz Zieliński')
  })

  test('is opened by a secret of 256 bits, which stands nowhere in the tables', async () => {
    const { link, secret } = await pageFor(notebook(), tomasz)
    expect(secret).toMatch(/^[\w-]{43}$/)
    expect(await opens(secret)).toBe(true)
    for (const table of ['links', 'writes', 'changes', 'contents']) {
      const rows = await notebook().peek((db) => raw(db, `select * from ${table}`))
      expect(JSON.stringify(rows)).not.toContain(secret)
    }
    const { links } = await notebook().ask('links.list', { thing: link.thing })
    expect(links).toMatchObject([{ id: link.id, person: { id: tomasz }, open: true }])
    expect(JSON.stringify(links)).not.toContain(secret)
  })

  test('is for one of several at the table, and for nobody who does not sit there', async () => {
    const { ask, refusal } = notebook()
    const ruth = await person(notebook(), 'Ruth')
    const other = await person(notebook(), 'Somebody Else')
    const { id } = await ask('conversations.plan', { people: [tomasz, ruth] })
    for (const input of [{}, { person: other }]) {
      expect(await refusal('links.make', { conversation: id, ...input })).toMatchObject({
        code: 'link.for-nobody',
      })
    }
    const { person: whom } = await ask('links.make', { conversation: id, person: ruth })
    expect(whom).toEqual({ id: ruth, name: 'Ruth' })
  })

  test('opens no more when it is taken back, over, or never was', async () => {
    const { link, secret } = await pageFor(notebook(), tomasz)
    await notebook().ask('links.revoke', { id: link.id })
    expect(await opens(secret)).toBe(false)
    const short = await notebook().ask('links.make', { conversation: link.thing, days: 1 })
    const path = short.path.slice(3)
    notebook().clock.pass(23.9)
    expect(await opens(path)).toBe(true)
    notebook().clock.pass(0.1)
    expect(await opens(path)).toBe(false)
    expect(await opens('A'.repeat(43))).toBe(false)
    expect(await notebook().refusal('links.revoke', { id: tomasz })).toMatchObject({
      code: 'link.unknown',
    })
  })

  test('opens no more while its conversation or its person is in the bin', async () => {
    const { ask, answer } = notebook()
    const { conversation, secret } = await pageFor(notebook(), tomasz)
    const removed = await answer('conversations.remove', { conversations: [conversation] })
    expect(await opens(secret)).toBe(false)
    await ask('changes.undo', { id: removed.change })
    expect(await opens(secret)).toBe(true)
    await ask('people.remove', { people: [tomasz] })
    expect(await opens(secret)).toBe(false)
  })

  test('goes with whoever is forgotten, and with their seat', async () => {
    const { ask } = notebook()
    const { conversation, secret } = await pageFor(notebook(), tomasz)
    const ruth = await person(notebook(), 'Ruth Elsewhere')
    const second = await pageFor(notebook(), tomasz)
    await ask('conversations.change', { id: second.conversation, people: [ruth] })
    expect(await opens(second.secret)).toBe(false)
    await ask('people.forget', { people: [tomasz] })
    expect(await opens(secret)).toBe(false)
    const { links } = await ask('links.list', { thing: conversation })
    expect(links).toEqual([])
  })

  test('follows somebody who was merged, and stays with its record when they are parted', async () => {
    const { ask, answer } = notebook()
    const again = await person(notebook(), 'T. Zieliński')
    const { secret } = await pageFor(notebook(), again)
    const merged = await answer('people.merge', { people: [tomasz, again] })
    expect(await opens(secret)).toBe(true)
    await ask('changes.undo', { id: merged.change })
    expect(await opens(secret)).toBe(true)
  })

  test('of one owner is neither listed nor closed by another', async () => {
    const { ask, refusal } = notebook()
    const { link, secret } = await pageFor(notebook(), tomasz)
    const mateo = { who: 'mateo' } as const
    expect(await ask('links.list', {}, mateo)).toEqual({ links: [] })
    expect(await refusal('links.revoke', { id: link.id }, mateo)).toMatchObject({
      code: 'link.unknown',
    })
    expect(await refusal('links.make', { conversation: link.thing }, mateo)).toMatchObject({
      code: 'conversation.unknown',
    })
    expect(await opens(secret)).toBe(true)
    const stolen = notebook().peek((db) => raw(db, 'select * from links'), 'mateo')
    if (notebook().dialect === 'postgres') expect(await stolen).toEqual([])
  })

  test('is in the dossier, with its days', async () => {
    await pageFor(notebook(), tomasz)
    const { text } = await notebook().ask('people.dossier', { id: tomasz, format: 'json' })
    let whole = ''
    for await (const piece of text) whole += piece
    expect(JSON.parse(whole).pages).toHaveLength(1)
  })

  test('that is long over is let go of', async () => {
    const { link } = await pageFor(notebook(), tomasz)
    const { house, owner, clock } = notebook()
    clock.pass(24 * 149)
    const account = { owner: owner(), account: notebook().caller().account }
    await upkeep(house.engine, account)
    const ids = async () =>
      (await notebook().ask('links.list', {})).links.map(({ id }: { id: string }) => id)
    expect(await ids()).toContain(link.id)
    clock.pass(24 * 2)
    await upkeep(house.engine, account)
    expect(await ids()).not.toContain(link.id)
  })

  test('can be made by nobody who speaks for the owner without the right to let others in', async () => {
    const { id } = await notebook().ask('conversations.plan', { people: [tomasz] })
    const rights = ['notebook:read', 'notebook:write'] as const
    const refused = await notebook().refusal('links.make', { conversation: id }, { rights })
    expect(refused.code).toBe('rights.missing')
  })
})
