import { expect, test } from './stand.ts'

test('a browser that was not let in is told how to come in, and shown nothing else', async ({
  house,
  page,
  complaints,
}) => {
  complaints.expect(/status of 401/)
  await page.goto(`${house.server.origin}/people`)
  await expect(page.getByRole('heading', { name: 'This notebook is closed' })).toBeVisible()
  await expect(page.getByText('Open the address that "sobremesa serve" printed')).toBeVisible()
  await expect(page.getByRole('navigation')).toHaveCount(0)
})

test(
  'the printed address lets one browser in, once',
  { tag: '@phone' },
  async ({ house, page, browser, complaints }) => {
    complaints.expect(/status of 401/)
    await page.goto(house.server.address)
    await expect(page.getByRole('heading', { name: 'Sit down. There is time.' })).toBeVisible()
    expect(page.url()).not.toContain('token')

    const other = await browser.newContext()
    const late = await other.newPage()
    await late.goto(house.server.address)
    await expect(late.getByRole('heading', { name: 'This address was used before' })).toBeVisible()
    await other.close()
  },
)

test.describe('signed out from elsewhere', () => {
  test.use({ life: true })

  test('the page says so, also where it had not been opened before', async ({
    notebook,
    house,
    complaints,
  }) => {
    complaints.expect(/status of 401|MIME type|preload CSS|could not be brought/)
    const { browsers } = await house.command('access', 'list')
    await house.command('access', 'revoke', browsers[0].id)
    await notebook.getByRole('link', { name: 'People' }).first().click()
    const sentence = notebook.getByRole('heading', { name: 'This browser is not signed in' })
    await expect(sentence).toBeVisible()
    await expect(notebook.getByText('Inés Carvalho')).toBeHidden()
  })
})
