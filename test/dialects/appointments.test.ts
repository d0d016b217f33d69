import { expect, test } from 'vitest'
import { type Notebook, onBothDatabases, person } from './notebook.ts'
import { planned, take, tenOnFriday } from './talk.ts'

async function calendarOf({ ask }: Notebook, id: string): Promise<string> {
  let text = ''
  for await (const part of (await ask('conversations.appointment', { id })).text) text += part
  return text.replaceAll('\r\n ', '')
}

onBothDatabases('the calendar file of a conversation', (notebook) => {
  test('is refused with the way while no time is agreed', async () => {
    const id = await planned(notebook())
    expect(await notebook().refusal('conversations.appointment', { id })).toMatchObject({
      code: 'appointment.not-agreed',
    })
  })

  test('asks them, follows a new time under the same name, and says when it is off', async () => {
    const { ask } = notebook()
    await ask('settings.change', { name: 'Lucía', addresses: ['lucia@example.org'] })
    const ruth = await person(notebook(), 'Ruth Adeyemi', {
      channels: [{ kind: 'mail', value: 'ruth@archive.example' }],
    })
    const { id } = await ask('conversations.plan', {
      people: [ruth],
      link: 'the map',
      place: 'Café Gijón',
    })
    await take(notebook(), id, { kind: 'scheduled', start: tenOnFriday })
    const first = await calendarOf(notebook(), id)
    expect(first).toContain(`UID:${id}@sobremesa`)
    expect(first).toContain('METHOD:REQUEST')
    expect(first).toContain('SEQUENCE:0')
    expect(first).toMatch(/DTSTART;TZID=[^:]+:20260313T100000/)
    expect(first).toContain('LOCATION:Café Gijón')
    expect(first).toContain('ORGANIZER;CN="Lucía":mailto:lucia@example.org')
    expect(first).toMatch(/ATTENDEE;CN="Ruth Adeyemi".*:mailto:ruth@archive\.example/)
    expect(first).not.toContain('the map')

    await take(notebook(), id, { kind: 'scheduled', start: { day: '2026-03-16', clock: '11:30' } })
    const second = await calendarOf(notebook(), id)
    expect(second).toContain('SEQUENCE:1')
    expect(second).toMatch(/DTSTART;TZID=[^:]+:20260316T113000/)

    await take(notebook(), id, 'rested')
    const off = await calendarOf(notebook(), id)
    expect(off).toContain('METHOD:CANCEL')
    expect(off).toContain('STATUS:CANCELLED')
    expect(off).toContain('SEQUENCE:2')
  })
})
