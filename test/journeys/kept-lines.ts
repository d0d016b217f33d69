import { expect, type Locator, type Page } from '@playwright/test'
import type { Json } from './stand.ts'

/** What a browser complains of while nobody answers, or between two servers. */
export const noNetwork =
  /ERR_(INTERNET_DISCONNECTED|CONNECTION_RE(FUSED|SET)|EMPTY_RESPONSE|FAILED)|status of (401|503|404|422)/

const lineOn = (page: Page): Locator =>
  page.getByRole('textbox', { name: 'A line about a conversation' })
export const keptHere = (page: Page): Locator => page.getByRole('region', { name: /^Kept on this/ })
export const rowsKept = (page: Page): Locator => keptHere(page).getByRole('listitem')

export async function keepLine(page: Page, words: string): Promise<void> {
  const line = lineOn(page).filter({ visible: true }).first()
  await line.fill(words)
  await line.press('Enter')
  await expect(line).toHaveValue('')
}

/** Asks the server itself, as the browser that is signed in. */
export async function askAs(page: Page, operation: string, data: object): Promise<Json> {
  const { origin } = new URL(page.url())
  const answer = await page.request.post(`${origin}/api/${operation}`, {
    data,
    headers: { origin },
  })
  return answer.json()
}

/** How often a word stands in the notes that the server has. */
export async function timesKept(page: Page, word: string): Promise<number> {
  const { conversations } = await askAs(page, 'conversations.list', { limit: 200 })
  let times = 0
  for (const { id } of conversations) {
    const { text } = await askAs(page, 'notes.show', { kind: 'conversation', id })
    times += text.split(word).length - 1
  }
  return times
}
