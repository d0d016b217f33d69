import type { Instant } from '../../kit/days.ts'
import type { LinkId, PersonId } from '../../kit/ids.ts'

/** What an address is for; each opens one page about one thing, for one person. */
export const linkPurposes = [
  'conversation',
  'introduction-requester',
  'introduction-target',
] as const
export type LinkPurpose = (typeof linkPurposes)[number]

/** An address that opens a page for one person without an account. The secret in it is kept nowhere. */
export interface Link {
  readonly id: LinkId
  readonly purpose: LinkPurpose
  /** What the page is about: the id of a conversation or of an introduction, as the purpose says. */
  readonly thing: string
  /** For whom it was made. */
  readonly person: PersonId
  readonly madeAt: Instant
  readonly expiresAt: Instant
  readonly revokedAt: Instant | null
  /** When something was first done there; that it was only opened is written down nowhere. */
  readonly usedAt: Instant | null
}

/** Purposes whose address is used up by the first thing done there. */
const once: Readonly<Record<LinkPurpose, boolean>> = {
  conversation: false,
  'introduction-requester': false,
  'introduction-target': false,
}

/** Whether it still leads anywhere, as far as it knows itself; its thing and its person must be there too. */
export function isOpen(link: Link, now: Instant): boolean {
  if (link.revokedAt !== null || link.expiresAt <= now) return false
  return link.usedAt === null || !once[link.purpose]
}

/** Where a page for the other side stands; behind it the secret follows. */
export const linkPath = '/o/'
