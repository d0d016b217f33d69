import { type Hand, keyboard, pointer } from './hand.ts'
import { expectNoSidewaysScroll, expectNothingFound } from './looks.ts'
import { expect, type Json, test } from './stand.ts'

test.use({ life: true })

const said =
  'met Ana Beltrán yesterday on the train: ! portfolio before degree #ux > send her the article by Friday'

const hands: readonly (readonly [name: string, make: typeof pointer])[] = [
  ['a tap', pointer],
  ['the keyboard', keyboard],
]

for (const [name, make] of hands) {
  test(`what a line was understood to say is put right by ${name}, and the cursor stays in the line`, async ({
    notebook,
    house,
  }) => {
    const hand: Hand = make(notebook)
    const before = (await house.command('people', 'find', 'Ana Beltrán')).people.length
    const line = notebook
      .getByRole('textbox', { name: 'A line about a conversation' })
      .filter({ visible: true })
      .first()
    await hand.write(line, said)
    const understood = notebook.getByRole('list', { name: 'Understood so far' })
    const who = understood.getByRole('group', { name: /Ana Beltrán/ })
    const known = who.getByRole('button', { name: /^Ana Beltrán, Exhibitions/ })
    await expect(known).toHaveAttribute('aria-pressed', 'true')
    await expectNothingFound(notebook, `what was understood, by ${name}`)
    await expectNoSidewaysScroll(notebook, `what was understood, by ${name}`)

    await hand.press(who.getByRole('button', { name: 'Somebody new' }))
    await expect(known).toHaveAttribute('aria-pressed', 'false')
    for (const wrong of ['the train', 'Wednesday 11 March', 'about ux']) {
      await hand.press(understood.getByRole('button', { name: `Not so: ${wrong}` }))
      await expect(understood.getByText(wrong)).toBeHidden()
      await expect(line).toBeFocused()
    }
    await expect(understood.getByText('send her the article by Friday')).toBeVisible()
    await hand.press(notebook.getByRole('button', { name: 'Keep', exact: true }).first())
    await expect(line).toHaveValue('')

    const { people } = await house.command('people', 'find', 'Ana Beltrán')
    expect(people).toHaveLength(before + 1)
    const { conversations } = await house.command('conversations', 'list', '--limit', '200')
    const kept = conversations.filter(({ heldOn }: Json) => heldOn === '2026-03-12')
    expect(kept).toHaveLength(1)
    const shown = await house.command('conversations', 'show', kept[0].id)
    expect(shown).toMatchObject({ place: null, fields: [], people: [{ name: 'Ana Beltrán' }] })
    const { promises } = await house.command('promises', 'list')
    expect(promises.map(({ text }: Json) => text)).toContain('send her the article by Friday')
  })
}
