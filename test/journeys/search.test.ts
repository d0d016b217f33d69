import { expect, test } from './stand.ts'

test.use({ life: true })

test.describe('searching', { tag: '@desktop' }, () => {
  test('Ctrl K finds a name without its accents and with a slip, and opens it with Enter', async ({
    notebook,
  }) => {
    await notebook.keyboard.press('Control+k')
    const palette = notebook.getByRole('dialog', { name: 'Find anyone, anything' })
    await palette.getByRole('textbox').fill('kovacova')
    await expect(palette.getByRole('button', { name: 'Hana Kováčová' }).first()).toBeVisible()
    await palette.getByRole('textbox').fill('tomasz wlik')
    await expect(palette.getByRole('button', { name: 'Tomasz Wilk' }).first()).toBeVisible()
    await notebook.keyboard.press('Enter')
    await expect(notebook.getByRole('heading', { name: 'Tomasz Wilk' }).first()).toBeVisible()
    await expect(palette).toBeHidden()
  })

  test('words that were said are found, and shown where they match', async ({ notebook }) => {
    await notebook.keyboard.press('Control+k')
    const palette = notebook.getByRole('dialog', { name: 'Find anyone, anything' })
    await palette.getByRole('textbox').fill('registrar anything')
    const hit = palette.getByRole('button', { name: 'Nobody asks a registrar anything' })
    await expect(hit).toBeVisible()
    await expect(hit.locator('mark').first()).toHaveText(/registrar/i)
  })
})
