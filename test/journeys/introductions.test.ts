import { expectNoSidewaysScroll, expectNothingFound } from './looks.ts'
import { expect, test } from './stand.ts'

test.use({ life: true })

test(
  'two are asked by themselves, a no is nowhere to be seen, and with two yeses there is the letter',
  { tag: '@desktop' },
  async ({ notebook }) => {
    await notebook
      .getByRole('navigation', { name: 'Main' })
      .getByRole('link', { name: 'Giving' })
      .click()
    await notebook.getByRole('link', { name: 'Introduce two people' }).click()
    const who = notebook.getByRole('combobox')
    for (const name of ['Leila Haddad', 'Eleni Markou']) {
      await who.fill(name)
      // Not the one that would write down somebody new of that name.
      await notebook.getByRole('option', { name: new RegExp(`^${name}`, 'u') }).click()
      await expect(notebook.getByRole('button', { name: `Take ${name} off` })).toBeVisible()
    }
    await notebook.getByRole('textbox', { name: 'What it is about' }).fill('river mud')
    await notebook.getByRole('button', { name: 'Begin' }).click()
    await expect(
      notebook.getByRole('heading', { level: 1, name: 'Leila Haddad and Eleni Markou' }),
    ).toBeVisible()
    await expectNothingFound(notebook, 'an introduction')
    await expectNoSidewaysScroll(notebook, 'an introduction')

    await test.step('the letter to one names the other nowhere, and is made of what is written beside it', async () => {
      const line = 'a geographer who reads what rivers leave behind'
      await notebook.getByRole('textbox', { name: 'A good line about Leila Haddad' }).fill(line)
      await notebook.getByRole('button', { name: 'Keep it' }).click()
      const letter = notebook.getByRole('textbox', { name: 'The letter' })
      await expect(letter).toHaveValue(new RegExp(line, 'u'))
      await expect(letter).not.toHaveValue(/Leila/u)
    })

    await test.step('who leaves the page in the middle of a word finds it there again', async () => {
      const reason = notebook.getByRole('textbox', { name: /^Why Leila Haddad/u })
      await reason.pressSequentially('she reads what floods leave')
      await notebook.goBack()
      await expect(reason).toHaveCount(0)
      await notebook.goForward()
      await expect(reason).toHaveValue('she reads what floods leave')
      const letter = notebook.getByRole('textbox', { name: 'The letter' })
      await letter.fill('Dear you, may I ask one thing?')
      await notebook.goBack()
      await expect(letter).toHaveCount(0)
      await notebook.goForward()
      await expect(letter).toHaveValue('Dear you, may I ask one thing?')
    })

    await notebook.getByRole('button', { name: 'I asked Leila Haddad' }).click()
    await notebook.getByRole('button', { name: 'I asked Eleni Markou' }).click()
    const drawing = notebook.getByText(/^asked today$/u)
    await expect(drawing).toHaveCount(2)
    await notebook.getByRole('button', { name: 'Eleni Markou said no' }).click()
    await expect(notebook.getByText('Of a no nothing is written down.')).toBeVisible()
    await expect(drawing).toHaveCount(2)
    await notebook.getByRole('button', { name: 'Leila Haddad said yes' }).click()
    await expect(drawing).toHaveCount(1)
    await notebook.getByRole('button', { name: 'Eleni Markou said yes' }).click()
    await expect(notebook.getByText('Both would like it.')).toBeVisible()
    await expect(notebook.getByRole('textbox', { name: 'The letter' })).toHaveValue(
      /moves me to bcc/u,
    )

    await notebook
      .getByRole('navigation', { name: 'Main' })
      .getByRole('link', { name: 'Today' })
      .click()
    await notebook.getByRole('link', { name: 'Write the link: Leila Haddad' }).click()
    await notebook.getByRole('button', { name: 'They are linked' }).click()
    await expect(notebook.getByText('The rest is theirs.')).toBeVisible()
    await notebook
      .getByRole('navigation', { name: 'Main' })
      .getByRole('link', { name: 'Giving' })
      .click()
    await expect(notebook.getByText('linked', { exact: true })).toHaveCount(2)
    await expectNothingFound(notebook, 'an introduction')
  },
)
