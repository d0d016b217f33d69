import { useCallback, useEffect } from 'react'
import { readAnew } from '../shell/answers.ts'
import { sayRefused } from '../shell/deeds.ts'
import { client } from '../shell/server.ts'
import type { Wall } from '../words/dates.ts'
import type { Conversation } from './types.ts'

/** Written down once by this window, however often the page is drawn. */
const begun = new Set<string>()

/**
 * Opening the notes begins the conversation, and its clock. Where a later day is agreed one may only be
 * looking: then the first word begins it.
 */
export function useStarted(conversation: Conversation, wall: Wall): () => void {
  const { id, mayFollow, start } = conversation
  const mayBegin = mayFollow.includes('started')
  const isAhead = start !== null && start.day > wall.today

  useEffect(() => {
    // Taken back meanwhile: it may begin again.
    if (!mayBegin) begun.delete(id)
  }, [id, mayBegin])

  const begin = useCallback(() => {
    if (!mayBegin || begun.has(id)) return
    begun.add(id)
    client.conversations
      .step({ id, kind: 'started' })
      .then(readAnew)
      .catch((error: unknown) => {
        begun.delete(id)
        sayRefused(error)
      })
  }, [id, mayBegin])

  useEffect(() => {
    if (!isAhead) begin()
  }, [begin, isAhead])

  return begin
}
