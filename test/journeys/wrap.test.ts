import { keyboard } from './hand.ts'
import { expect, type Json, test } from './stand.ts'

test.use({ life: true })

test(
  'with the keyboard alone a talk is put away: what they agreed to, how it left you, promises, and the letter',
  { tag: '@desktop' },
  async ({ notebook, house }) => {
    const hand = keyboard(notebook)
    const { conversations } = await house.command('conversations', 'list', '--limit', '200')
    const { id, people } = conversations.find(
      ({ heldOn, people: who }: Json) => heldOn === '2026-03-11' && who.length === 1,
    )
    const [{ id: person }] = people
    const answers = async (): Promise<Json> =>
      (await house.command('consent', 'show', person)).people[0].answers
    const before = (await answers()).length
    await notebook.goto(`${house.server.origin}/conversations/${id}/after`)
    const group = (name: string) => notebook.getByRole('group', { name })

    // Arrows pass over the answers between; only the one they stay at is given.
    await hand.write(group('How may I name you?').getByRole('radio', { name: 'By role' }), '')
    await notebook.keyboard.press('ArrowRight')
    await expect(notebook.getByText('Kept: How may I name you? Not at all.')).toBeVisible()
    await expect(
      group('How may I name you?').getByRole('radio', { name: 'Not at all' }),
    ).toBeFocused()
    expect((await answers()).slice(before)).toMatchObject([{ naming: 'none' }])

    // More than before is a new yes, and says how it was said.
    await notebook.keyboard.press('ArrowLeft')
    await notebook.keyboard.press('ArrowLeft')
    const said = notebook.getByRole('textbox', { name: 'How did they say it?' })
    await expect(said).toBeFocused()
    expect((await answers()).slice(before + 1)).toEqual([])
    await notebook.keyboard.type('on the phone')
    await notebook.keyboard.press('Enter')
    await expect
      .poll(async () => (await answers()).slice(before + 1))
      .toMatchObject([{ naming: 'name', said: 'on the phone' }])
    await expect(group('How may I name you?').getByRole('radio', { name: 'By name' })).toBeFocused()

    await hand.write(notebook.getByRole('slider', { name: /on a Tuesday/ }), '')
    await notebook.keyboard.press('End')
    await expect
      .poll(async () => (await house.command('conversations', 'show', id)).tuesday)
      .toBe(10)
    await hand.press(notebook.getByRole('button', { name: 'Done: bring him the paper' }))
    await expect(notebook.getByText('Done. It is off your list.')).toBeVisible()
    await expect(notebook.getByRole('button', { name: 'Not yet' })).toBeFocused()
    await notebook.goto(`${house.server.origin}/conversations/${id}/after`)
    await hand.press(notebook.getByRole('button', { name: 'I sent it' }).first())
    await expect(notebook.getByText(/is thanked/)).toBeVisible()
    await hand.press(notebook.getByRole('button', { name: 'It is put away' }).first())
    await expect(notebook.getByRole('heading', { name: 'Put away' })).toBeVisible()
  },
)

test('an answer about which one changed places before it rested is kept when the page is left', async ({
  notebook,
  house,
}) => {
  const { conversations } = await house.command('conversations', 'list', '--limit', '200')
  const { id } = conversations.find(({ heldOn }: Json) => heldOn === '2026-03-11')
  await notebook.goto(`${house.server.origin}/conversations/${id}/after`)
  const slider = notebook.getByRole('slider', { name: /on a Tuesday/ })
  await slider.focus()
  await notebook.keyboard.press('Home')
  await notebook.getByRole('link', { name: 'Before' }).click()
  await expect.poll(async () => (await house.command('conversations', 'show', id)).tuesday).toBe(0)
})
