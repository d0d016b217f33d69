import type { LetterCheck } from '../../craft/letters/checks.ts'
import type { Reading } from '../../platform/context.ts'
import { nowOf } from '../conversations/drawn.operations.ts'
import { crowded, silentElsewhere } from '../conversations/held-back.ts'
import { asksAround } from '../conversations/next-among.operations.ts'
import { nameOf } from '../people/person.ts'
import { paceOf } from '../settings/settings.ts'
import type { Ground } from './ground.ts'

/**
 * What other letters say to a first one: two open asks in one house are enough, a third looks like knocking at every
 * door; and somebody who is silent elsewhere is not asked a second time.
 */
export async function amongOthers(ctx: Reading, ground: Ground): Promise<LetterCheck[]> {
  const pace = paceOf(ground.settings)
  const { mine, asks } = await asksAround(ctx, ground.life, nowOf(ctx), pace)
  const one = silentElsewhere(mine, asks)
  const silent = ground.people.find(({ id }) => id === one)
  const full = crowded(mine, asks, pace)
  return [
    silent && asked('elsewhere', { name: nameOf(silent) }),
    full && asked('house', { house: full.house, count: full.there.length }),
  ].filter((check) => check !== undefined && check !== null)
}

function asked(code: LetterCheck['code'], values: LetterCheck['values']): LetterCheck {
  return { code, ok: false, isAsked: true, values }
}
