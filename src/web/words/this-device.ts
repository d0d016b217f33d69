/** What the app runs on, as its owner would call it. */
export type Device = 'phone' | 'tablet' | 'computer'

/** The narrower side of the screens that are called phones, in CSS pixels; a window may be narrower. */
const widestPhone = 600

export function thisDevice(): Device {
  const isTouched = globalThis.matchMedia?.('(pointer: coarse)').matches ?? false
  if (!isTouched) return 'computer'
  return Math.min(screen.width, screen.height) < widestPhone ? 'phone' : 'tablet'
}
