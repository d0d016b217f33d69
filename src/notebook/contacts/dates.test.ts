import { expect, test } from 'vitest'
import { dateOf, dayFromWords, isNoDate } from './dates.ts'

test('a day is read in every way that address books write one for sure', () => {
  for (const written of [
    '1985-04-12',
    '19850412',
    '1985-04-12T10:00:00Z',
    '12.4.1985',
    '12.04.1985',
  ]) {
    expect(dateOf(written)).toBe('1985-04-12')
  }
  expect(dateOf('20/01/1991')).toBe('1991-01-20')
  expect(dateOf('01/20/1991')).toBe('1991-01-20')
})

test('a day that could be another one across the ocean stays as it was written', () => {
  expect(dateOf('03/04/1990')).toBe('03/04/1990')
  expect(dateOf('01.01.99')).toBe('01.01.99')
  expect(dateOf('in spring')).toBe('in spring')
})

test('where the year is not known, there is none', () => {
  expect(dateOf('--0122')).toBe('--01-22')
  expect(dateOf('--01-22')).toBe('--01-22')
  expect(dateOf('1604-01-22', '1604')).toBe('--01-22')
  expect(dateOf('1985-01-22', '1604')).toBe('1985-01-22')
})

test('a day that no calendar has is kept as text', () => {
  expect(dateOf('2023-02-29')).toBe('2023-02-29')
  expect(dayFromWords('30 Feb 2023')).toBe(null)
})

test('what Outlook writes for no date is no date', () => {
  expect(['0.0.00', '00/00/00', '0/0/00', ''].every(isNoDate)).toBe(true)
  expect(isNoDate('1.1.2000')).toBe(false)
})

test('the day of connecting is read in several languages, and in the older American way', () => {
  expect(dayFromWords('12 Mar 2024')).toBe('2024-03-12')
  expect(dayFromWords('12 mars 2023')).toBe('2023-03-12')
  expect(dayFromWords('3 août 2021')).toBe('2021-08-03')
  expect(dayFromWords('05. Okt. 2022')).toBe('2022-10-05')
  expect(dayFromWords('1 de julio de 2020')).toBe('2020-07-01')
  expect(dayFromWords('2/14/18, 3:07 PM')).toBe('2018-02-14')
  expect(dayFromWords('some time ago')).toBe(null)
})
