import { AxeBuilder } from '@axe-core/playwright'
import { expect, type Page } from '@playwright/test'

const wcag = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']

/** Nothing that WCAG 2.2 AA lets a machine find, in the scheme the page is in. */
export async function expectNothingFound(page: Page, where: string): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).withTags(wcag).analyze()
  const found = violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id} at ${target.join(' ')}: ${failureSummary}`),
  )
  expect.soft(found, where).toEqual([])
}

export async function expectNothingFoundInBoth(page: Page, where: string): Promise<void> {
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    await expectNothingFound(page, `${where}, ${colorScheme}`)
  }
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
