import { useEffect } from 'react'
import { isWriting } from '../shell/keys.ts'
import type { Answer } from './queue.ts'

export type QueueDeed = Answer | 'undo'

const deeds: Readonly<Record<string, QueueDeed>> = {
  m: 'same',
  n: 'distinct',
  s: 'later',
  ArrowRight: 'later',
  u: 'undo',
}

interface Pressed {
  readonly key: string
  readonly ctrlKey: boolean
  readonly metaKey: boolean
  readonly altKey: boolean
  readonly isComposing: boolean
  readonly repeat: boolean
}

/** What a key answers; one that is held down answers once. */
export function queueDeedOf(pressed: Pressed): QueueDeed | null {
  if (pressed.ctrlKey || pressed.metaKey || pressed.altKey) return null
  if (pressed.isComposing || pressed.repeat) return null
  const key = pressed.key.length === 1 ? pressed.key.toLowerCase() : pressed.key
  return deeds[key] ?? null
}

/**
 * Answers by single keys while the queue is on the page. They come before those of the shell, where `n`
 * begins a line; a dialog in front, and a field that is written in, have their keys for themselves.
 */
export function useQueueKeys(act: (deed: QueueDeed) => void): void {
  useEffect(() => {
    function onKeyDown(event: KeyboardEvent): void {
      const deed = queueDeedOf(event)
      if (deed === null || isWriting(event.target) || isInFront()) return
      event.preventDefault()
      act(deed)
    }
    document.addEventListener('keydown', onKeyDown, { capture: true })
    return () => document.removeEventListener('keydown', onKeyDown, { capture: true })
  }, [act])
}

function isInFront(): boolean {
  return document.querySelector('[role="dialog"], [role="menu"]') !== null
}
