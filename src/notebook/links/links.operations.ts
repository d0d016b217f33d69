import type { z } from 'zod'
import { addHours, type Instant } from '../../kit/days.ts'
import type { PersonId } from '../../kit/ids.ts'
import { Problem } from '../../kit/problem.ts'
import type { Handlers, Reading, Serving } from '../../platform/context.ts'
import { newSecret, secretDigest } from '../../platform/secrets.ts'
import { shownPeople } from '../people/groups.store.ts'
import { nameOf } from '../people/person.ts'
import { isOpen, type Link, linkPath, type LinkPurpose } from './link.ts'
import type { linkShape, linksContract } from './links.contract.ts'
import { addLink, endLink, linksOf } from './links.store.ts'

export const linksHandlers: Handlers<typeof linksContract> = {
  async list({ thing }, ctx) {
    return { links: await drawLinks(ctx, await linksOf(ctx.db, ctx.owner, { thing })) }
  },

  async revoke({ id: link }, ctx) {
    const known = await endLink(ctx.db, ctx.owner, link, ctx.now())
    if (known > 0) return { closed: true }
    throw new Problem('link.unknown', 'There is no such page in your notebook', {
      mend: 'See which there are: sobremesa links list.',
    })
  },
}

export interface WantedLink {
  readonly purpose: LinkPurpose
  readonly thing: string
  readonly person: PersonId
  readonly days: number
}

/**
 * Makes a link and gives the only copy of its address, as a path of this server. It goes into no log and under no key,
 * so it is made outside of the writes that are kept with their answer.
 */
export async function makeLink(
  ctx: Serving,
  { days, ...about }: WantedLink,
): Promise<{ readonly link: Link; readonly path: string }> {
  const { store, world } = ctx.engine
  const secret = newSecret(world)
  const now: Instant = world.now()
  const link: Link = {
    ...about,
    id: ctx.newId('link'),
    madeAt: now,
    expiresAt: addHours(now, days * 24),
    revokedAt: null,
    usedAt: null,
  }
  await store.write(ctx.owner, (db) => addLink(db, ctx.owner, link, secretDigest(secret)))
  return { link, path: `${linkPath}${secret}` }
}

/** Links as doors show them; for somebody who is gone, without a name. */
export async function drawLinks(
  ctx: Reading,
  links: readonly Link[],
): Promise<z.input<typeof linkShape>[]> {
  const people = await shownPeople(
    ctx.db,
    ctx.owner,
    links.map(({ person }) => person),
  )
  return links.map((link) => {
    const person = people.get(link.person)
    return {
      ...link,
      person: person ? { id: person.id, name: nameOf(person) } : null,
      open: isOpen(link, ctx.now()),
    }
  })
}
