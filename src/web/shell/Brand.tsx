import type { ReactNode } from 'react'

/** The house mark: a plate on the two threads. */
export function BrandMark({ className }: { className?: string | undefined }): ReactNode {
  return (
    <svg viewBox="0 0 26 26" fill="none" stroke="currentColor" aria-hidden className={className}>
      <circle cx="13" cy="10.5" r="8.6" strokeWidth="1.8" />
      <circle cx="13" cy="10.5" r="4.6" strokeWidth="1" />
      <path d="M2 22.2h22" strokeWidth="2.2" />
      <path d="M2 25.2h22" strokeWidth="1" />
    </svg>
  )
}
