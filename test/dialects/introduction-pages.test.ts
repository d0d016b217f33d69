import { expect, test, vi } from 'vitest'
import { otherSideOf } from '../../src/server/other-side.ts'
import { type Notebook, onBothDatabases, person } from './notebook.ts'
import { everyRow } from './traces.ts'

const lines = {
  requester: 'a geographer who reads what rivers leave behind',
  target: 'a chemist with a patient instrument',
}
const reasons = { requester: 'you have mud', target: 'it is <b>what</b> yours was built for' }
const names = { requester: /Leila|Haddad/u, target: /Eleni|Markou/u }
type Side = keyof typeof lines

interface Pages {
  readonly id: string
  readonly look: (side: Side, asked?: string) => Promise<string | null>
  readonly say: (side: Side, answer: string) => Promise<string | null>
}

/** An idea of which both sides have an address. */
async function pagesOf(notebook: Notebook, own: object = {}): Promise<Pages> {
  const { ask, house } = notebook
  await ask('settings.change', { name: 'Inés Carvalho' })
  const requester = await person(notebook, 'Leila Haddad')
  const target = await person(notebook, 'Eleni Markou')
  const { id } = await ask('introductions.plan', {
    shape: 'idea',
    requester,
    target,
    lines,
    reasons,
    both: 'a secret of the letter that links them',
    about: 'mud',
    ...own,
  })
  const secrets = new Map<Side, string>()
  const { shape } = await ask('introductions.show', { id })
  for (const side of shape === 'idea'
    ? (['requester', 'target'] as const)
    : (['target'] as const)) {
    const { path } = await ask('introductions.page', { id, side })
    secrets.set(side, path.slice('/o/'.length))
  }
  const secret = (side: Side) => secrets.get(side) ?? ''
  return {
    id,
    async look(side, asked = '') {
      const shown = await otherSideOf(house).look(secret(side), new URLSearchParams(asked))
      return shown?.is === 'page' ? shown.html : null
    },
    async say(side, answer) {
      const shown = await otherSideOf(house).act(secret(side), new URLSearchParams({ answer }))
      return shown?.is === 'leads-on' ? shown.words.toString() : null
    },
  }
}

