/** What `notebook.mark` answers; an answer of `notebook.near` has the first of the two. */
export interface Mark {
  readonly mark: string
  readonly post?: string
}

export interface News {
  /** Whether what this window shows may be older than that. */
  readonly isNews: (now: Mark) => boolean
  /** All that is shown is read, or being read, since then. */
  readonly hear: (now: Mark) => void
}

/**
 * What a window last heard of how the notebook stands. Each has its own: what one of two windows brought to this device,
 * the other still has to show. The first that is heard is what its first page was read by.
 */
export function createNews(): News {
  let mark: string | null = null
  let post: string | null = null
  return {
    isNews: (now) => isOther(mark, now.mark) || isOther(post, now.post),
    hear(now) {
      mark = now.mark
      post = now.post ?? post
    },
  }
}

function isOther(before: string | null, now: string | undefined): boolean {
  return before !== null && now !== undefined && now !== before
}
