import { expect, test } from 'vitest'
import { guessColumns } from './csv-guess.ts'

test('the whole name, its parts and an address are told apart', () => {
  const rows = ['Jane Doe,Jane,Doe,jane@doe.example', 'John Roe,John,Roe,john@roe.example']
  expect(guessColumns(rows.map((row) => row.split(',')))).toEqual([
    'Full Name',
    'First Name',
    'Last Name',
    'E-mail',
  ])
})

test('numbers and links are known by their looks, wherever they stand', () => {
  expect(
    guessColumns([
      ['+49 30 901820', 'Ana Ruiz', 'https://ana.example', 'ana@ruiz.example', ''],
      ['030 1234567', 'Ben Hart', '', 'ben@hart.example', ''],
    ]),
  ).toEqual(['Phone', 'Full Name', 'Website', 'E-mail', ''])
})

test('without a column of addresses nothing is guessed', () => {
  expect(
    guessColumns([
      ['1', '2'],
      ['3', '4'],
    ]),
  ).toBeNull()
  expect(guessColumns([])).toBeNull()
})
