import { decodeText } from '../encoding/decode.ts'
import type { Head } from './heads.ts'
import { mostInDoubt } from './limits.ts'

export interface Doubts {
  /** The heads that are surely of messages now. */
  push(head: Head): Head[]
  end(size: number): Head[]
}

/** Between the end of a message and the separator of the next there may be an empty line. */
const gap = 4

/**
 * Some mailboxes (mboxcl2) mark nothing in the text of a message and say its length instead, so a whole
 * message may stand quoted in another. Others copy a length that is no longer true. So what lies
 * within the length waits: if the next message begins, or the file ends, just where the length says,
 * it was text; if not, the length was wrong, and they are messages.
 */
export function doubts(): Doubts {
  let open: { readonly until: number; readonly held: Head[] } | null = null

  function sure(head: Head): Head[] {
    const length = lengthOf(head)
    open = length === null ? null : { until: head.body + length, held: [] }
    return [head]
  }

  return {
    push(head) {
      if (!open) return sure(head)
      if (head.from < open.until && open.held.length < mostInDoubt) {
        open.held.push(head)
        return []
      }
      const held = head.from - open.until <= gap && head.from >= open.until ? [] : open.held
      return [...held, ...sure(head)]
    },
    end(size) {
      const isRight = open !== null && Math.abs(size - open.until) <= gap
      return isRight ? [] : (open?.held ?? [])
    },
  }
}

function lengthOf({ fields }: Head): number | null {
  const field = fields.find(({ name }) => name === 'content-length')
  const text = field ? decodeText(field.bytes).trim() : ''
  return /^\d{1,15}$/.test(text) ? Number(text) : null
}
