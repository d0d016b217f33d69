import { AxeBuilder } from '@axe-core/playwright'
import { expect, type Page } from '@playwright/test'

const wcag = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']

/** Nothing that WCAG 2.2 AA lets a machine find; of what is dark only the colours are other ones. */
export async function expectNothingFound(page: Page, where: string): Promise<void> {
  await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' })
  await expectClean(axeOn(page).withTags(wcag), where)
  await page.emulateMedia({ colorScheme: 'dark', reducedMotion: 'reduce' })
  await expectClean(axeOn(page, axeIsThere).withRules(['color-contrast']), `${where}, dark`)
}

/** What brings axe into a page that has it already: nothing. It is half a megabyte to read. */
const axeIsThere = '0'

/** In the page itself: there are no frames of others, for which axe would open one more page each time. */
function axeOn(page: Page, axeSource?: string): AxeBuilder {
  return new AxeBuilder({ page, ...(axeSource && { axeSource }) })
    .setLegacyMode()
    .options({ resultTypes: ['violations'] })
}

async function expectClean(axe: AxeBuilder, where: string): Promise<void> {
  const { violations } = await axe.analyze()
  const found = violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id} at ${target.join(' ')}: ${failureSummary}`),
  )
  expect.soft(found, where).toEqual([])
}

/** What sticks out at the right of the page, beside what is meant to scroll by itself. */
export async function expectNoSidewaysScroll(page: Page, where: string): Promise<void> {
  const wide = await page.evaluate(() => {
    const width = document.documentElement.clientWidth
    return {
      scrolls: document.documentElement.scrollWidth > width || document.body.scrollWidth > width,
      widest: [...document.body.querySelectorAll('*')]
        .filter((one) => one.getBoundingClientRect().right > width + 1)
        .slice(0, 5)
        .map((one) => `${one.tagName} ${one.className} ${one.textContent.slice(0, 40)}`),
    }
  })
  expect.soft(wide.scrolls ? wide.widest : [], `${where} fits its window`).toEqual([])
  expect.soft(wide.scrolls, `${where} does not scroll sideways`).toBe(false)
}
