import type { Day, Instant } from '../../../kit/days.ts'
import type { AccountId, JobId, LinkId, OwnerId, PersonId } from '../../../kit/ids.ts'

/** Who signs in, and how. An account reaches a notebook only through the context. */
export interface ServerTables {
  accounts: { id: AccountId; owner_id: OwnerId; created_at: Instant }
  /** Signed-in browsers. Only the digest of the cookie is kept. */
  sessions: {
    digest: string
    account_id: AccountId
    device: string
    created_at: Instant
    seen_at: Instant
    expires_at: Instant
  }
  /** Keys for scripts and programs; only the digest is kept. */
  access_keys: {
    id: string
    digest: string
    account_id: AccountId
    name: string
    rights: string
    created_at: Instant
    seen_at: Instant | null
  }
  /** One-time addresses that sign a browser in; gone when used. */
  invitations: { digest: string; account_id: AccountId; expires_at: Instant }
  /**
   * Addresses that open one page for one person without an account; only the digest is kept. `thing_id` is what the page
   * is about, of the kind that the purpose says.
   */
  links: {
    owner_id: OwnerId
    id: LinkId
    digest: string
    purpose: string
    thing_id: string
    person_id: PersonId
    made_at: Instant
    expires_at: Instant
    revoked_at: Instant | null
    used_at: Instant | null
  }
  /** Long work: started, watched and stopped through any door. */
  jobs: {
    owner_id: OwnerId
    id: JobId
    operation: string
    state: 'waiting' | 'running' | 'done' | 'refused' | 'failed' | 'cancelled'
    input: string
    door: string
    /** Who works on it: the machine and the process, as `thisProcess` says it. */
    process: string
    idempotency_key: string | null
    done: number
    total: number | null
    words: string
    result: string | null
    cancel: number
    created_at: Instant
    heartbeat_at: Instant
    ended_at: Instant | null
  }
}

/** The log of everything, and the notebook's revision it counts by. */
export interface LogTables {
  owners: { owner_id: OwnerId; revision: number; key: string }
  writes: {
    owner_id: OwnerId
    revision: number
    id: string
    at: Instant
    zone: string
    day: Day
    operation: string
    idempotency_key: string | null
    input_digest: string
    /** The digest under which the answer lies, where a key was given; null also when it was erased. */
    answer: string | null
    account_id: AccountId
    door: string
    device: string
    job_id: JobId | null
    undoes: number | null
    undone_by: number | null
  }
  changes: {
    owner_id: OwnerId
    revision: number
    ordinal: number
    kind: string
    id: string
    before: string | null
    after: string | null
  }
  contents: { owner_id: OwnerId; digest: string; bytes: Uint8Array }
}
