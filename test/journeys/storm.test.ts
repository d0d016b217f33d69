import { expect } from '@playwright/test'
import { diceFrom } from '../dialects/walk.ts'
import { type Ask, emptyLogbook, faultsIn } from '../offline/logbook.ts'
import { seedsOr } from '../offline/seeds.ts'
import { signIn } from '../stand/server.ts'
import { temporaryFolder } from '../stand/temporary.ts'
import { pageScript } from './page-script.ts'
import { type House, test } from './stand.ts'
import { comeHome, deedOf } from './storm/deeds.ts'
import { type Device, openDevice } from './storm/device.ts'
import { type RoughWay, roughWay } from './storm/rough-way.ts'
import { expectSamePages, expectWholeCopy } from './storm/same.ts'

// A trace takes a picture of the page at each deed, of which there are thousands; the logs of the ways say more.
test.use({ life: true, trace: 'off' })

const deeds = 500
/** So often somebody pulls the plug of the server. */
const deaths = 3

for (const seed of seedsOr([2])) {
  test(
    `${deeds} deeds of two phones in a storm leave both and the server with the same, each word once (seed ${seed})`,
    { tag: '@phone' },
    async ({ house }, info) => {
      test.slow()
      using profiles = temporaryFolder('profiles')
      const dice = diceFrom(seed)
      const ask = await desk(house)
      const talks: string[] = []
      for (const name of ['Ana', 'Ben', 'Cleo', 'Dora'])
        talks.push(await plan(ask, `${name} Storm`))
      const book = emptyLogbook()
      await using one = await roughWay(diceFrom(seed + 1000), () => house.server.origin)
      await using two = await roughWay(diceFrom(seed + 2000), () => house.server.origin)
      const script = await pageScript('test/journeys/storm/inside.ts')
      const board = (name: string, way: RoughWay): Promise<Device> =>
        boarded(house, { name, way, script, profile: `${profiles.path}/${name}` })
      const crew = [await board('one', one), await board('two', two)]
      for (const { way } of crew) way.isStormy = true
      let count = 0
      const sail = async (device: Device): Promise<void> => {
        while (count < deeds) {
          const at = ++count
          if (at % Math.ceil(deeds / (deaths + 1)) === 0) await plugPulled(house)
          await deedOf(device, { dice, book, talks, ask, at })
        }
      }
      await Promise.all(crew.map(sail))
      for (const device of crew) await comeHome(device, talks)
      const faults = await faultsIn(ask, book, talks)
      if (faults.length > 0) {
        for (const { name, way } of crew) await info.attach(name, { body: way.log.join('\n') })
      }
      expect(faults).toEqual([])
      for (const device of crew) {
        await device.reopen()
        await expectWholeCopy(device, ask)
      }
      for (const device of crew.slice(0, 1)) await expectSamePages(device, talks)
      for (const device of crew) await device.close()
    },
  )
}

/** Straight to the server, through whichever door it has after it was killed. */
async function desk(house: House): Promise<Ask> {
  const cookie = await signIn(house.server)
  return async (operation, input) => {
    const { origin } = house.server
    const answer = await fetch(`${origin}/api/${operation}`, {
      method: 'POST',
      headers: {
        cookie,
        origin,
        'content-type': 'application/json',
        'sobremesa-zone': 'Europe/Madrid',
      },
      body: JSON.stringify(input),
    })
    if (answer.ok) return answer.json()
    throw new Error(`${operation} answered ${answer.status}: ${await answer.text()}`)
  }
}

async function plan(ask: Ask, name: string): Promise<string> {
  const { id } = await ask('people.add', { name })
  return (await ask('conversations.plan', { people: [id] })).id
}

async function boarded(
  house: House,
  about: Omit<Parameters<typeof openDevice>[0], 'token'>,
): Promise<Device> {
  const { token } = await house.command('access', 'invite')
  return openDevice({ ...about, token })
}

async function plugPulled(house: House): Promise<void> {
  await house.server.kill()
  await house.restart()
}
