/** What phones hand over when something is shared: any of the three, mostly one in another. */
export interface Shared {
  readonly title?: string
  readonly text?: string
  readonly url?: string
}

const longest = 20_000

/** One line of it, nothing said twice: the title unless the text has it, and the address last. */
export function sharedText({ title = '', text = '', url = '' }: Shared): string {
  const parts: string[] = []
  for (const part of [title, text, url].map((one) => one.replace(/\s+/g, ' ').trim())) {
    const isSaid = part === '' || parts.some((said) => said.includes(part))
    if (isSaid) continue
    const inIt = parts.findIndex((said) => part.includes(said))
    if (inIt >= 0) parts.splice(inIt, 1)
    parts.push(part)
  }
  return parts.join(' ').slice(0, longest)
}
