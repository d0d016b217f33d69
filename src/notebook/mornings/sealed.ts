/** What the vault seals along with a secret, so that moved to another row it does not open. */
export const aboutKeys = 'push keys'

export function aboutReach(browser: string): string {
  return `push to ${browser}`
}
