import type { Day } from '../../kit/days.ts'
import type { ConversationId } from '../../kit/ids.ts'
import type { Person } from '../people/person.ts'
import { nameOf } from '../people/person.ts'

/** A letter as the owner left it: their own words of a draft, or what was sent. */
export interface Letter {
  readonly id: string
  readonly conversation: ConversationId
  readonly template: 'thanks'
  readonly subject: string
  readonly body: string
  readonly sentOn: Day | null
}

/** How somebody is addressed: by the name friends use, the given name, or the first word of the whole. */
export function addressOf(person: Person): string {
  const part = (wanted: string) => person.names.find((name) => name.part === wanted)?.text.trim()
  return part('nickname') || part('given') || (nameOf(person).split(/\s+/)[0] ?? '')
}

/** The address a letter goes to: the one that is preferred, else the first. */
export function mailOf(person: Person): string | null {
  const mails = person.channels.filter((channel) => channel.kind === 'mail')
  return (mails.find((mail) => mail.preferred) ?? mails[0])?.value ?? null
}
