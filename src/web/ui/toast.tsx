import type { Offers } from './toasts.tsx'

/**
 * Says what happened, for eight seconds, and lets it be taken back: `toast('Kept.', { undo })`. What draws it comes after
 * the first screen.
 */
export function toast(sentence: string, offers: Offers = {}): void {
  void import('./toasts.tsx').then(({ showToast }) => showToast(sentence, offers))
}
