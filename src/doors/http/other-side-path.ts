/** Where pages for somebody without an account stand; behind it a secret follows. */
export const otherSidePath = '/o/'

export function isForOtherSide(path: string): boolean {
  return path.startsWith(otherSidePath)
}

/** As it may be written into a log: what opens a page is told to nobody. */
export function maskedPath(path: string): string {
  return isForOtherSide(path) ? `${otherSidePath}…` : path
}