onBothDatabases('the page on which a side answers', (notebook) => {
  test('shows a side its question, and of the other one line without a name', async () => {
    const { look } = await pagesOf(notebook())
    for (const side of ['requester', 'target'] as const) {
      const other = side === 'requester' ? 'target' : 'requester'
      const page = (await look(side)) ?? ''
      expect(page).toContain(lines[other])
      expect(page).toContain('Inés Carvalho knows somebody')
      expect(page).not.toMatch(names[other])
      expect(page).not.toContain(lines[side])
      expect(page).not.toContain(reasons[other])
      expect(page).not.toContain('a secret of the letter')
      expect(page).not.toMatch(/<script|<b>what/u)
    }
  })

  test('is not made of words that name the other, and leaves out what names them later', async () => {
    const { ask, refusal } = notebook()
    const { id, look, say } = await pagesOf(notebook())
    const telling = {
      lines: { requester: 'Leila reads what rivers leave behind' },
      reasons: { target: 'ask Haddad about mud' },
      about: 'the mud of Leila',
    }
    const { givenAway } = await ask('introductions.change', { id, ...telling })
    expect(givenAway).toEqual([
      { side: 'target', words: 'line', name: 'Leila' },
      { side: 'target', words: 'reason', name: 'Haddad' },
      { side: 'target', words: 'about', name: 'Leila' },
    ])
    expect(await look('target')).not.toMatch(names.requester)
    expect(await refusal('introductions.page', { id, side: 'target' })).toMatchObject({
      code: 'introduction.unready',
      says: 'What they would read names Leila, and the other side has not said yes yet',
    })
    await ask('introductions.page', { id, side: 'requester' })
    await say('target', 'yes')
    await say('requester', 'yes')
    expect(await look('target')).not.toMatch(names.requester)
    await ask('introductions.step', { id, kind: 'made' })
    expect(await ask('introductions.show', { id })).toMatchObject({ givenAway: [] })
  })

  test('a private no changes not a row of any table, and the page asks again as before', async () => {
    const { id, look, say } = await pagesOf(notebook())
    await notebook().ask('introductions.step', { id, kind: 'asked', side: 'requester' })
    await notebook().ask('introductions.step', { id, kind: 'asked', side: 'target' })
    const before = [await everyRow(notebook()), await look('target'), await look('requester')]
    const writes = vi.spyOn(notebook().store, 'write')
    expect(await say('target', 'no')).toBe('no=')
    expect(writes).not.toHaveBeenCalled()
    writes.mockRestore()
    expect(await look('target', 'no')).toContain('Nothing was written down')
    expect([await everyRow(notebook()), await look('target'), await look('requester')]).toEqual(
      before,
    )
  })

  test('two yeses make the letter possible, and only then does a page say the name', async () => {
    const { ask } = notebook()
    const { id, look, say } = await pagesOf(notebook())
    expect(await say('requester', 'yes')).toBe('yes=')
    expect(await ask('introductions.show', { id })).toMatchObject({
      state: 'asking',
      sides: { requester: { is: 'yes' }, target: { is: 'not-asked' } },
    })
    expect(await look('requester')).toContain('You said yes')
    await say('target', 'yes')
    expect((await ask('introductions.show', { id })).state).toBe('agreed')
    expect(await look('requester')).not.toMatch(names.target)
    await ask('introductions.step', { id, kind: 'made' })
    expect(await look('requester')).toContain('You were brought together with Eleni Markou')
    expect(await look('target')).toContain('Leila Haddad')
  })

  test('a yes is never of a day before the question, wherever the server and the owner are', async () => {
    const { ask, clock, house } = notebook()
    const inUtc = { ...house, engine: { ...house.engine, zone: 'UTC' } }
    const { id, say } = await pagesOf({ ...notebook(), house: inUtc })
    clock.set('2026-03-11T20:00:00Z')
    const asked = { id, kind: 'asked', side: 'target' }
    await ask('introductions.step', asked, { zone: 'Pacific/Auckland' })
    expect(await say('target', 'yes')).toBe('yes=')
    expect((await ask('introductions.show', { id })).steps).toMatchObject([
      { kind: 'asked', on: '2026-03-12' },
      { kind: 'yes', on: '2026-03-12' },
    ])
    clock.set('2026-03-11T09:00:00Z')
  })

  test('looks the same, and takes a yes the same, whether the other was silent or it was let go', async () => {
    const { ask, clock } = notebook()
    const all = [await pagesOf(notebook()), await pagesOf(notebook()), await pagesOf(notebook())]
    const [silent, refused, letGo] = all
    for (const { id } of all) {
      await ask('introductions.step', { id, kind: 'asked', side: 'requester' })
      await ask('introductions.step', { id, kind: 'asked', side: 'target' })
    }
    await refused?.say('target', 'no')
    await ask('introductions.step', { id: letGo?.id, kind: 'closed' })
    for (let day = 0; day < 32; day++) {
      const pages = await Promise.all(all.map(({ look }) => look('requester')))
      expect(pages[1]).toBe(pages[0])
      expect(pages[2]).toBe(pages[0])
      if (day === 5) {
        const said = await Promise.all(all.map(({ say }) => say('requester', 'yes')))
        expect(new Set(said)).toEqual(new Set(['yes=']))
      }
      clock.pass(24)
    }
    expect(await silent?.look('requester')).toBeNull()
  })

  test('tells the target of a request who asks only where the requester allows it', async () => {
    const hidden = await pagesOf(notebook(), { shape: 'asked' })
    expect(await hidden.look('target')).not.toMatch(names.requester)
    await notebook().ask('introductions.change', { id: hidden.id, named: true })
    expect(await hidden.look('target')).toContain('It is Leila Haddad.')
  })

  test('is made for a side that the owner asks, and goes with the introduction', async () => {
    const { ask, refusal } = notebook()
    const { id, look } = await pagesOf(notebook(), { shape: 'asked' })
    expect(await refusal('introductions.page', { id, side: 'requester' })).toMatchObject({
      code: 'introduction.no-letter',
    })
    await ask('introductions.remove', { id })
    expect(await look('target')).toBeNull()
  })
})
