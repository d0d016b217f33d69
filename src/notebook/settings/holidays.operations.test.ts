import { describe, expect, test } from 'vitest'
import { daysOffIn } from './holidays.operations.ts'

const today = '2026-03-11'

function calendar(...events: readonly string[]): string {
  const all = events.map(
    (event) => `BEGIN:VEVENT\r\n${event.replaceAll('\n', '\r\n')}\r\nEND:VEVENT\r\n`,
  )
  return `BEGIN:VCALENDAR\r\nVERSION:2.0\r\n${all.join('')}END:VCALENDAR\r\n`
}

describe('a calendar of holidays', () => {
  test('gives its whole days, several in a row too, each once and in order', async () => {
    const text = calendar(
      'UID:b\nDTSTART;VALUE=DATE:20261224\nDTEND;VALUE=DATE:20261227\nSUMMARY:Christmas',
      'UID:a\nDTSTART;VALUE=DATE:20260403\nSUMMARY:Good Friday',
      'UID:c\nDTSTART;VALUE=DATE:20260403\nDURATION:P2D\nSUMMARY:Easter',
    )
    expect(await daysOffIn(text, today)).toEqual({
      days: ['2026-04-03', '2026-04-04', '2026-12-24', '2026-12-25', '2026-12-26'],
      passed: 0,
    })
  })

  test('counts a day of every year out for three years', async () => {
    const text = calendar('UID:a\nDTSTART;VALUE=DATE:20100501\nRRULE:FREQ=YEARLY\nSUMMARY:May Day')
    const { days } = await daysOffIn(text, today)
    expect(days).toEqual(['2025-05-01', '2026-05-01', '2027-05-01', '2028-05-01'])
  })

  test('leaves out meetings, what was cancelled, and what is long past', async () => {
    const text = calendar(
      'UID:a\nDTSTART:20260403T100000Z\nSUMMARY:A meeting',
      'UID:b\nDTSTART;VALUE=DATE:20260501\nSTATUS:CANCELLED',
      'UID:c\nDTSTART;VALUE=DATE:19990101',
    )
    expect(await daysOffIn(text, today)).toEqual({ days: [], passed: 3 })
  })

  test('that ends before it begins, or never, costs a day or a year', async () => {
    const text = calendar(
      'UID:a\nDTSTART;VALUE=DATE:20260501\nDTEND;VALUE=DATE:20200101',
      'UID:b\nDTSTART;VALUE=DATE:20260601\nDTEND;VALUE=DATE:21990101',
    )
    const { days } = await daysOffIn(text, today)
    expect(days).toHaveLength(367)
  })

  test.each(['', 'Easter is on 5 April', '<html>'])(
    'is none where the file is %j',
    async (text) => {
      await expect(daysOffIn(text, today)).rejects.toMatchObject({ code: 'holidays.unreadable' })
    },
  )
})
