import { useEffect } from 'react'

/**
 * Where the phone's keyboard covers the page instead of making it smaller (Safari), `--keyboard` on the
 * root says by how many pixels; elsewhere it stays 0.
 */
export function useKeyboardInset(): void {
  useEffect(() => {
    const seen = window.visualViewport
    if (!seen) return undefined
    const root = document.documentElement
    const measure = (): void => {
      // Who looks closer with two fingers sees a part of the page, and no keyboard.
      const isCloser = seen.scale > 1.01
      const covered = isCloser ? 0 : Math.max(0, window.innerHeight - seen.height - seen.offsetTop)
      root.style.setProperty('--keyboard', `${Math.round(covered)}px`)
    }
    measure()
    seen.addEventListener('resize', measure)
    seen.addEventListener('scroll', measure)
    return () => {
      seen.removeEventListener('resize', measure)
      seen.removeEventListener('scroll', measure)
      root.style.removeProperty('--keyboard')
    }
  }, [])
}
