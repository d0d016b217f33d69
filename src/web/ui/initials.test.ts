import { expect, test } from 'vitest'
import { initialsOf } from './initials.ts'

test('a plate shows the first letters of the first and last names', () => {
  expect(initialsOf('Ruth Adeyemi')).toBe('RA')
  expect(initialsOf('Mei-Lin Chau')).toBe('MC')
  expect(initialsOf('María José Pérez')).toBe('MP')
})

test('titles and small words are no names', () => {
  expect(initialsOf('Dr. Abena Osei')).toBe('AO')
  expect(initialsOf('Ludwig van Beethoven')).toBe('LB')
  expect(initialsOf('Van Morrison')).toBe('VM')
})

test('a single name gives one letter, and a name without letters none', () => {
  expect(initialsOf('Samir')).toBe('S')
  expect(initialsOf('Dr.')).toBe('D')
  expect(initialsOf(' … ')).toBe('')
})

test('letters are letters in every script', () => {
  expect(initialsOf('Élodie Ångström')).toBe('ÉÅ')
  expect(initialsOf('李 小龙')).toBe('李小')
  expect(initialsOf('“Özge” Yıldız')).toBe('ÖY')
})
