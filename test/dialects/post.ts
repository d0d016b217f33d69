import { addHours, type Instant } from '../../src/kit/days.ts'
import { foundHanding, postDue } from '../../src/notebook/post/posting.operations.ts'
import { type MailStand, mailUser } from '../stand/mail-server.ts'
import { type Loose, type Notebook, person } from './notebook.ts'
import { planned } from './talk.ts'

/** The account of Lucía at this server. */
export function accountAt({ port }: Pick<MailStand, 'port'>, more: object = {}) {
  return {
    host: '127.0.0.1',
    port,
    security: 'none',
    ...mailUser,
    name: 'Lucía Marín',
    address: 'lucia@example.org',
    ...more,
  }
}

export const words = {
  subject: 'Ink and floods',
  body: 'Dear Ruth,\n\nYour talk on ink stayed with me. Could you spare 20 minutes?\n\nLucía',
}

/** A conversation with somebody new who has an address, and her first letter. */
export async function firstLetter(notebook: Notebook, name = 'Ruth Adeyemi', more: object = {}) {
  const address = `${name.split(' ')[0]!.toLowerCase()}@archive.example`
  const ruth = await person(notebook, name, { channels: [{ kind: 'mail', value: address }] })
  const conversation = await planned(notebook, { people: [ruth], link: 'Her talk on ink', ...more })
  return { conversation, template: 'outreach', ruth, address }
}

/** What the server does every few seconds, done once. */
export async function postman(notebook: Notebook, again: { readonly restarted?: boolean } = {}) {
  const { house, caller } = notebook
  const faults: unknown[] = []
  const poster = { ...caller(), door: 'clock' as const, device: 'mail', rights: new Set<never>() }
  if (again.restarted) await foundHanding(house.engine, poster)
  await postDue(house.engine, poster, { failed: (_what, error) => faults.push(error) })
  if (faults.length > 0) throw new AggregateError(faults, 'The postman failed by our fault')
}

export const minutes = (count: number) => count / 60

export function inMinutes(notebook: Notebook, count: number): Instant {
  return addHours(notebook.house.engine.world.now(), minutes(count))
}

/** The letter as it is shown. */
export async function shown(
  { ask }: Notebook,
  { conversation, template }: { conversation: string; template: string },
): Promise<Loose> {
  return ask('letters.draft', { conversation, template })
}
