import { expect, test } from 'vitest'
import { dayIn, instantOf } from '../../src/kit/days.ts'
import type { Loose } from '../crash/wire.ts'
import { signIn, startServer } from '../stand/server.ts'
import { temporaryFolder } from '../stand/temporary.ts'

const hour = 3_600_000
const zone = 'Europe/Madrid'

test('what waited on a device is of the day it was done, within bounds, and goes to nobody else', async () => {
  using home = temporaryFolder('deed')
  const server = await startServer({ home: home.path })
  try {
    const cookie = await signIn(server)
    const ask = async (operation: string, input: object, headers: Record<string, string> = {}) => {
      const answer = await fetch(`${server.origin}/api/${operation}`, {
        method: 'POST',
        headers: {
          cookie,
          origin: server.origin,
          'content-type': 'application/json',
          'sobremesa-zone': zone,
          ...headers,
        },
        body: JSON.stringify(input),
      })
      const body: Loose = await answer.json()
      return { status: answer.status, body }
    }
    const dayOf = async (milliseconds: number, clock?: number): Promise<string> => {
      const at = {
        'sobremesa-at': instantOf(Date.now() + milliseconds),
        ...(clock === undefined ? {} : { 'sobremesa-clock': instantOf(Date.now() + clock) }),
      }
      const text = `met Nils Later ${milliseconds}: " a word`
      const { body } = await ask('conversations.capture', { text }, at)
      return body.conversation.start.day
    }
    const dayAt = (milliseconds: number): string =>
      dayIn(zone, instantOf(Date.now() + milliseconds))
    expect(await dayOf(-50 * hour)).toBe(dayAt(-50 * hour))
    expect(await dayOf(72 * hour)).toBe(dayAt(0))
    expect(await dayOf(-500 * 24 * hour)).toBe(dayAt(0))

    // A clock that is a day ahead, or behind: what was done five hours ago was done five hours ago.
    expect(await dayOf(19 * hour, 24 * hour)).toBe(dayAt(-5 * hour))
    expect(await dayOf(-29 * hour, -24 * hour)).toBe(dayAt(-5 * hour))
    expect(await dayOf(2 * hour, 1 * hour)).toBe(dayAt(0))

    const wrong = await ask('settings.show', {}, { 'sobremesa-at': 'yesterday' })
    expect(wrong).toMatchObject({ status: 422, body: { code: 'input.invalid' } })

    const { account } = (await ask('notebook.near', {})).body
    const mine = await ask('settings.show', {}, { 'sobremesa-account': account })
    expect(mine.status).toBe(200)
    const elses = await ask('settings.show', {}, { 'sobremesa-account': 'somebody-else' })
    expect(elses.status).toBe(401)
    // The log says when it came to be here.
    const { changes } = (await ask('changes.list', { limit: 5 })).body
    for (const { at } of changes) expect(Date.now() - Date.parse(at)).toBeLessThan(hour)
  } finally {
    await server.stop()
  }
})
