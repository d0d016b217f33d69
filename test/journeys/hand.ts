import { expect, type Locator, type Page } from '@playwright/test'

/** How somebody works the page. The same journey is told with each. */
export interface Hand {
  press(control: Locator): Promise<void>
  /** Puts the cursor into a field and types. */
  write(field: Locator, words: string): Promise<void>
  /** Opens the row of a table that says `name`. */
  openRow(table: Locator, name: RegExp): Promise<void>
  /** Sets a mark on the line of the cursor, by its chip or by its key. */
  mark(chip: Locator): Promise<void>
}

/** A mouse, or a finger. */
export function pointer(page: Page): Hand {
  return {
    press: (control) => control.click(),
    async write(field, words) {
      await field.click()
      await page.keyboard.type(words)
    },
    openRow: (table, name) => table.getByRole('row', { name }).getByRole('link').first().click(),
    mark: (chip) => chip.click(),
  }
}

/** Nothing but keys: what Tab does not reach is not there. */
export function keyboard(page: Page): Hand {
  return {
    async press(control) {
      await tabTo(page, control)
      await page.keyboard.press('Enter')
    },
    async write(field, words) {
      await tabTo(page, field)
      await page.keyboard.type(words)
    },
    async openRow(table, name) {
      await tabTo(page, table)
      const wanted = await table.getByRole('row', { name }).getAttribute('id')
      const chosen = () => table.getAttribute('aria-activedescendant')
      for (let now = await chosen(); now !== wanted; now = await chosen()) {
        await page.keyboard.press('ArrowDown')
        // Pressed again before the row was marked, it would go past the one that is wanted.
        await expect.poll(chosen).not.toBe(now)
      }
      await page.keyboard.press('Enter')
    },
    async mark(chip) {
      const keys = await chip.getAttribute('aria-keyshortcuts')
      await page.keyboard.press(keys ?? '')
    },
  }
}

/**
 * Enter as a person presses it: what follows comes a moment later. The editor waits for a frame after Enter
 * on Android, as the keyboards there ask for.
 */
export async function nextLine(page: Page): Promise<void> {
  await page.keyboard.press('Enter')
  await page.evaluate(
    () => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve, 30))),
  )
}

const mostStops = 120

async function tabTo(page: Page, control: Locator): Promise<void> {
  await control.waitFor({ state: 'attached' })
  for (let stop = 0; stop < mostStops; stop++) {
    if (await control.evaluate((element) => element === document.activeElement)) return
    await page.keyboard.press('Tab')
  }
  throw new Error(`${mostStops} times Tab did not lead to ${String(control)}`)
}
