import { notAsked } from './asked.ts'
import type { Offers } from './toasts.tsx'

export const toastsAsked = notAsked()

/**
 * Says what happened, for eight seconds, and lets it be taken back: `toast('Kept.', { undo })`. What draws it comes
 * with the first of them.
 */
export function toast(sentence: string, offers: Offers = {}): void {
  toastsAsked.ask()
  void import('./toasts.tsx').then(({ showToast }) => showToast(sentence, offers))
}
